import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { text } from "node:stream/consumers";
import { gzipSync } from "node:zlib";
import { z } from "zod";
import { enterAsCoordinator, freePort, openHouse } from "../test/house.ts";
import { growPlan } from "./big-plan.ts";

const plan = 1_000;
const seconds = 8;
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

/** The same bytes from memory, from a bare server in another process. */
async function fireAtBare(folder: string, answer: Response, bytes: Uint8Array): Promise<Measured> {
  const file = join(folder, "page.html");
  await writeFile(file, bytes);
  const sent = Object.fromEntries(
    [...answer.headers].filter(([name]) => !["connection", "keep-alive", "date", "transfer-encoding"].includes(name)),
  );
  const bare = spawn(
    process.execPath,
    [join(import.meta.dirname, "bare-server.ts"), file, JSON.stringify({ ...sent, "content-length": bytes.byteLength })],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  const gone = once(bare, "exit");
  try {
    const [port] = z.tuple([z.string()]).parse(await once(createInterface(bare.stdout), "line"));
    await fire(`http://localhost:${port}/`, {}, 1);
    return await fire(`http://localhost:${port}/`, {}, seconds);
  } finally {
    bare.kill();
    await gone;
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
const house = await openHouse({ server, dataFolder, port: await freePort(), options });
try {
  const { origin } = house;
  const fiche = await growPlan(dataFolder, plan);
  const { slug, headers } = await enterAsCoordinator(origin);
  const pages: readonly Page[] = [
    { name: `plan list, ${plan} actions`, address: `${origin}/${slug}/plan`, headers },
    { name: "fiche", address: `${origin}/${slug}/plan/actions/${fiche}`, headers },
    { name: "public page", address: `${origin}/`, headers: {} },
  ];
  const rows: string[][] = [["page", "kB", "req/s", "p50 ms", "p99 ms", "bare req/s", "bare p99 ms", "req/s ratio", "p99 ratio"]];
  for (const { name, address, headers: sent } of pages) {
    const answer = await fetch(address, { headers: sent });
    const bytes = new Uint8Array(await answer.arrayBuffer());
    if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
    await fire(address, sent, 3);
    const page = await fire(address, sent, seconds);
    const bare = await fireAtBare(folder, answer, bytes);
    rows.push([
      name,
      (bytes.byteLength / 1_000).toFixed(0),
      page.requests.average.toFixed(0),
      page.latency.p50.toFixed(0),
      page.latency.p99.toFixed(0),
      bare.requests.average.toFixed(0),
      bare.latency.p99.toFixed(0),
      `1 : ${(bare.requests.average / page.requests.average).toFixed(1)}`,
      `${(page.latency.p99 / Math.max(1, bare.latency.p99)).toFixed(1)} : 1`,
    ]);
  }
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
  await house.end("SIGTERM");
  await rm(folder, { recursive: true, force: true });
}
