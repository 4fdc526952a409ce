import { createReadStream } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { router } from "../journeys/route.ts";
import type { Place } from "../journeys/place.ts";
import { buildNetwork } from "../network/build.ts";
import { decodeNetwork, encodeNetwork, NetworkFileError } from "../network/file.ts";
import { degreeUnits, type Network } from "../network/network.ts";
import { OsmFileError } from "../osm/elements.ts";
import { osmSource } from "../osm/source.ts";
import { InputError } from "./input-error.ts";
import { needed, type Options } from "./options.ts";
import { readProfile } from "./profile.ts";
import { Progress } from "./progress.ts";
import { writeWhole } from "./written-file.ts";

/** `network build`: the roads of a map that a traveller can use. Returns what is printed. */
export async function build(options: Options): Promise<object> {
  const path = needed(options, "osm", "la carte, un fichier .osm.pbf ou .osm.gz d’OpenStreetMap");
  const out = needed(options, "out", "le réseau à écrire");
  const profile = await readProfile(options);
  const started = performance.now();
  const progress = new Progress();
  const name = basename(path);
  const built = await buildNetwork(
    osmSource(() => createReadStream(path), name),
    profile,
    (reading, elements) => {
      progress.say(reading === "roads" ? `Routes : ${elements} lignes lues` : `Points : ${elements} lus`);
    },
  ).catch((error: unknown) => {
    if (error instanceof OsmFileError) throw new InputError(error.message);
    if (error instanceof Error && "code" in error)
      throw new InputError(`Le fichier ${path} ne peut pas être lu : vérifiez son nom.`);
    throw error;
  });
  progress.done();
  if (built.kind === "no-road")
    throw new InputError(`${name} n’a aucune route où aller en mode ${profile.name} : vérifiez la carte et le mode.`);
  await writeWhole(out, [encodeNetwork(built.network)]);
  return {
    profile: profile.name,
    nodes: built.network.nodeLon.length,
    edges: built.network.from.length,
    leftOut: built.leftOut,
    seconds: Math.round(performance.now() - started) / 1_000,
  };
}

/** `network route`: the quickest way between two places. Returns what is printed. */
export async function route(options: Options): Promise<object> {
  const network = await readNetwork(needed(options, "net", "le réseau, écrit par « network build »"));
  const [from, to] = [placeIn(options, "from", network), placeIn(options, "to", network)];
  const found = router(network)(from, to);
  if (found.kind === "too-far")
    throw new InputError(
      `--${found.from === "origin" ? "from" : "to"} est à plus d’un kilomètre de toute route : donnez un point plus près d’une route.`,
    );
  if (found.kind === "no-way") throw new InputError("Aucune route ne mène de --from à --to : vérifiez les deux points.");
  return { metres: found.decimetres / 10, minutes: minutesOf(found.tenths) };
}

/** Minutes, to the thousandth: a tenth of a second is 0.0017. */
export const minutesOf = (tenths: number): number => Math.round((tenths / 600) * 1_000) / 1_000;

export async function readNetwork(path: string): Promise<Network> {
  return (await readNetworkFile(path)).network;
}

/** A network, and the bytes it was read from. */
export async function readNetworkFile(path: string): Promise<{ readonly network: Network; readonly bytes: Uint8Array }> {
  const bytes = await readFile(path).catch(() => {
    throw new InputError(`Le fichier ${path} ne peut pas être lu : vérifiez son nom.`);
  });
  try {
    return { network: decodeNetwork(bytes), bytes };
  } catch (error) {
    if (error instanceof NetworkFileError) throw new InputError(`${basename(path)} ${error.message}.`);
    throw error;
  }
}

function placeIn(options: Options, name: "from" | "to", network: Network): Place {
  const text = needed(options, name, "un point, LATITUDE,LONGITUDE");
  const [lat = Number.NaN, lon = Number.NaN, ...more] = text
    .split(",")
    .map((part) => (part.trim() === "" ? Number.NaN : Number(part)));
  if (more.length > 0 || !Number.isFinite(lat) || !Number.isFinite(lon))
    throw new InputError(`--${name} vaut « ${text} » : donnez LATITUDE,LONGITUDE en degrés, comme 48.0153,6.5914.`);
  checkInArea(network, { lat, lon }, `--${name}`);
  return { lat, lon };
}

const marginDegrees = 0.02;

/**
 * Checks that a place is where the roads are, or near their edge.
 *
 * @param where as the sentence begins: a file and its line, or an option.
 * @throws InputError
 */
export function checkInArea(network: Network, { lat, lon }: Place, where: string): void {
  const area = areaOf(network);
  const isIn = (north: number, east: number): boolean =>
    north >= area.south && north <= area.north && east >= area.west && east <= area.east;
  if (isIn(lat, lon)) return;
  const remedy = isIn(lon, lat)
    ? "latitude et longitude semblent échangées : donnez la latitude d’abord"
    : `le réseau va de ${area.south.toFixed(2)},${area.west.toFixed(2)} à ${area.north.toFixed(2)},${area.east.toFixed(2)} : corrigez le point ou prenez une carte plus grande`;
  throw new InputError(`${where} : le point ${lat},${lon} est hors du réseau ; ${remedy}.`);
}

interface Area {
  readonly south: number;
  readonly north: number;
  readonly west: number;
  readonly east: number;
}

const areas = new WeakMap<Network, Area>();

function areaOf(network: Network): Area {
  const known = areas.get(network);
  if (known !== undefined) return known;
  const range = (values: Int32Array): readonly [number, number] => [
    values.reduce((least, value) => Math.min(least, value), Infinity) / degreeUnits - marginDegrees,
    values.reduce((most, value) => Math.max(most, value), -Infinity) / degreeUnits + marginDegrees,
  ];
  const [[south, north], [west, east]] = [range(network.nodeLat), range(network.nodeLon)];
  const area = { south, north, west, east };
  areas.set(network, area);
  return area;
}
