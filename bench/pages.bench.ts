import { chmod, mkdtemp, rm } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { enterAsCoordinator, freePort, openTestInstance } from "../test/instance.ts";
import { buildEarlier } from "./pages/earlier.ts";
import { fire, openBare, type Bare, type Measured, type Page } from "./pages/fire.ts";
import { growInstance } from "./pages/grow.ts";
import { alone, p99, together } from "./pages/people.ts";
import { processorOf } from "./pages/processor.ts";

const size = { actions: 1_000, services: 1_000 };
/** For each page and as much for its bare bytes, in so many turns. */
const seconds = 8;
const rounds = 4;
const connections = 10;
const people = 50;
const scriptLimit = 20_000;
const checkout = join(import.meta.dirname, "..");
const { values, positionals } = parseArgs({
  options: { before: { type: "string" }, "cpu-prof": { type: "boolean", default: false } },
  allowPositionals: true,
});
const [server = join(checkout, "dist", "server", "server.js")] = positionals;

/** A version of Maillage that runs, with its big plan. */
interface Running {
  readonly name: string;
  readonly origin: string;
  readonly pages: readonly Page[];
  /** Milliseconds of processor until now: of Node and of PostgreSQL. */
  readonly processor: () => number;
  readonly end: () => Promise<void>;
}

async function run(name: string, built: string, dataFolder: string): Promise<Running> {
  const options = values["cpu-prof"] ? ["--cpu-prof"] : [];
  const instance = await openTestInstance({ server: built, dataFolder, port: await freePort(), options });
  const { origin } = instance;
  const { fiche, postmaster } = await growInstance(dataFolder, size);
  const { slug, headers } = await enterAsCoordinator(origin);
  // As browsers ask.
  const anyone = { "accept-encoding": "gzip, deflate, br", "accept-language": "fr" };
  const coordinator = { ...anyone, ...headers };
  const at = (path: string): string => `${origin}/${slug}${path}`;
  return {
    name,
    origin,
    pages: [
      { name: "public page", address: `${origin}/`, headers: anyone },
      { name: "plan, a passer-by", address: at("/plan"), headers: anyone },
      { name: "directory, a passer-by", address: at("/annuaire"), headers: anyone },
      { name: "fiche, a passer-by", address: at(`/plan/actions/${fiche}`), headers: anyone },
      { name: "fiche", address: at(`/plan/actions/${fiche}`), headers: coordinator },
      { name: "plan, 50 rows", address: at("/plan"), headers: coordinator },
      { name: "services, 100 rows", address: at("/annuaire/services"), headers: coordinator },
    ],
    processor: () => processorOf(instance.process.pid ?? 0) + processorOf(postmaster),
    end: () => instance.end("SIGTERM"),
  };
}

const mean = (numbers: readonly number[]): number => numbers.reduce((sum, each) => sum + each, 0) / numbers.length;
const median = (numbers: readonly number[]): number => numbers.toSorted((one, other) => one - other)[numbers.length >> 1] ?? 0;

/** Measures a page and its bare bytes by turns, in each version, so that whatever else the machine does weighs on all. */
async function compare(folder: string, versions: readonly Running[], at: number): Promise<readonly (readonly string[])[]> {
  const asked: { running: Running; page: Page; bare: Bare; ours: Measured[]; theirs: Measured[]; used: number }[] = [];
  try {
    for (const running of versions) {
      const page = running.pages[at];
      if (page === undefined) continue;
      const bare = await openBare(folder, page);
      asked.push({ running, page, bare, ours: [], theirs: [], used: 0 });
      await fire(page, connections, 3);
      await fire({ address: bare.address, headers: {} }, connections, 1);
    }
    for (let round = 0; round < rounds; round += 1)
      for (const each of asked) {
        const from = each.running.processor();
        each.ours.push(await fire(each.page, connections, seconds / rounds));
        each.used += each.running.processor() - from;
        each.theirs.push(await fire({ address: each.bare.address, headers: {} }, connections, seconds / rounds));
      }
  } finally {
    for (const { bare } of asked) await bare.close();
  }
  return asked.map(({ running, page, bare, ours, theirs, used }) => {
    const rate = mean(ours.map(({ requests }) => requests.average));
    const floor = mean(theirs.map(({ requests }) => requests.average));
    const requests = ours.reduce((sum, each) => sum + each.requests.total, 0);
    return [
      versions.length === 1 ? page.name : `${page.name} (${running.name})`,
      (bare.bytes / 1_000).toFixed(1),
      rate.toFixed(0),
      median(ours.map(({ latency }) => latency.p50)).toFixed(0),
      median(ours.map(({ latency }) => latency.p99)).toFixed(0),
      (used / requests).toFixed(2),
      floor.toFixed(0),
      `1 : ${(floor / rate).toFixed(1)}`,
    ];
  });
}

/** The script that a first visit loads: what the page names, and what that imports at once. */
async function scriptBytes(origin: string, page: string): Promise<number> {
  const waiting = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = ""]) => new URL(src, origin).href);
  const loaded = new Set<string>();
  let bytes = 0;
  for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
    if (loaded.has(address)) continue;
    loaded.add(address);
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address} was answered ${answer.status}`);
    const source = await answer.text();
    bytes += gzipSync(source).byteLength;
    const imports = source.matchAll(/(?:^|[;}\s])import\s*(?:[^"'()]*?from\s*)?["']([^"']+)["']/g);
    for (const [, specifier = ""] of imports) waiting.push(new URL(specifier, address).href);
  }
  return bytes;
}

/** What so many people at once wait, beside what one waits who is alone. Any error ends the measure. */
async function crowd({ name, pages }: Running): Promise<readonly (readonly string[])[]> {
  const lonely = new Map<Page, number>();
  for (const page of pages) lonely.set(page, await alone(page, 40));
  const took = await together(pages, people, 30);
  return pages.map((page) => {
    const [one, many] = [lonely.get(page) ?? 0, p99(took.get(page) ?? [])];
    return [`${page.name} (${name})`, one.toFixed(1), many.toFixed(1), `${(many / one).toFixed(1)} : 1`];
  });
}

function print(rows: readonly (readonly string[])[]): void {
  for (const row of rows)
    process.stdout.write(
      `| ${row.map((cell, column) => cell.padEnd(Math.max(...rows.map((each) => each[column]?.length ?? 0)))).join(" | ")} |\n`,
    );
  process.stdout.write("\n");
}

const folder = await mkdtemp(join(tmpdir(), "maillage-bench-"));
// The administrator's database runs under another account, which must cross this folder.
await chmod(folder, 0o711);
await using opened = new AsyncDisposableStack();
opened.defer(() => rm(folder, { recursive: true, force: true }));
const versions: Running[] = [];
const open = async (name: string, built: string): Promise<Running> => {
  const running = await run(name, built, join(folder, `data-${name}`));
  opened.defer(running.end);
  versions.push(running);
  return running;
};
if (values.before !== undefined) {
  const earlier = buildEarlier(checkout, values.before, join(folder, "earlier"));
  opened.defer(earlier.remove);
  await open("before", earlier.server);
}
const now = await open("now", server);

process.stdout.write(
  `${availableParallelism()} cores shared by the server, its database and what fires; ${connections} connections, ${seconds} s each, Node ${process.versions.node}\n\n`,
);
const rows = [["page", "kB sent", "req/s", "p50 ms", "p99 ms", "processor ms", "bare req/s", "ratio"]];
for (const [at] of now.pages.entries()) rows.push(...(await compare(folder, versions, at)).map((row) => [...row]));
print(rows);
process.stdout.write(`${people} people at once for 30 s, a page a second each\n\n`);
const waits = [["page", "alone p50 ms", "together p99 ms", "ratio"]];
for (const running of versions) waits.push(...(await crowd(running)).map((row) => [...row]));
print(waits);
const script = await scriptBytes(now.origin, await (await fetch(`${now.origin}/`)).text());
process.stdout.write(`first-page script: ${(script / 1_000).toFixed(1)} kB gz (limit ${scriptLimit / 1_000})\n`);
if (script >= scriptLimit) process.exitCode = 1;
