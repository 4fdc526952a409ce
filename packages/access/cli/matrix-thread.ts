import { parentPort, workerData } from "node:worker_threads";
import { travelTable } from "../journeys/matrix.ts";
import { isQuestion, isRows } from "./matrix-question.ts";

const question: unknown = workerData;

parentPort?.on("message", (rows: unknown) => {
  if (!isQuestion(question) || !isRows(rows)) throw new TypeError("A thread is told what to compute, then which rows.");
  const table = travelTable(question.network, question.origins, question.destinations, question.targets, rows);
  if (table.kind === "done") parentPort?.postMessage(table);
});
