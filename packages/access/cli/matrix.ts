import { availableParallelism } from "node:os";
import { placesOnRoad, type Place } from "../journeys/place.ts";
import type { Network } from "../network/network.ts";
import { targetsOf } from "../paths/table.ts";
import { keptHierarchy } from "./hierarchy.ts";
import { InputError } from "./input-error.ts";
import type { MatrixQuestion } from "./matrix-question.ts";
import { tables } from "./matrix-tables.ts";
import { checkInArea, minutesOf, readNetworkFile } from "./network.ts";
import { given, needed, positive, type Options } from "./options.ts";
import { Progress } from "./progress.ts";
import { csvLine, numberIn, placesById, readTable } from "./table.ts";
import { writeWhole } from "./written-file.ts";

/** `matrix`: the best times and lengths between all places of two lists. Returns what is printed. */
export async function matrix(options: Options): Promise<object> {
  const out = needed(options, "out", "la matrice à écrire");
  if (out.endsWith(".json")) throw new InputError("--out : une matrice s’écrit en CSV ; donnez un nom en .csv.");
  const threads = threadsIn(options);
  const most = given(options, "max-minutes") === undefined ? Infinity : positive(options, "max-minutes", "des minutes") * 600;
  const path = needed(options, "net", "le réseau, écrit par « network build »");
  const { network, bytes } = await readNetworkFile(path);
  const from = await readPlaces(network, needed(options, "origins", "les lieux d’où l’on part : id,lat,lon"));
  const to = await readPlaces(network, needed(options, "destinations", "les lieux où l’on va : id,lat,lon"));
  const started = performance.now();
  const origins = placesOnRoad(network, from.places, "origins");
  const destinations = placesOnRoad(network, to.places, "destinations");
  const progress = new Progress();
  const { hierarchy, preparation } = await keptHierarchy(path, network, bytes, progress);
  const question = { network, origins, destinations, targets: targetsOf(hierarchy, destinations.access) };
  const count = { written: 0, beyond: 0, unreachable: 0 };
  await writeWhole(out, lines(question, threads, from.ids, to.ids, most, count, progress));
  progress.done();
  return {
    origins: from.ids.length,
    destinations: to.ids.length,
    pairs: count.written,
    unreachable: count.unreachable,
    beyondMaxMinutes: count.beyond,
    tooFarFromRoads: {
      origins: origins.lost.map((at) => from.ids[at]),
      destinations: destinations.lost.map((at) => to.ids[at]),
    },
    threads,
    preparation,
    seconds: Math.round(performance.now() - started) / 1_000,
  };
}

async function* lines(
  question: MatrixQuestion,
  threads: number,
  origins: readonly string[],
  destinations: readonly string[],
  most: number,
  count: { written: number; beyond: number; unreachable: number },
  progress: Progress,
): AsyncGenerator<string> {
  yield "origin,destination,minutes,metres\n";
  for await (const { from, to, table } of tables(question, threads)) {
    const text: string[] = [];
    for (let row = from; row < to; row++)
      for (const [column, destination] of destinations.entries()) {
        const at = (row - from) * destinations.length + column;
        const tenths = table.tenths[at] ?? Number.NaN;
        if (Number.isNaN(tenths)) count.unreachable += 1;
        else if (tenths > most) count.beyond += 1;
        else text.push(csvLine([origins[row] ?? "", destination, minutesOf(tenths), (table.decimetres[at] ?? 0) / 10]));
      }
    count.written += text.length;
    progress.say(`Matrice : ${to} lieux sur ${origins.length}`);
    if (text.length > 0) yield `${text.join("\n")}\n`;
  }
}

function threadsIn(options: Options): number {
  if (given(options, "threads") === undefined) return availableParallelism();
  const threads = positive(options, "threads", "un nombre de fils d’exécution, de 1 à 64");
  if (Number.isInteger(threads) && threads <= 64) return threads;
  throw new InputError(`--threads vaut « ${threads} » : donnez un nombre entier, de 1 à 64.`);
}

async function readPlaces(
  network: Network,
  path: string,
): Promise<{ readonly ids: readonly string[]; readonly places: readonly Place[] }> {
  const table = await readTable(path, ["id", "lat", "lon"]);
  const ids = [...placesById(table).keys()];
  const places = table.rows.map((row) => {
    const place = { lat: numberIn(table, row, "lat", "any"), lon: numberIn(table, row, "lon", "any") };
    checkInArea(network, place, `${table.name}, ligne ${row.line}`);
    return place;
  });
  return { ids, places };
}
