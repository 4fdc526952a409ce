import { createReadStream, existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Place } from "../../packages/access/journeys/place.ts";
import { buildNetwork } from "../../packages/access/network/build.ts";
import { degreeUnits, type Network } from "../../packages/access/network/network.ts";
import { car } from "../../packages/access/network/profiles/car.ts";
import { osmSource } from "../../packages/access/osm/source.ts";
import { reference } from "../../packages/published.fixture.ts";
import { printedBy, type Absent } from "./absent.ts";

export const andorraFile = reference("osm", "andorra-2013.osm.pbf");

/** The roads of Andorra for a car. */
export async function andorra(): Promise<Network> {
  const built = await buildNetwork(
    osmSource(() => createReadStream(andorraFile), "andorra"),
    car,
  );
  if (built.kind === "no-road") throw new Error("Andorra has roads.");
  return built.network;
}

export const placesOf = ({ nodeLat, nodeLon }: Network, nodes: readonly number[]): readonly Place[] =>
  nodes.map((node) => ({ lat: (nodeLat[node] ?? 0) / degreeUnits, lon: (nodeLon[node] ?? 0) / degreeUnits }));

/** Valhalla's own table between places of Andorra, in milliseconds, tiles and engine warm. Its package weighs 280 MB: it is not one of ours. */
export function throughValhalla(
  sources: readonly Place[],
  targets: readonly Place[],
): { readonly kind: "done"; readonly ms: number } | Absent {
  if (!existsSync("node_modules/@valhallajs/valhallajs"))
    return { kind: "absent", reason: "skipped, it is not installed (npm install --no-save @valhallajs/valhallajs@3.6.1)" };
  const folder = mkdtempSync(join(tmpdir(), "valhalla-"));
  try {
    const question = join(folder, "question.json");
    writeFileSync(question, JSON.stringify({ folder, map: andorraFile, sources, targets }));
    const ms = Number(printedBy(process.execPath, ["bench/access/valhalla.mjs", question]));
    return ms > 0 ? { kind: "done", ms } : { kind: "absent", reason: "skipped, it gave no answer" };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
