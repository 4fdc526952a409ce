import { execFileSync } from "node:child_process";
import { readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";

const lockOf = (folder: string): string => readFileSync(join(folder, "package-lock.json"), "utf8");

/** Builds an earlier commit in a worktree of its own, with these libraries where it has the same, and returns its server. */
export function buildEarlier(
  checkout: string,
  commit: string,
  folder: string,
): { readonly server: string; readonly remove: () => void } {
  const git = (...words: readonly string[]): void => {
    execFileSync("git", ["-C", checkout, ...words], { stdio: "ignore" });
  };
  git("worktree", "add", "--detach", folder, commit);
  if (lockOf(checkout) === lockOf(folder)) symlinkSync(join(checkout, "node_modules"), join(folder, "node_modules"));
  execFileSync(process.execPath, [join(folder, "scripts", "build.mjs")], { stdio: "inherit" });
  return { server: join(folder, "dist", "server", "server.js"), remove: () => git("worktree", "remove", "--force", folder) };
}
