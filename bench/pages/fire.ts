import { spawn } from "node:child_process";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { get, type IncomingMessage } from "node:http";
import { createInterface } from "node:readline";
import { buffer, text } from "node:stream/consumers";
import { z } from "zod";

const checkout = join(import.meta.dirname, "..", "..");

export interface Page {
  readonly name: string;
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
}

const Measured = z.object({
  requests: z.object({ average: z.number(), total: z.number() }),
  latency: z.object({ p50: z.number(), p99: z.number() }),
  errors: z.literal(0),
  non2xx: z.literal(0),
});
export type Measured = z.infer<typeof Measured>;

/** Fires requests from a process of its own, and reads what it counted. */
export async function fire({ address, headers }: Omit<Page, "name">, connections: number, seconds: number): Promise<Measured> {
  const asked = Object.entries(headers).flatMap(([name, value]) => ["-H", `${name}=${value}`]);
  const gun = join(checkout, "node_modules", "autocannon", "autocannon.js");
  const words = [gun, "-j", "-n", "-c", String(connections), "-d", String(seconds), ...asked, address];
  const shot = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "ignore"] });
  return Measured.parse(JSON.parse(await text(shot.stdout)));
}

/** An answer as it crosses the network: what was compressed stays so. */
const asSent = (address: string, headers: Page["headers"]): Promise<IncomingMessage> =>
  new Promise((done, fail) => {
    get(address, { headers, agent: false }, done).on("error", fail);
  });

export interface Bare {
  readonly address: string;
  readonly bytes: number;
  readonly close: () => Promise<void>;
}

/** The bytes and headers of a page from memory, as they were sent, from a bare server in another process. */
export async function openBare(folder: string, { address, headers }: Page): Promise<Bare> {
  const answer = await asSent(address, headers);
  const bytes = await buffer(answer);
  if (answer.statusCode !== 200) throw new Error(`${address} was answered ${answer.statusCode}`);
  const file = join(folder, "page.html");
  await writeFile(file, bytes);
  const ownToConnection = ["connection", "keep-alive", "date", "transfer-encoding"];
  const sent = Object.fromEntries(Object.entries(answer.headers).filter(([name]) => !ownToConnection.includes(name)));
  const words = [
    join(checkout, "bench", "bare-server.ts"),
    file,
    JSON.stringify({ ...sent, "content-length": bytes.byteLength }),
  ];
  const bare = spawn(process.execPath, words, { stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(bare, "exit");
  const [port] = z.tuple([z.string()]).parse(await once(createInterface(bare.stdout), "line"));
  return {
    address: `http://localhost:${port}/`,
    bytes: bytes.byteLength,
    close: async () => {
      bare.kill();
      await gone;
    },
  };
}
