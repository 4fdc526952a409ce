import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { SitingAnswer } from "../siting/answer.ts";
import type { CostTable } from "../siting/costs.ts";
import { maximalCoverage } from "../siting/maximal-coverage.ts";
import { pCentre } from "../siting/p-centre.ts";
import { pMedian } from "../siting/p-median.ts";
import { setCover, type CoverAnswer } from "../siting/set-cover.ts";
import type { PlanAnswer } from "../siting/plan.ts";
import type { CoverPlan } from "../siting/plan-cover.ts";
import { highsSolver } from "./highs.ts";
import { InputError } from "./input-error.ts";
import { objectiveOf, type Objective } from "./objective.ts";
import { amount, given, needed, positive, type Options } from "./options.ts";
import { readPmed } from "./pmed.ts";
import { plannedBy, termsOfSites } from "./site-plan.ts";
import { numberIn, placesById, readTable, type Table } from "./table.ts";

const MOST_EXACT_SECONDS = 60;

/** What is asked, with the names by which the answer calls sites and demands. */
interface Question {
  readonly table: CostTable;
  readonly sites: readonly string[];
  readonly demands: readonly string[];
  /** How many sites to choose. */
  readonly p: () => number;
}

/** `site`: where to open. Returns what is printed. */
export async function site(options: Options): Promise<object> {
  const file = given(options, "pmed");
  const seconds = given(options, "seconds") === undefined ? Infinity : positive(options, "seconds", "le temps de calcul permis");
  const startedAt = performance.now();
  const stop = (): boolean => performance.now() - startedAt > seconds * 1_000;
  const seed = seedOf(options);
  const objective = file === undefined ? objectiveOf(options) : "p-median";
  const question = file === undefined ? await fromTables(options) : await fromPmed(file);
  const { table } = question;
  const keep = keepOf(options, question.sites);
  const p = (): number => {
    const asked = question.p();
    if (keep.length <= asked) return asked;
    throw new InputError(`--keep garde ${keep.length} sites, plus que les ${asked} demandés : gardez-en moins ou augmentez --p.`);
  };
  const radius = (): number => positive(options, "radius", "la distance au-delà de laquelle un lieu n’est plus couvert");
  // Half of the time that is left, so that an answer of ours follows where there is no proof.
  const left = (): number => seconds - (performance.now() - startedAt) / 1_000;
  const exact = () => highsSolver(() => Math.min(left() / 2, MOST_EXACT_SECONDS));
  const keyed = { keep, seed, stop };
  const ask: Readonly<Record<Objective, () => Promise<SitingAnswer | CoverAnswer>>> = {
    "p-median": async () => pMedian(table, p(), { ...keyed, enough: gapOf(options) }),
    mclp: async () => maximalCoverage(table, p(), radius(), { ...keyed, enough: gapOf(options) }),
    lscp: async () => setCover(table, radius(), { keep, stop, enough: gapOf(options), exact: await exact() }),
    "p-center": async () => pCentre(table, p(), { keep, stop, enough: gapOf(options), exact: await exact() }),
  };
  const planned = async (path: string): Promise<PlanAnswer | CoverPlan> =>
    plannedBy(options, { objective, table, radius, stop, exact, terms: await termsOfSites(options, path, question.sites) });
  const path = given(options, "sites");
  if (path === undefined && given(options, "budget") !== undefined)
    throw new InputError("--budget demande --sites : un fichier qui dit ce qu’est chaque site, et ce qu’il coûte.");
  const printed =
    path === undefined ? printedAnswer(await ask[objective](), question) : printedPlan(await planned(path), question);
  return { ...printed, ms: Math.round(performance.now() - startedAt) };
}

function printedAnswer(answer: SitingAnswer | CoverAnswer, { sites, demands }: Question): object {
  const named = (chosen: readonly number[]): readonly string[] => chosen.map((each) => sites[each] ?? "");
  return {
    objective: answer.objective,
    sites: named(answer.sites),
    bound: answer.bound,
    gap: answer.gap,
    proven: answer.proof === "optimal",
    runnersUp: answer.runnersUp.map((each) => ({ objective: each.objective, sites: named(each.sites) })),
    next: answer.next.map((each) => ({ objective: each.objective, site: sites[each.site] })),
    ...("beyond" in answer ? { beyond: answer.beyond.map((each) => demands[each]) } : {}),
  };
}

function printedPlan(answer: PlanAnswer | CoverPlan, question: Question): object {
  const { sites } = question;
  return {
    ...printedAnswer(answer, question),
    spent: answer.spent,
    moves: answer.moves.map(({ from, to }) => ({ from: sites[from], to: sites[to] })),
    load: Object.fromEntries(answer.sites.map((each, at) => [sites[each] ?? "", answer.load[at]])),
    turnedAway: answer.turnedAway,
  };
}

function seedOf(options: Options): number {
  const text = given(options, "seed");
  if (text === undefined) return 1;
  const seed = Number(text);
  if (text !== "" && Number.isSafeInteger(seed) && seed >= 0) return seed;
  throw new InputError(`--seed vaut « ${text} » : donnez un nombre entier, 0 ou plus.`);
}

function keepOf(options: Options, sites: readonly string[]): readonly number[] {
  const names = (given(options, "keep") ?? "").split(",").flatMap((name) => (name.trim() === "" ? [] : [name.trim()]));
  const keep = names.map((name) => {
    const place = sites.indexOf(name);
    if (place < 0) throw new InputError(`--keep garde « ${name} », qui n’est pas un des sites : ${some(sites)}.`);
    return place;
  });
  return [...new Set(keep)];
}

function gapOf(options: Options): number {
  if (given(options, "gap") === undefined) return 0;
  const gap = amount(options, "gap", "l’écart à l’optimum qui suffit, comme 0.001");
  if (gap < 1) return gap;
  throw new InputError(`--gap vaut ${gap} : donnez une part, de 0 à 1, comme 0.001.`);
}

const some = (names: readonly string[]): string => (names.length > 8 ? `${names.slice(0, 8).join(", ")}…` : names.join(", "));

async function fromPmed(path: string): Promise<Question> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new InputError(`Le fichier ${path} ne peut pas être lu : vérifiez son nom.`);
  });
  const { table, p } = readPmed(basename(path), text);
  const names = Array.from({ length: table.sites }, (_, node) => String(node + 1));
  return { table, sites: names, demands: names, p: () => p };
}

async function fromTables(options: Options): Promise<Question> {
  const costs = await readTable(
    needed(options, "costs", "le tableau des coûts, une ligne par lieu et une colonne par site"),
    [],
    "names",
  );
  const demand = await readTable(needed(options, "demand", "le fichier de ceux qui ont besoin"), ["id", "demand"]);
  const [first = "", ...sites] = costs.columns;
  if (sites.length === 0) throw new InputError(`${costs.name} n’a aucune colonne de site après la première.`);
  const double = sites.find((each, at) => each === "" || sites.indexOf(each) !== at);
  if (double !== undefined)
    throw new InputError(`${costs.name} a une colonne sans nom ou deux fois « ${double} » : donnez un nom à chaque site.`);
  const places = placesById(demand);
  const rows = rowsById(costs, first, places, demand);
  const demands = [...places.keys()];
  const table: CostTable = {
    demands: demands.length,
    sites: sites.length,
    cost: Float64Array.from(rows.flatMap((row) => sites.map((each) => numberIn(costs, row, each)))),
    weight: Float64Array.from(demand.rows, (row) => numberIn(demand, row, "demand")),
  };
  return { table, sites, demands, p: () => sitesAsked(options, sites.length) };
}

/** The row of costs of each demand, in the order of the demands. */
function rowsById(
  costs: Table,
  first: string,
  places: ReadonlyMap<string, number>,
  demand: Table,
): readonly Table["rows"][number][] {
  const byId = new Map<string, Table["rows"][number]>();
  for (const row of costs.rows) {
    const id = row.cells[first] ?? "";
    if (!places.has(id))
      throw new InputError(
        `${costs.name}, ligne ${row.line} : « ${id} » n’est dans aucune ligne de ${demand.name} ; ajoutez-le ou retirez la ligne.`,
      );
    if (byId.has(id)) throw new InputError(`${costs.name}, ligne ${row.line} : « ${id} » est déjà dans une autre ligne.`);
    byId.set(id, row);
  }
  return demand.rows.map((row) => {
    const found = byId.get(row.cells["id"] ?? "");
    if (found !== undefined) return found;
    throw new InputError(
      `${demand.name}, ligne ${row.line} : « ${row.cells["id"] ?? ""} » n’a pas de ligne dans ${costs.name} ; ajoutez ses coûts.`,
    );
  });
}

function sitesAsked(options: Options, sites: number): number {
  const p = positive(options, "p", "le nombre de sites à choisir");
  if (Number.isInteger(p) && p <= sites) return p;
  throw new InputError(`--p vaut ${p} : donnez un nombre entier, de 1 à ${sites}, le nombre de sites du tableau.`);
}
