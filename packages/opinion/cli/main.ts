import { InputError } from "../../access/cli/input-error.ts";
import { run } from "./run.ts";

// Whoever reads the output may stop before its end: `| head`.
process.stdout.on("error", () => process.exit());

try {
  process.stdout.write(await run(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
