import { aplSteps, type Decay, type Step } from "../scores/decay.ts";
import { threeStep, twoStep } from "../scores/floating-catchment.ts";
import { reachOf, straightReach, type Reach } from "../scores/reach.ts";
import { InputError } from "./input-error.ts";
import { given, needed, positive, type Options } from "./options.ts";
import { numberIn, placeOf, placesById, readTable, writeTable, type Table } from "./table.ts";

const methods = ["2sfca", "e2sfca", "gaussian", "3sfca", "apl"] as const;
type Method = (typeof methods)[number];

/** `fca`: a score of access for each demand. Returns what is printed. */
export async function fca(options: Options): Promise<object> {
  const method = methodOf(needed(options, "method", `une des méthodes ${methods.join(", ")}`));
  const decay = decayOf(method, options);
  const out = needed(options, "out", "le fichier des scores à écrire");
  const straight = options["euclidean"] === true;
  const columns = straight ? ["x", "y"] : [];
  const demand = await readTable(needed(options, "demand", "le fichier de ceux qui ont besoin"), ["id", "demand", ...columns]);
  const supply = await readTable(needed(options, "supply", "le fichier de ce qui est offert"), ["id", "supply", ...columns]);
  const [demandPlaces, supplyPlaces] = [placesById(demand), placesById(supply)];
  const reach = straight
    ? straightReach(placesOf(demand), placesOf(supply), furthest(decay))
    : await readMatrix(
        needed(options, "matrix", "le fichier des temps de trajet, ou --euclidean pour la ligne droite"),
        demandPlaces,
        supplyPlaces,
      );
  const wanted = demand.rows.map((row) => numberIn(demand, row, "demand"));
  const offered = supply.rows.map((row) => numberIn(supply, row, "supply"));
  const question = { reach, demand: wanted, supply: offered, decay };
  const { scores, unreached } = method === "3sfca" ? threeStep(question) : twoStep(question);
  const ids = [...demandPlaces.keys()];
  await writeTable(
    out,
    ids.map((id, at) => ({ id, score: scores[at] ?? 0 })),
  );
  const total = (numbers: readonly number[]): number => numbers.reduce((sum, number) => sum + number, 0);
  return {
    method,
    demands: ids.length,
    supplies: supplyPlaces.size,
    pairs: reach.cost.length,
    demand: total(wanted),
    supply: total(offered),
    supplyUnreached: total(unreached.map((at) => offered[at] ?? 0)),
    demandsWithoutAccess: scores.reduce((count, score) => count + (score === 0 ? 1 : 0), 0),
  };
}

function methodOf(text: string): Method {
  const method = methods.find((each) => each === text);
  if (method === undefined) throw new InputError(`« ${text} » n’est pas une méthode : choisissez parmi ${methods.join(", ")}.`);
  return method;
}

function decayOf(method: Method, options: Options): Decay {
  const unit = "dans l’unité de la matrice, ou en mètres avec --euclidean";
  const steps = given(options, "steps");
  const catchment = (): number => positive(options, "catchment", unit);
  if (method === "2sfca") return { kind: "within", catchment: catchment() };
  if (method === "gaussian") return bell(catchment(), options);
  if (steps !== undefined) return { kind: "steps", steps: stepsOf(steps) };
  if (method === "apl") return aplSteps;
  if (method === "3sfca") return bell(catchment(), options);
  throw new InputError("Il manque --steps : les anneaux et leurs poids, comme 3000:1,6000:0.68,10000:0.22.");
}

/** Without a width of its own, the bell comes down to nothing at the edge of the catchment. */
const bell = (catchment: number, options: Options): Decay =>
  given(options, "sigma") === undefined
    ? { kind: "gaussian-to-edge", catchment }
    : { kind: "gaussian", catchment, sigma: positive(options, "sigma", "la largeur de la cloche") };

function stepsOf(text: string): readonly Step[] {
  let before: Step = { until: 0, weight: 1 };
  return text.split(",").map((part) => {
    const [until = Number.NaN, weight = Number.NaN, ...more] = part
      .split(":")
      .map((number) => (number.trim() === "" ? Number.NaN : Number(number)));
    const isStep = more.length === 0 && until > before.until && until < Infinity && weight >= 0 && weight <= before.weight;
    if (!isStep)
      throw new InputError(
        `--steps : « ${part} » n’est pas un anneau ; écrivez borne:poids, les bornes croissantes et les poids de 1 à 0, comme 3000:1,6000:0.68.`,
      );
    before = { until, weight };
    return before;
  });
}

const furthest = (decay: Decay): number => (decay.kind === "steps" ? (decay.steps.at(-1)?.until ?? 0) : decay.catchment);

const placesOf = (table: Table) => ({
  x: table.rows.map((row) => numberIn(table, row, "x", "any")),
  y: table.rows.map((row) => numberIn(table, row, "y", "any")),
});

async function readMatrix(
  path: string,
  demands: ReadonlyMap<string, number>,
  supplies: ReadonlyMap<string, number>,
): Promise<Reach> {
  const table = await readTable(path, ["origin", "destination"]);
  const column = ["minutes", "metres"].find((each) => table.columns.includes(each));
  if (column === undefined) throw new InputError(`${table.name} n’a ni colonne minutes ni colonne metres.`);
  const seen = new Set<number>();
  const pairs = table.rows.map((row) => {
    const pair = {
      demand: placeOf(demands, table, row, "origin"),
      supply: placeOf(supplies, table, row, "destination"),
      cost: numberIn(table, row, column),
    };
    const key = pair.demand * supplies.size + pair.supply;
    if (seen.has(key)) throw new InputError(`${table.name}, ligne ${row.line} : ce trajet est déjà dans une autre ligne.`);
    seen.add(key);
    return pair;
  });
  return reachOf(demands.size, supplies.size, {
    demand: pairs.map((pair) => pair.demand),
    supply: pairs.map((pair) => pair.supply),
    cost: pairs.map((pair) => pair.cost),
  });
}
