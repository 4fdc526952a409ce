import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { installationFolder } from "../root.ts";

/** The part of the Typst compiler that is used here. Its wrapper package adds nothing to it. */
export interface Compiler {
  compile(of: { readonly mainFileContent: string; readonly inputs: Readonly<Record<string, string>> }): Compilation;
  pdf(of: Compiled, told: { readonly pdfStandard?: "ua-1" }): Uint8Array;
  mapShadow(path: string, bytes: Buffer): void;
  resetShadow(): void;
  evictCache(age: number): void;
}
export interface Compiled {
  readonly numOfPages: number;
}
interface Compilation {
  readonly result: Compiled | null;
  takeDiagnostics(): { readonly shortDiagnostics: readonly unknown[] } | null;
}

interface CompilerClass {
  create(told: {
    readonly workspace: string;
    readonly fontArgs?: readonly { readonly fontBlobs: readonly Buffer[] }[];
  }): Compiler;
}

export interface Engine {
  readonly compiler: Compiler;
  /** The families to draw with, the first that has a character wins. */
  readonly fonts: readonly string[];
}

const isCompiler = (value: unknown): boolean => typeof value === "function" && "create" in value;
const Library = z.object({ NodeCompiler: z.custom<CompilerClass>(isCompiler) });

const packages: Readonly<Record<string, string>> = {
  "linux-x64": "@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu",
  "linux-arm64": "@myriaddreamin/typst-ts-node-compiler-linux-arm64-gnu",
  "darwin-x64": "@myriaddreamin/typst-ts-node-compiler-darwin-x64",
  "darwin-arm64": "@myriaddreamin/typst-ts-node-compiler-darwin-arm64",
  "win32-x64": "@myriaddreamin/typst-ts-node-compiler-win32-x64-msvc",
};

const ATKINSON = "@expo-google-fonts/atkinson-hyperlegible-next";
const faces = ["400Regular", "400Regular_Italic", "700Bold", "700Bold_Italic"];
/** Carried by the compiler itself: they complete what the first family lacks, and replace it when it is not installed. */
const embedded = ["Libertinus Serif", "DejaVu Sans Mono"];

/** The engine that draws PDFs on this machine, or `null` where its package is not installed. */
export function loadEngine(machine = `${process.platform}-${process.arch}`): Engine | null {
  const require = createRequire(join(installationFolder(), "package.json"));
  const library = required(require, packages[machine]);
  if (library === null) return null;
  const blobs = atkinson(require);
  return {
    // Nothing is read from the disk: the workspace is a folder that does not exist.
    compiler: library.NodeCompiler.create({
      workspace: "/maillage-has-no-such-folder",
      ...(blobs.length > 0 ? { fontArgs: [{ fontBlobs: blobs }] } : {}),
    }),
    fonts: blobs.length > 0 ? ["Atkinson Hyperlegible Next", ...embedded] : embedded,
  };
}

function required(require: NodeJS.Require, name: string | undefined): z.infer<typeof Library> | null {
  if (name === undefined) return null;
  try {
    return Library.parse(require(name));
  } catch {
    return null;
  }
}

function atkinson(require: NodeJS.Require): readonly Buffer[] {
  try {
    const files = faces.map((face) => require.resolve(`${ATKINSON}/${face}/AtkinsonHyperlegibleNext_${face}.ttf`));
    return files.every((file) => existsSync(file)) ? files.map((file) => readFileSync(file)) : [];
  } catch {
    return [];
  }
}
