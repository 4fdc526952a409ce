import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import highs from "highs";
import { highsSolver } from "../../packages/access/cli/highs.ts";
import type { CostTable } from "../../packages/access/siting/costs.ts";
import type { ExactSolver } from "../../packages/access/siting/exact.ts";
import { maximalCoverage } from "../../packages/access/siting/maximal-coverage.ts";
import { pMedian } from "../../packages/access/siting/p-median.ts";
import { randomFrom } from "../../packages/access/siting/random.ts";
import { setCover } from "../../packages/access/siting/set-cover.ts";
import { printedBy } from "./absent.ts";
import { beside, heading, inMs, row, say, timed } from "./report.ts";

const GAP = 0.001;

/** Where to open, beside whole-number programming on the full model, to the same gap. */
export async function sites(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "sites-"));
  try {
    for (const question of questions()) await compare(question, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Found {
  readonly objective: number;
  readonly gap: number;
}

interface Question {
  readonly name: string;
  /** At most, for each. */
  readonly seconds: number;
  readonly ours: (stop: () => boolean, exact: ExactSolver) => Found;
  /** The full model, in CPLEX's LP format, which all three read. */
  readonly model: () => string;
}

function* questions(): Generator<Question> {
  for (const [demands, places, p] of [
    [100, 100, 10],
    [200, 200, 20],
    [400, 400, 40],
  ] as const) {
    const table = planar(demands, places);
    yield {
      name: `p-median, ${demands} x ${places}, p = ${p}`,
      seconds: 45,
      ours: (stop) => pMedian(table, p, { stop, enough: GAP }),
      model: () => medianModel(table, p),
    };
  }
  for (const [demands, places, p, radius] of [
    [1_000, 100, 10, 190],
    [5_000, 200, 20, 134],
    [20_000, 500, 20, 90],
    [20_000, 500, 20, 134],
  ] as const) {
    const table = planar(demands, places);
    yield {
      name: `coverage, ${demands} x ${places}, p = ${p}, radius ${radius}`,
      seconds: 20,
      ours: (stop) => maximalCoverage(table, p, radius, { stop, enough: GAP }),
      model: () => coverageModel(table, p, radius),
    };
  }
  for (const [demands, places] of [
    [500, 100],
    [2_000, 150],
  ] as const) {
    const table = planar(demands, places);
    yield {
      name: `set cover, ${demands} x ${places}, radius 200`,
      seconds: 20,
      ours: (stop, exact) => setCover(table, 200, { stop, exact, enough: GAP }),
      model: () => coverModel(table, 200),
    };
  }
  const table = planar(20_000, 500);
  const prices = each(500).map((site) => 1 + ((site * 37) % 20));
  yield {
    name: "set cover with prices, 20000 x 500, radius 134",
    seconds: 20,
    ours: (stop, exact) => setCover(table, 134, { stop, exact, prices, enough: GAP }),
    model: () => coverModel(table, 134, prices),
  };
}

async function compare({ name, seconds, ours, model }: Question, folder: string): Promise<void> {
  const until = performance.now() + seconds * 1_000;
  const exact = await highsSolver(() => Math.max(0, (until - performance.now()) / 2_000));
  const own = await timed(() => ours(() => performance.now() > until, exact));
  say(`${name}, to a gap of ${100 * GAP} %, ${seconds} s at most`);
  heading("", "objective", "time", "beside ours");
  row(
    "ours",
    `${own.value.objective}`,
    `${inMs(own.ms)}${own.value.gap > GAP ? `, gap ${(100 * own.value.gap).toFixed(1)} %` : ""}`,
    "1 : 1",
  );
  const file = join(folder, "model.lp");
  writeFileSync(file, model());
  for (const [solver, solve] of solvers) {
    const { value, ms } = await timed(() => solve(file, seconds, folder));
    if (value === undefined) row(solver, "none", `not in ${seconds} s, or not here`, "");
    else row(solver, `${Math.round(value * 1e6) / 1e6}`, inMs(ms), beside(ms, own.ms));
  }
}

/** A solver may forget its limit while it prepares. */
const patient = (seconds: number) => ({ timeout: 1_100 * seconds });

const number = (text: string | undefined): number | undefined => (text === undefined ? undefined : Math.abs(Number(text)));

const solvers: readonly (readonly [
  string,
  (file: string, seconds: number, folder: string) => number | undefined | Promise<number | undefined>,
])[] = [
  [
    "HiGHS (npm)",
    async (file, seconds) => {
      const { Status, ObjectiveValue } = (await highs()).solve(readFileSync(file, "utf8"), {
        time_limit: seconds,
        mip_rel_gap: GAP,
      });
      return Status === "Optimal" ? ObjectiveValue : undefined;
    },
  ],
  [
    "CBC",
    (file, seconds) => {
      const text = printedBy("cbc", [file, "-ratio", `${GAP}`, "-sec", `${seconds}`, "-solve", "-quit"], patient(seconds)) ?? "";
      return text.includes("Optimal solution found") ? number(/Objective value:\s+(-?[\d.e+]+)/.exec(text)?.[1]) : undefined;
    },
  ],
  [
    "GLPK",
    (file, seconds, folder) => {
      const out = join(folder, "glpk.txt");
      const text =
        printedBy("glpsol", ["--lp", file, "--tmlim", `${seconds}`, "--mipgap", `${GAP}`, "-o", out], patient(seconds)) ?? "";
      if (text === "" || text.includes("TIME LIMIT")) return undefined;
      return number(/Objective:.*?=\s+(-?[\d.e+]+)/.exec(readFileSync(out, "utf8"))?.[1]);
    },
  ],
];

const SIDE = 1_000;

/** Places at random in a square, straight distances, people from 1 to 100. */
function planar(demands: number, places: number): CostTable {
  const draw = randomFrom(demands + places);
  const points = (count: number) => Array.from({ length: count }, () => [draw() * SIDE, draw() * SIDE] as const);
  const [from, to] = [points(demands), points(places)];
  return {
    demands,
    sites: places,
    cost: Float64Array.from(from.flatMap(([x, y]) => to.map(([east, north]) => Math.round(Math.hypot(x - east, y - north))))),
    weight: Float64Array.from({ length: demands }, () => 1 + Math.floor(draw() * 100)),
  };
}

const each = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at);
const opened = (places: number, prices?: readonly number[]): string =>
  each(places)
    .map((site) => `${prices?.[site] ?? 1} y${site}`)
    .join("\n+ ");
const whole = (places: number): string =>
  `Binary\n${each(places)
    .map((site) => `y${site}`)
    .join("\n")}\nEnd\n`;
const covering = ({ cost, sites: places }: CostTable, row: number, radius: number): readonly number[] =>
  each(places).filter((site) => (cost[row * places + site] ?? Infinity) <= radius);

function medianModel({ demands, sites: places, cost, weight }: CostTable, p: number): string {
  const pays = each(demands).flatMap((row) =>
    each(places).map((site) => `${(cost[row * places + site] ?? 0) * (weight[row] ?? 0)} x${row}_${site}`),
  );
  const served = each(demands).map(
    (row) =>
      `${each(places)
        .map((site) => `x${row}_${site}`)
        .join("\n+ ")} = 1`,
  );
  const open = each(demands).flatMap((row) => each(places).map((site) => `x${row}_${site} - y${site} <= 0`));
  return `Minimize\ncost: ${pays.join("\n+ ")}\nSubject To\n${served.join("\n")}\n${open.join("\n")}\n${opened(places)} = ${p}\n${whole(places)}`;
}

function coverageModel(table: CostTable, p: number, radius: number): string {
  const rows = each(table.demands);
  const won = rows.map((row) => `${table.weight[row] ?? 0} z${row}`);
  const near = rows.map(
    (row) =>
      `z${row}${covering(table, row, radius)
        .map((site) => `\n- y${site}`)
        .join("")} <= 0`,
  );
  const atMost = rows.map((row) => `z${row} <= 1`);
  return `Maximize\npeople: ${won.join("\n+ ")}\nSubject To\n${near.join("\n")}\n${opened(table.sites)} = ${p}\nBounds\n${atMost.join("\n")}\n${whole(table.sites)}`;
}

function coverModel(table: CostTable, radius: number, prices?: readonly number[]): string {
  const near = each(table.demands)
    .map((row) => covering(table, row, radius))
    .filter((list) => list.length > 0)
    .map((list) => `${list.map((site) => `y${site}`).join("\n+ ")} >= 1`);
  return `Minimize\nsites: ${opened(table.sites, prices)}\nSubject To\n${near.join("\n")}\n${whole(table.sites)}`;
}
