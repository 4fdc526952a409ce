import type { PlanQuestion } from "../siting/plan.ts";
import type { SiteTerms } from "../siting/terms.ts";
import { InputError } from "./input-error.ts";
import { amount, type Options } from "./options.ts";
import { numberIn, placesById, readTable, type Row, type Table } from "./table.ts";

const states = ["new", "kept", "closable", "movable"] as const;

/** Reads the sites that exist and those that may: state, price and capacity of each. */
export async function budgeted(
  options: Options,
  path: string,
  sites: readonly string[],
): Promise<Pick<PlanQuestion, "terms" | "budget">> {
  const table = await readTable(path, ["id", "state"]);
  const places = placesById(table);
  const unknown = [...places.keys()].find((id) => !sites.includes(id));
  if (unknown !== undefined)
    throw new InputError(
      `${table.name} décrit « ${unknown} », qui n’est pas une colonne des coûts : ajoutez-la ou retirez la ligne.`,
    );
  const terms = sites.map((id) => {
    const row = table.rows[places.get(id) ?? -1];
    if (row === undefined) throw new InputError(`${table.name} ne décrit pas le site « ${id} » : ajoutez une ligne à son nom.`);
    return termsOf(table, row);
  });
  const budget = amount(options, "budget", "ce qui peut être dépensé, dans l’unité de la colonne cost");
  return { terms, budget };
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
