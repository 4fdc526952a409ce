import { existsSync } from "node:fs";

interface Launch {
  readonly executablePath: string;
  readonly args: string[];
}

/** Chromium: the one that `CHROMIUM_PATH` names, else the system's, else the one that came with npm. */
export async function findBrowser(): Promise<Launch> {
  const args = ["--disable-background-networking", "--disable-component-update", "--disable-sync", "--no-first-run"];
  // Chromium's own sandbox refuses to run as administrator.
  if (process.getuid?.() === 0) args.push("--no-sandbox");
  const known = [process.env["CHROMIUM_PATH"], "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
  const found = known.find((path) => path !== undefined && path !== "" && existsSync(path));
  if (found !== undefined) return { executablePath: found, args };
  // The package brings the libraries that a bare system lacks, but unpacks them only where it believes to be at home.
  process.env["AWS_LAMBDA_JS_RUNTIME"] ??= "nodejs24.x";
  const { default: packaged } = await import("@sparticuz/chromium");
  // Its own arguments are for another place: one process for all, and no wall between sites. Ours serve here too.
  return { executablePath: await packaged.executablePath(), args: [...new Set([...args, "--no-sandbox"])] };
}
