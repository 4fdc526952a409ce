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
/** How many votes are changed, and changed back: the middle one is told. */
const VOTES = 20;
const sizes: readonly (readonly [number, number])[] = [
  [1_000, 50],
  [10_000, 500],
  [100_000, 1_000],
];

interface Time {
  /** On the clock. */
  readonly ms: number;
  /** Of the processor, which what else the machine does weighs on less. */
  readonly busy: number;
}

function once<T>(run: () => T): Time & { readonly value: T } {
  const [started, before] = [performance.now(), process.cpuUsage()];
  const value = run();
  const { user, system } = process.cpuUsage(before);
  return { value, ms: performance.now() - started, busy: (user + system) / 1_000 };
}

/** The least of some turns. */
function timed<T>(run: () => T): Time & { readonly value: T } {
  const turns = Array.from({ length: TURNS }, () => once(run));
  const [last = once(run)] = turns.slice(-1);
  return { value: last.value, ms: Math.min(...turns.map(({ ms }) => ms)), busy: Math.min(...turns.map(({ busy }) => busy)) };
}

const told = (time: Time | undefined): string => (time ? `${time.ms.toFixed(1)} (${time.busy.toFixed(1)})` : "");
const say = (line: string): void =>
  void process.stdout.write(`${line}
`);
const named = ([people, statements]: readonly [number, number]): string => `${people} × ${statements}`;

/** What no way to make a map goes under: every ballot read once, in order, and added up. */
function readOnce({ person, statement, vote, at }: Ballots): number {
  let sum = 0;
  for (let each = 0; each < person.length; each++)
    sum += (person[each] ?? 0) + (statement[each] ?? 0) + (vote[each] ?? 0) + (at[each] ?? 0);
  return sum;
}

say(`Milliseconds on the clock, the least of ${TURNS} turns (of the processor, between brackets).\n`);
say(
  "| people × statements | votes | ballots read once | matrix | map | both | one vote changed | votes held, MB | in a group | agreement |",
);
say("| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
for (const size of sizes) {
  const [people, statements] = size;
  const { ballots, groupOf } = planted({
    sizes: [0.5, 0.3, 0.2].map((share) => share * people),
    statements,
    missing: 0.85,
    seed: 1,
  });
  const read = timed(() => readOnce(ballots));
  const matrix = timed(() => matrixOf(ballots));
  const map = timed(() => opinionMap(matrix.value, { draws: null }));
  const live = new LiveVotes(matrix.value);
  const more = Array.from({ length: VOTES }, (_, turn) => {
    const person = Math.floor((turn * matrix.value.people.length) / VOTES);
    const place = matrix.value.rowStart[person] ?? 0;
    const statement = matrix.value.statements[matrix.value.statementOf[place] ?? 0] ?? "";
    let vote = matrix.value.vote[place] === 1 ? 1 : -1;
    return timed(() => {
      vote = -vote;
      live.vote(matrix.value.people[person] ?? "", statement, vote);
    });
  });
  const change = more.sort((one, another) => one.ms - another.ms)[VOTES / 2];
  const { rowStart, statementOf, vote } = matrix.value;
  const held = [rowStart, statementOf, vote].reduce((sum, { byteLength }) => sum + byteLength, 0) / 1e6;
  const grouped = [...matrix.value.people.keys()].filter((person) => (map.value.groupOf[person] ?? -1) >= 0);
  const truth = grouped.map((person) => groupOf[Number(matrix.value.people[person]?.slice(1))] ?? -1);
  const found = grouped.map((person) => map.value.groupOf[person] ?? -1);
  const both = { ms: matrix.ms + map.ms, busy: matrix.busy + map.busy };
  const times = [read, matrix, map, both, change].map(told).join(" | ");
  say(
    `| ${named(size)} | ${vote.length} | ${times} | ${held.toFixed(1)} | ${grouped.length} | ${adjustedRand(truth, found).toFixed(3)} |`,
  );
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
