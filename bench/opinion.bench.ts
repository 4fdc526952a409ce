import { LiveVotes } from "../packages/opinion/map/live.ts";
import { opinionMap } from "../packages/opinion/map/opinion-map.ts";
import { planted } from "../packages/opinion/opinion.fixture.ts";
import { matrixOf } from "../packages/opinion/votes/matrix.ts";

function timed<T>(run: () => T): { readonly value: T; readonly ms: string } {
  const started = performance.now();
  const value = run();
  return { value, ms: (performance.now() - started).toFixed(1) };
}

process.stdout.write(
  "| people x statements | votes | matrix, ms | map, ms | one more vote, ms |\n| --- | ---: | ---: | ---: | ---: |\n",
);
const sizes: readonly (readonly [number, number])[] = [
  [1_000, 50],
  [10_000, 500],
  [100_000, 1_000],
];
for (const [people, statements] of sizes) {
  const { ballots } = planted({ sizes: [0.5, 0.3, 0.2].map((share) => share * people), statements, missing: 0.85, seed: 1 });
  const matrix = timed(() => matrixOf(ballots));
  const map = timed(() => opinionMap(matrix.value, { draws: null }));
  const live = new LiveVotes(matrix.value);
  const turns = 20;
  const more = timed(() => {
    for (let at = 0; at < turns; at++) live.vote(`p${at}`, `s${at}`, at % 2 === 0 ? 1 : -1);
  });
  const each = (Number(more.ms) / turns).toFixed(2);
  process.stdout.write(`| ${people} x ${statements} | ${matrix.value.vote.length} | ${matrix.ms} | ${map.ms} | ${each} |\n`);
}
