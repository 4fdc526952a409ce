// npm run bench -- opinion: maps of generated votes, of three sizes, beside ml-pca and ml-kmeans where they are installed.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { z } from "zod";
import { adjustedRand } from "../packages/opinion/groups/rand-index.ts";
import { LiveVotes } from "../packages/opinion/map/live.ts";
import { opinionMap } from "../packages/opinion/map/opinion-map.ts";
import { planted } from "../packages/opinion/opinion.fixture.ts";
import type { Ballots } from "../packages/opinion/votes/ballots.ts";
import { matrixOf } from "../packages/opinion/votes/matrix.ts";

const TURNS = 3;
const VOTES = 20;
const sizes: readonly (readonly [number, number])[] = [
  [1_000, 50],
  [10_000, 500],
  [100_000, 1_000],
];

/** The least time of some turns, on the clock and of the processor: what else the machine does weighs on the first. */
function timed<T>(turns: number, run: () => T): { readonly value: T; readonly ms: number; readonly busy: number } {
  let [value, ms, busy] = [run(), Infinity, Infinity];
  for (let turn = 0; turn < turns; turn++) {
    const [started, before] = [performance.now(), process.cpuUsage()];
    value = run();
    const { user, system } = process.cpuUsage(before);
    ms = Math.min(ms, performance.now() - started);
    busy = Math.min(busy, (user + system) / 1_000);
  }
  return { value, ms, busy };
}

const told = ({ ms, busy }: { readonly ms: number; readonly busy: number }): string => `${ms.toFixed(1)} (${busy.toFixed(1)})`;
const say = (line: string): void => void process.stdout.write(`${line}\n`);
const named = ([people, statements]: readonly [number, number]): string => `${people} × ${statements}`;

/** What no way to make a map goes under: every ballot read once, in order, and added up. */
function readOnce({ person, statement, vote, at }: Ballots): number {
  let sum = 0;
  for (let each = 0; each < person.length; each++)
    sum += (person[each] ?? 0) + (statement[each] ?? 0) + (vote[each] ?? 0) + (at[each] ?? 0);
  return sum;
}

say(`Milliseconds on the clock, the least of ${TURNS} turns (of the processor, between brackets).\n`);
say("| people × statements | votes | ballots read once | matrix | map | both | one more vote | votes held, MB | agreement |");
say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const size of sizes) {
  const [people, statements] = size;
  const { ballots, groupOf } = planted({
    sizes: [0.5, 0.3, 0.2].map((share) => share * people),
    statements,
    missing: 0.85,
    seed: 1,
  });
  const read = timed(TURNS, () => readOnce(ballots));
  const matrix = timed(TURNS, () => matrixOf(ballots));
  const map = timed(TURNS, () => opinionMap(matrix.value, { draws: null }));
  const live = new LiveVotes(matrix.value);
  let at = 0;
  const more = timed(VOTES, () => {
    at += 1;
    live.vote(`p${at}`, `s${at % statements}`, at % 2 === 0 ? 1 : -1);
  });
  const { rowStart, statementOf, vote } = matrix.value;
  const held = [rowStart, statementOf, vote].reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6;
  const truth = matrix.value.people.map((name) => groupOf[Number(name.slice(1))] ?? -1);
  const agreement = adjustedRand(truth, map.value.groupOf).toFixed(3);
  const both = { ms: matrix.ms + map.ms, busy: matrix.busy + map.busy };
  const times = [read, matrix, map, both, more].map(told).join(" | ");
  say(`| ${named(size)} | ${vote.length} | ${times} | ${held.toFixed(1)} | ${agreement} |`);
}
say(`\nPeak memory of all this, its generated ballots included: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`);

say("\nml-pca and ml-kmeans on the filled matrix, told that there are three groups:");
if (["ml-pca", "ml-kmeans"].every((name) => existsSync(`node_modules/${name}`))) {
  const Printed = z.object({ ms: z.number(), megabytes: z.number(), agreement: z.number() });
  for (const size of sizes.slice(0, 2)) {
    const text = execFileSync(process.execPath, ["bench/opinion/ml.mjs", ...size.map(String)], { encoding: "utf8" });
    const { ms, megabytes, agreement } = Printed.parse(JSON.parse(text));
    say(`${named(size)}: ${ms.toFixed(0)} ms, ${megabytes.toFixed(0)} MB at most, agreement ${agreement.toFixed(3)}`);
  }
  say(`${named([100_000, 1_000])}: not tried, the filled matrix alone is 800 MB.`);
} else say("skipped, they are not installed (npm install --no-save ml-pca ml-kmeans)");
