import { createReadStream, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { Writable } from "node:stream";
import parser from "osm-pbf-parser";
import { isochrones } from "../../packages/access/isochrones/isochrones.ts";
import { departures, snapper } from "../../packages/access/network/snap.ts";
import { costOf, graphOfNetwork, tenthsOf } from "../../packages/access/paths/graph.ts";
import { hierarchyOf } from "../../packages/access/paths/hierarchy.ts";
import { oneToAll } from "../../packages/access/paths/one-to-all.ts";
import { isHere, unlessHere } from "../../packages/published.fixture.ts";
import { andorra, andorraFile } from "./andorra.ts";
import { beside, heading, inMs, least, row, say, timed } from "./report.ts";

/** From a map to its roads, beside what another reader takes to read it, nothing made of it; then what is reached within a time. */
export async function maps(): Promise<void> {
  if (!isHere) {
    say(`Maps: ${unlessHere}`);
    return;
  }
  const counted = { nodes: 0, others: 0 };
  const theirs = await timed(() =>
    pipeline(
      createReadStream(andorraFile),
      parser(),
      new Writable({
        objectMode: true,
        write(items: readonly { readonly type: string }[], _encoding, done) {
          for (const { type } of items) counted[type === "node" ? "nodes" : "others"] += 1;
          done();
        },
      }),
    ),
  );
  await andorra();
  const ours = await timed(andorra);
  const megabytes = (statSync(andorraFile).size / 2 ** 20).toFixed(1);
  const perSecond = (ms: number): string => Math.round((counted.nodes / ms) * 1_000).toLocaleString("en");
  say(
    `Andorra's map: ${megabytes} MB, ${counted.nodes.toLocaleString("en")} nodes, ${counted.others.toLocaleString("en")} ways and relations`,
  );
  heading("", "time", "its nodes a second", "beside ours");
  row("ours: read, cut, well-connected part for a car", inMs(ours.ms), perSecond(ours.ms), "1 : 1");
  row("osm-pbf-parser: read only", inMs(theirs.ms), perSecond(theirs.ms), beside(theirs.ms, ours.ms));

  const network = ours.value;
  const start = snapper(network)(42.5078, 1.5211);
  if (start.kind === "too-far") throw new Error("Andorra la Vella has roads.");
  const access = departures(network, start).map(({ node, tenths, decimetres }) => ({ node, cost: costOf(tenths, decimetres) }));
  const toAll = oneToAll(hierarchyOf(graphOfNetwork(network)));
  const reached = toAll(access).map((cost) => (cost === Infinity ? Infinity : tenthsOf(cost)));
  say(`What is reached by car from Andorra la Vella, on ${network.nodeLon.length.toLocaleString("en")} nodes`);
  heading("", "time");
  row("the time to every node", inMs(least(() => toAll(access))));
  for (const cell of [100, 50, 25])
    row(
      `outlines of 5, 10, 20 and 30 minutes, cells of ${cell} m`,
      inMs(least(() => isochrones(network, start, reached, [5, 10, 20, 30], { cell }))),
    );
}
