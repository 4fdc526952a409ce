import { defineConfig } from "vite";

// `vite build` writes what browsers load; `vite build --ssr` writes the server and the command line.
// Both end under dist/: the server finds the browser's files in dist/client/.vite/manifest.json.
export default defineConfig(({ isSsrBuild }) =>
  isSsrBuild
    ? {
        oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
        build: {
          ssr: true,
          target: "node24",
          outDir: "dist",
          emptyOutDir: false,
          copyPublicDir: false,
          sourcemap: true,
          minify: false,
          rolldownOptions: {
            input: {
              "server/server": "src/app/server.ts",
              "server/draw-document": "src/platform/document/draw-document.ts",
              "cli/maillage": "src/app/cli/maillage.ts",
            },
            output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
          },
        },
      }
    : {
        publicDir: "src/ui/public",
        build: {
          target: "es2022",
          outDir: "dist/client",
          emptyOutDir: true,
          manifest: true,
          // An inlined font or picture would be a data: address, which the content policy refuses.
          assetsInlineLimit: 0,
          modulePreload: false,
          rolldownOptions: { input: { islands: "src/islands/main.ts", style: "src/ui/styles/main.css" } },
        },
      },
);
