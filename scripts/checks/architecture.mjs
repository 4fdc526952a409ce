// The arrows between the folders, and their drawing: `node scripts/checks/architecture.mjs` checks both, `npm run drawing` draws.
import { cruise, format } from "dependency-cruiser";
import extractDepcruiseOptions from "dependency-cruiser/config-utl/extract-depcruise-options";
import extractTSConfig from "dependency-cruiser/config-utl/extract-ts-config";
import { inCheckout, root } from "../checkout.mjs";
import { draw, falsehood } from "./drawing.mjs";

process.chdir(root);
const rules = await extractDepcruiseOptions(inCheckout(".dependency-cruiser.cjs"));
const { output } = await cruise(["src", "packages"], rules, undefined, {
  tsConfig: extractTSConfig(inCheckout("tsconfig.json")),
});

if (process.argv.includes("--draw")) {
  draw(output.modules);
} else {
  const report = await format(output, { outputType: "err" });
  const wrong = falsehood(output.modules);
  process.stdout.write(`${report.output}${wrong === undefined ? "" : `\n${wrong}\n`}`);
  process.exitCode = report.exitCode > 0 || wrong !== undefined ? 1 : 0;
}
