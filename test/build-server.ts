import { join } from "node:path";
import { build } from "vite";

/** Builds the server as one file with its libraries, which starts in a third of the time: a test that starts it a hundred times counts it. */
export async function buildServer(folder: string): Promise<string> {
  await build({
    root: join(import.meta.dirname, ".."),
    configFile: false,
    logLevel: "error",
    oxc: { jsx: { runtime: "automatic", importSource: "hono/jsx" } },
    // The national register is data that is read from its own folder.
    ssr: { noExternal: true, external: ["@etalab/decoupage-administratif"] },
    build: {
      ssr: true,
      target: "node24",
      outDir: folder,
      emptyOutDir: true,
      copyPublicDir: false,
      minify: false,
      rolldownOptions: { input: { server: "src/app/server.ts" }, output: { format: "es", entryFileNames: "[name].js" } },
    },
  });
  return join(folder, "server.js");
}
