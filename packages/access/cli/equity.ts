import { gini, lorenzCurve } from "../equity/lorenz.ts";
import { theil, theilBetween } from "../equity/theil.ts";
import { palma, worstOff } from "../equity/worst-off.ts";
import { given, needed, type Options } from "./options.ts";
import { numberIn, placeOf, placesById, readTable } from "./table.ts";

/** `equity`: how fairly scores are spread over people. Returns what is printed. */
export async function equity(options: Options): Promise<object> {
  const group = given(options, "group");
  const scores = await readTable(needed(options, "scores", "le fichier des scores que fca écrit"), ["id", "score"]);
  const demand = await readTable(needed(options, "demand", "le fichier de ceux qui ont besoin"), [
    "id",
    "demand",
    ...(group === undefined ? [] : [group]),
  ]);
  placesById(scores);
  const places = placesById(demand);
  const rows = scores.rows.map((row) => ({ row, own: demand.rows[placeOf(places, scores, row, "id")] ?? row }));
  const byPlace = {
    values: rows.map(({ row }) => numberIn(scores, row, "score")),
    people: rows.map(({ own }) => numberIn(demand, own, "demand")),
  };
  return {
    places: rows.length,
    people: byPlace.people.reduce((sum, number) => sum + number, 0),
    gini: gini(byPlace),
    theil:
      group === undefined
        ? theil(byPlace)
        : theilBetween(
            byPlace,
            rows.map(({ own }) => own.cells[group] ?? ""),
          ),
    palma: palma(byPlace),
    worstOffTenth: worstOff(byPlace, "low"),
    lorenz: lorenzCurve(byPlace),
  };
}
