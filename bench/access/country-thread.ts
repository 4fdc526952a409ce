import { parentPort, workerData } from "node:worker_threads";
import { decodeHierarchy } from "../../packages/access/paths/hierarchy-file.ts";
import { catchments, everyNode } from "../../packages/access/paths/table.ts";

// One thread of `country.ts`: told a hierarchy once, then facilities and a limit; says how many people they have, in all.
const bytes: unknown = workerData;
if (!(bytes instanceof Uint8Array)) throw new TypeError("A thread is told a hierarchy.");
const hierarchy = decodeHierarchy(bytes, "country");
if (hierarchy === undefined) throw new TypeError("The hierarchy was not read.");
const all = everyNode(hierarchy);

parentPort?.on("message", ({ facilities, limit }: { readonly facilities: readonly number[]; readonly limit: number }) => {
  let people = 0;
  const sources = facilities.map((node) => [{ node, cost: 0 }]);
  catchments(all, sources, limit, ({ targets }) => (people += targets.length));
  parentPort?.postMessage(people);
});
