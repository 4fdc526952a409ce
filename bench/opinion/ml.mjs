// node bench/opinion/ml.mjs 1000 50: the same votes through ml-pca and ml-kmeans, of npm; prints milliseconds and how well groups are found.
import { adjustedRand } from "../../packages/opinion/groups/rand-index.ts";
import { planted } from "../../packages/opinion/opinion.fixture.ts";
import { matrixOf } from "../../packages/opinion/votes/matrix.ts";

const { PCA } = await import("ml-pca");
const { kmeans } = await import("ml-kmeans");

const [people, statements] = process.argv.slice(2).map(Number);
const { ballots, groupOf } = planted({
  sizes: [0.5, 0.3, 0.2].map((share) => share * people),
  statements,
  missing: 0.85,
  seed: 1,
});
const { people: names, rowStart, statementOf, vote } = matrixOf(ballots);
const truth = names.map((name) => groupOf[Number(name.slice(1))]);

const started = performance.now();
const sums = new Float64Array(statements);
const seen = new Float64Array(statements);
for (const [at, statement] of statementOf.entries()) {
  sums[statement] += vote[at];
  seen[statement] += 1;
}
const rows = names.map((_, person) => {
  const row = Array.from(sums, (sum, at) => sum / Math.max(1, seen[at]));
  for (let at = rowStart[person]; at < rowStart[person + 1]; at++) row[statementOf[at]] = vote[at];
  return row;
});
const components = new PCA(rows, { method: "covarianceMatrix" });
const places = components.predict(rows, { nComponents: 2 }).to2DArray();
// Told how many groups there are: the choice of how many is not asked of them.
const { clusters } = kmeans(places, 3, { seed: 1 });
const ms = performance.now() - started;

const megabytes = process.resourceUsage().maxRSS / 1024;
process.stdout.write(JSON.stringify({ ms, megabytes, agreement: adjustedRand(truth, clusters) }));
