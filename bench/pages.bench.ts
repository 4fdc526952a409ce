import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { enterAsCoordinator, freePort, openTestInstance } from "../test/instance.ts";
import { growPlan } from "./big-plan.ts";

const plan = 1_000;
/** For each page and as much for its bare bytes, in so many turns. */
const seconds = 8;
const rounds = 4;
const connections = 10;
const scriptLimit = 20_000;
const checkout = join(import.meta.dirname, "..");
/** Options of Node for the server, such as --cpu-prof. */
const [server = join(checkout, "dist", "server", "server.js"), ...options] = process.argv.slice(2);

const Measured = z.object({
  requests: z.object({ average: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  errors: z.literal(0),
  non2xx: z.literal(0),
});
type Measured = z.infer<typeof Measured>;

interface Page {
  readonly name: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** Fires requests from a process of its own, and reads what it counted. */
async function fire(address: string, headers: Page["headers"], duration: number): Promise<Measured> {
  const asked = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}=${value}`]);
  const gun = spawn(
    process.execPath,
    [
      join(checkout, "node_modules", "autocannon", "autocannon.js"),
      "-j",
      "-n",
      "-c",
      String(connections),
      "-d",
      String(duration),
      ...asked,
      address,
    ],
    { stdio: ["ignore", "pipe", "ignore"] },
  );
  return Measured.parse(JSON.parse(await text(gun.stdout)));
}

interface Bare {
  readonly address: string;
  readonly close: () => Promise<void>;
}

/** The same bytes and headers from memory, from a bare server in another process. */
async function openBare(folder: string, answer: Response, bytes: Uint8Array): Promise<Bare> {
  const file = join(folder, "page.html");
  await writeFile(file, bytes);
  const ownToConnection = ["connection", "keep-alive", "date", "transfer-encoding"];
  const sent = Object.fromEntries([...answer.headers].filter(([name]) => !ownToConnection.includes(name)));
  const bare = spawn(
    process.execPath,
    [join(import.meta.dirname, "bare-server.ts"), file, JSON.stringify({ ...sent, "content-length": bytes.byteLength })],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const gone = once(bare, "exit");
  const [port] = z.tuple([z.string()]).parse(await once(createInterface(bare.stdout), "line"));
  return {
    address: `http://localhost:${port}/`,
    close: async () => {
      bare.kill();
      await gone;
    },
  };
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
const median = (values: readonly number[]): number => values.toSorted((one, other) => one - other)[values.length >> 1] ?? 0;
const summary = (rounds: readonly Measured[]) => ({
  rate: mean(rounds.map(({ requests }) => requests.average)),
  p50: median(rounds.map(({ latency }) => latency.p50)),
  p99: median(rounds.map(({ latency }) => latency.p99)),
});

/** Measures a page and its bare bytes by turns, so that whatever else the machine does weighs on both. */
async function compare(folder: string, { name, address, headers }: Page): Promise<readonly string[]> {
  const answer = await fetch(address, { headers });
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
  const bare = await openBare(folder, answer, bytes);
  try {
    await fire(address, headers, 3);
    await fire(bare.address, {}, 1);
    const [ours, theirs]: [Measured[], Measured[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      ours.push(await fire(address, headers, seconds / rounds));
      theirs.push(await fire(bare.address, {}, seconds / rounds));
    }
    const [page, floor] = [summary(ours), summary(theirs)];
    return [
      name,
      (bytes.byteLength / 1_000).toFixed(0),
      page.rate.toFixed(0),
      page.p50.toFixed(0),
      page.p99.toFixed(0),
      floor.rate.toFixed(0),
      floor.p99.toFixed(0),
      `1 : ${(floor.rate / page.rate).toFixed(0)}`,
      `${(page.p99 / Math.max(1, floor.p99)).toFixed(0)} : 1`,
    ];
  } finally {
    await bare.close();
  }
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

const folder = await mkdtemp(join(tmpdir(), "maillage-bench-"));
// The administrator's database runs under another account, which must cross this folder.
await chmod(folder, 0o711);
const dataFolder = join(folder, "data");
const instance = await openTestInstance({ server, dataFolder, port: await freePort(), options });
try {
  const { origin } = instance;
  const fiche = await growPlan(dataFolder, plan);
  const { slug, headers } = await enterAsCoordinator(origin);
  const pages: readonly Page[] = [
    { name: `plan list, ${plan} actions`, address: `${origin}/${slug}/plan`, headers },
    { name: "fiche", address: `${origin}/${slug}/plan/actions/${fiche}`, headers },
    { name: "public page", address: `${origin}/`, headers: {} },
  ];
  const rows = [["page", "kB", "req/s", "p50 ms", "p99 ms", "bare req/s", "bare p99 ms", "req/s ratio", "p99 ratio"]];
  for (const page of pages) rows.push([...(await compare(folder, page))]);
  const script = await scriptBytes(origin, await (await fetch(`${origin}/`)).text());
  process.stdout.write(
    `${availableParallelism()} cores shared by the server, its database and what fires; ${connections} connections, ${seconds} s each, Node ${process.versions.node}\n\n`,
  );
  for (const row of rows)
    process.stdout.write(
      `| ${row.map((cell, column) => cell.padEnd(Math.max(...rows.map((each) => each[column]?.length ?? 0)))).join(" | ")} |\n`,
    );
  process.stdout.write(`\nfirst-page script: ${(script / 1_000).toFixed(1)} kB gz (limit ${scriptLimit / 1_000})\n`);
  if (script >= scriptLimit) process.exitCode = 1;
} finally {
  await instance.end("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}
