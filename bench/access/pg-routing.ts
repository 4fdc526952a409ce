import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tenthsOf, type Graph } from "../../packages/access/paths/graph.ts";
import { printedBy, type Absent } from "./absent.ts";

const versions = "/usr/lib/postgresql";
const absent = (reason: string): Absent => ({ kind: "absent", reason });

/** Asks how long a table takes, in milliseconds, by the database's own account. */
type Ask = (sources: readonly number[], targets: readonly number[]) => number;

/** A passing PostgreSQL that holds a graph. Debian's packages `postgresql` and `postgresql-NN-pgrouting`. */
export function pgRouting<Taken>(
  graph: Graph,
  run: (ask: Ask) => Taken,
): { readonly kind: "done"; readonly taken: Taken } | Absent {
  const version = existsSync(versions)
    ? readdirSync(versions).find((each) => existsSync(`/usr/share/postgresql/${each}/extension/pgrouting.control`))
    : undefined;
  if (version === undefined) return absent("skipped, its extension is not here (apt-get install postgresql-15-pgrouting)");
  const folder = mkdtempSync(join(tmpdir(), "pgrouting-"));
  // PostgreSQL refuses to be the administrator's.
  const isRoot = process.getuid?.() === 0;
  const uid = isRoot ? Number(printedBy("id", ["-u", "postgres"])) : process.getuid?.();
  const gid = isRoot ? Number(printedBy("id", ["-g", "postgres"])) : process.getgid?.();
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  const bin = (name: string): string => join(versions, version, "bin", name);
  const as = { cwd: folder, uid, gid, env: { ...process.env, HOME: folder, LC_ALL: "C" } };
  const data = join(folder, "data");
  const sql = (text: string): string | undefined =>
    printedBy(bin("psql"), ["-h", folder, "-U", "peer", "-d", "postgres", "-v", "ON_ERROR_STOP=1", "-At", "-c", text], as);
  try {
    const isReady =
      printedBy(bin("initdb"), ["-D", data, "-U", "peer", "-A", "trust", "--no-sync"], as) !== undefined &&
      printedBy(
        bin("pg_ctl"),
        ["-D", data, "-w", "-s", "-l", join(folder, "log"), "-o", `-k ${folder} -c listen_addresses=`, "start"],
        as,
      ) !== undefined;
    if (!isReady) return absent("skipped, its database did not start");
    const rows: string[] = [];
    for (let tail = 0; tail < graph.nodes; tail++)
      for (let arc = graph.starts[tail] ?? 0; arc < (graph.starts[tail + 1] ?? 0); arc++)
        rows.push(`${rows.length},${tail},${graph.heads[arc] ?? 0},${tenthsOf(graph.cost[arc] ?? 0)}`);
    writeFileSync(join(folder, "arcs.csv"), rows.join("\n"));
    sql("CREATE EXTENSION pgrouting CASCADE");
    sql("CREATE TABLE arcs (id int, source int, target int, cost float8)");
    sql(`COPY arcs FROM '${join(folder, "arcs.csv")}' CSV`);
    return {
      kind: "done",
      taken: run((sources, targets) => {
        const plan = sql(
          `EXPLAIN ANALYZE SELECT * FROM pgr_dijkstraCost('SELECT id, source, target, cost FROM arcs', ARRAY[${sources.join()}]::int[], ARRAY[${targets.join()}]::int[])`,
        );
        return Number(/Execution Time: ([\d.]+) ms/.exec(plan ?? "")?.[1]);
      }),
    };
  } finally {
    printedBy(bin("pg_ctl"), ["-D", data, "-m", "immediate", "stop"], as);
    rmSync(folder, { recursive: true, force: true });
  }
}
