import type { CostTable } from "../siting/costs.ts";
import type { ExactSolver } from "../siting/exact.ts";
import { planCentre } from "../siting/plan-centre.ts";
import { planCover, type CoverPlan, type Found } from "../siting/plan-cover.ts";
import { planCoverage, planSites, type PlanAnswer } from "../siting/plan.ts";
import type { SiteTerms } from "../siting/terms.ts";
import { InputError } from "./input-error.ts";
import type { Objective } from "./objective.ts";
import { amount, given, type Options } from "./options.ts";
import { numberIn, placesById, readTable, type Row, type Table } from "./table.ts";

const states = ["new", "kept", "closable", "movable"] as const;

/** What is planned, with what the sites are. */
export interface Planned {
  readonly objective: Objective;
  readonly table: CostTable;
  readonly terms: readonly SiteTerms[];
  readonly radius: () => number;
  readonly stop: () => boolean;
  readonly exact: () => Promise<ExactSolver>;
}

/** What to open, close and move, by each objective. */
export async function plannedBy(
  options: Options,
  { objective, table, terms, radius, stop, exact }: Planned,
): Promise<PlanAnswer | CoverPlan> {
  const budget = (): number => amount(options, "budget", "ce qui peut être dépensé, dans l’unité de la colonne cost");
  switch (objective) {
    case "p-median": {
      const how = { terms, budget: budget(), stop };
      const away = given(options, "turned-away") === undefined ? {} : { turnedAway: turnedAwayOf(options) };
      return planSites(table, { ...how, ...away, exact: await exact() });
    }
    case "mclp":
      return planCoverage(table, radius(), { terms, budget: budget(), stop, exact: await exact() });
    case "p-center": {
      const within = budget();
      return planOf(planCentre(table, { terms, budget: within, stop, exact: await exact() }), within);
    }
    case "lscp": {
      const within = given(options, "budget") === undefined ? Infinity : budget();
      return planOf(planCover(table, radius(), { terms, budget: within, stop, exact: await exact() }), within);
    }
  }
}

function planOf<Answer>(found: Found<Answer>, budget: number): Answer {
  if (found.kind === "found") return found.plan;
  if (found.kind === "not found")
    throw new InputError(
      "Aucun plan trouvé qui serve tout le monde, et rien ne prouve qu’il n’y en ait pas : augmentez --seconds.",
    );
  if (found.bound === Infinity)
    throw new InputError(
      "Même tous ouverts, les sites n’ont pas la place de servir tout le monde : ajoutez des sites ou des capacités.",
    );
  throw new InputError(
    `Servir tout le monde dépense au moins ${Math.ceil(found.bound * 100) / 100}, plus que --budget ${budget} : augmentez-le.`,
  );
}

const turnedAwayOf = (options: Options): number => amount(options, "turned-away", "ce que coûte une personne sans place");

/** Reads the sites that exist and those that may: state, price and capacity of each. */
export async function termsOfSites(options: Options, path: string, sites: readonly string[]): Promise<readonly SiteTerms[]> {
  const unused = ["p", "keep", "gap", "seed"].find((name) => given(options, name) !== undefined);
  if (unused !== undefined)
    throw new InputError(
      `--${unused} ne va pas avec --sites : la colonne state dit ce qui est gardé, --budget ce qui peut être ouvert.`,
    );
  const table = await readTable(path, ["id", "state"]);
  const places = placesById(table);
  const unknown = [...places.keys()].find((id) => !sites.includes(id));
  if (unknown !== undefined)
    throw new InputError(
      `${table.name} décrit « ${unknown} », qui n’est pas une colonne des coûts : ajoutez-la ou retirez la ligne.`,
    );
  return sites.map((id) => {
    const row = table.rows[places.get(id) ?? -1];
    if (row === undefined) throw new InputError(`${table.name} ne décrit pas le site « ${id} » : ajoutez une ligne à son nom.`);
    return termsOf(table, row);
  });
}

function termsOf(table: Table, row: Row): SiteTerms {
  const written = row.cells["state"] ?? "";
  const state = states.find((each) => each === written);
  if (state === undefined)
    throw new InputError(
      `${table.name}, ligne ${row.line} : « ${written} » dans la colonne state ; écrivez ${states.join(", ")}.`,
    );
  const isGiven = (column: string): boolean => (row.cells[column] ?? "") !== "";
  const limit = isGiven("capacity") ? { capacity: numberIn(table, row, "capacity") } : {};
  if (state === "kept") return { kind: "kept", ...limit };
  const cost = numberIn(table, row, "cost", state === "closable" ? "any" : "positive");
  return { kind: state === "new" ? "candidate" : state, cost, ...limit };
}
