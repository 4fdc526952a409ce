import { Worker } from "node:worker_threads";
import { travelTable } from "../journeys/matrix.ts";
import type { TimeTable } from "../paths/table.ts";
import type { MatrixQuestion, Rows } from "./matrix-question.ts";
import { shared } from "./shared.ts";

// Whole batches of the sweep, few enough to hold those of each thread in memory.
const rowsAtOnce = 64;

/** The table of a question, some rows at a time, in order: the same whatever the number of threads. */
export async function* tables(question: MatrixQuestion, threads: number): AsyncGenerator<Rows & { readonly table: TimeTable }> {
  const parts = partsOf(question.origins.snapped.length);
  if (threads === 1) {
    for (const rows of parts) {
      const { network, origins, destinations, targets } = question;
      const table = travelTable(network, origins, destinations, targets, rows);
      if (table.kind === "done") yield { ...rows, table };
    }
    return;
  }
  const workerData = shared(question);
  const workers = Array.from({ length: Math.min(threads, parts.length) }, () => new Worker(threadFile, { workerData }));
  try {
    const waiting = workers.map(() => Promise.resolve<unknown>(undefined));
    // A thread goes on to its next part when the one before is done, and no thread is more than a round ahead.
    const asked: Promise<TimeTable>[] = [];
    for (const [at, rows] of parts.entries()) {
      for (let next = asked.length; next < Math.min(parts.length, at + 2 * workers.length); next++) {
        const place = next % workers.length;
        const [worker, part] = [workers[place], parts[next]];
        if (worker === undefined || part === undefined) break;
        const answer = (waiting[place] ?? Promise.resolve()).then(() => answerOf(worker, part));
        waiting[place] = answer;
        // It may fail before its turn to be waited for.
        answer.catch(() => undefined);
        asked.push(answer);
      }
      const table = await asked[at];
      if (table !== undefined) yield { ...rows, table };
    }
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

const threadFile = new URL("matrix-thread.ts", import.meta.url);

function partsOf(rows: number): readonly Rows[] {
  const parts: Rows[] = [];
  for (let from = 0; from < rows; from += rowsAtOnce) parts.push({ from, to: Math.min(rows, from + rowsAtOnce) });
  return parts;
}

function answerOf(worker: Worker, rows: Rows): Promise<TimeTable> {
  const { promise, resolve, reject } = Promise.withResolvers<TimeTable>();
  worker.once("message", resolve);
  worker.once("error", reject);
  worker.postMessage(rows);
  return promise.finally(() => {
    worker.off("message", resolve);
    worker.off("error", reject);
  });
}
