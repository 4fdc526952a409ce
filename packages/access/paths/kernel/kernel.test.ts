import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

// Run, not imported: its types change those of numbers and lists everywhere.
const compiler = createRequire(import.meta.url).resolve("assemblyscript/bin/asc.js");
const options = "--optimizeLevel 3 --shrinkLevel 1 --converge --noAssert --runtime stub --importMemory --enable simd";

// `vitest run --project unit packages/access/paths/kernel --update` writes `bytes.ts` again.
it("the bytes of the kernel are those that its source compiles to", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kernel-"));
  try {
    copyFileSync(fileURLToPath(new URL("sweep.as", import.meta.url)), join(folder, "sweep.ts"));
    execFileSync(process.execPath, [compiler, "sweep.ts", "--outFile", "sweep.wasm", ...options.split(" ")], { cwd: folder });
    const bytes = readFileSync(join(folder, "sweep.wasm")).toString("base64");
    const text = `/** The module that \`sweep.as\` compiles to, in base 64. */\nexport const kernelBytes =\n  "${bytes}";\n`;
    await expect(text).toMatchFileSnapshot("bytes.ts");
  } finally {
    rmSync(folder, { recursive: true });
  }
});
