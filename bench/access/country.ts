import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { graphOfNetwork, reversed } from "../../packages/access/paths/graph.ts";
import { encodeHierarchy } from "../../packages/access/paths/hierarchy-file.ts";
import { hierarchyOf } from "../../packages/access/paths/hierarchy.ts";
import { roadsOf } from "../roads.ts";
import { heading, held, inMs, row, say, timed } from "./report.ts";

const CROSSINGS = 4_600_000;
const FACILITIES = 35_000;
const LIMIT = 30 * 600;
/** 109 minutes: nearly everyone. */
const FAR = 65_533;
const RUN = 320;
const RUNS = 12;
const THREADS = 2;

/** Everyone within half an hour of each facility of a country: some runs of neighbours, spread over it, counted as all. */
export async function country(): Promise<void> {
  const { value: graph, ms: drawn } = await timed(() => reversed(graphOfNetwork(roadsOf(CROSSINGS))));
  const { value: hierarchy, ms: prepared } = await timed(() => hierarchyOf(graph));
  say(
    `A country: ${graph.nodes.toLocaleString("en")} nodes, ${graph.heads.length.toLocaleString("en")} arcs, 30 minutes by car, ${THREADS} threads`,
  );
  const bytes = inSharedMemory(encodeHierarchy(hierarchy, "country"));
  const threads = Array.from(
    { length: THREADS },
    () => new Worker(new URL("country-thread.ts", import.meta.url), { workerData: bytes }),
  );
  const across = Array.from({ length: 32 }, (_, at) => Math.floor((at / 32) * graph.nodes));
  const { ms: opened } = await timed(() => Promise.all(threads.map((thread) => ask(thread, across, FAR))));
  const { ms: alone } = await timed(() => ask(first(threads), runOf(graph.nodes, 0.5), LIMIT));
  const runs = Array.from({ length: RUNS }, (_, at) => runOf(graph.nodes, (at + 0.5) / RUNS));
  const { value: people, ms } = await timed(async () => {
    const counts: number[] = [];
    await Promise.all(
      threads.map(async (thread) => {
        for (let next = runs.pop(); next !== undefined; next = runs.pop()) counts.push(await ask(thread, next, LIMIT));
      }),
    );
    return counts.reduce((sum, count) => sum + count, 0);
  });
  await Promise.all(threads.map((thread) => thread.terminate()));
  const each = ms / RUN / RUNS;
  heading("", "");
  row("roads drawn and turned round", inMs(drawn));
  row("preparation", inMs(prepared));
  row("threads opened, and the whole country once", inMs(opened));
  row("nodes reached from one facility", Math.round(people / RUN / RUNS).toLocaleString("en"));
  row("one facility, one thread, the other idle", inMs(alone / RUN));
  row("one facility, on the clock", inMs(each));
  row(
    `${FACILITIES.toLocaleString("en")} facilities, opening included`,
    `${((each * FACILITIES + opened) / 1_000).toFixed(1)} s`,
  );
  row("held", held());
}

/** The facilities of one block of a square country; `share` from 0 to 1: blocks are taken from west to east, and north and south by turns. */
function runOf(nodes: number, share: number): readonly number[] {
  // Nodes are numbered row by row; those of a square block follow each other, as facilities by place do.
  const side = Math.floor(Math.sqrt(nodes));
  const blocks = Math.ceil(Math.sqrt(FACILITIES / RUN));
  const block = Math.floor(side / blocks);
  const [east, north] = [Math.floor(share * blocks), Math.floor(((share * 3) % 1) * blocks)];
  const across = Math.ceil(Math.sqrt(RUN));
  return Array.from({ length: RUN }, (_, at) => {
    const x = east * block + Math.floor(((at % across) / across) * block);
    const y = north * block + Math.floor((Math.floor(at / across) / across) * block);
    return y * side + x;
  });
}

function inSharedMemory(bytes: Uint8Array): Uint8Array {
  const list = new Uint8Array(new SharedArrayBuffer(bytes.length));
  list.set(bytes);
  return list;
}

async function ask(thread: Worker, facilities: readonly number[], limit: number): Promise<number> {
  const answer: Promise<readonly unknown[]> = once(thread, "message");
  thread.postMessage({ facilities, limit });
  const [people] = await answer;
  return Number(people);
}

function first(threads: readonly Worker[]): Worker {
  const [thread] = threads;
  if (thread === undefined) throw new Error("There is no thread.");
  return thread;
}
