import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createInterface } from "node:readline";

/** Ends a server whose tests were killed. */
export const stopWithParent = new URL("../scripts/stop-with-parent.mjs", import.meta.url).href;

/** A Maillage that runs in a process of its own, as people run it. */
export interface TestInstance {
  readonly origin: string;
  readonly process: ChildProcess;
  /** Kills the process and waits until it is gone. */
  readonly end: (signal: NodeJS.Signals) => Promise<void>;
}

export interface InstancePlace {
  /** The built server. */
  readonly server: string;
  readonly dataFolder: string;
  readonly port: number;
  readonly options?: readonly string[];
}

/** Starts the server, in demonstration mode on the loopback, and waits until it says that it is ready. */
export async function openTestInstance({ server, dataFolder, port, options = [] }: InstancePlace): Promise<TestInstance> {
  const child = spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", "--import", stopWithParent, ...options, server],
    {
      env: {
        ...process.env,
        NODE_ENV: "production",
        HOST: "localhost",
        PORT: String(port),
        MAILLAGE_DATA: dataFolder,
        MAILLAGE_DEMO: "on",
        MAILLAGE_ORIGIN: "",
        DATABASE_URL: "",
      },
      stdio: ["ignore", "pipe", "inherit", "ipc"],
    },
  );
  const gone = once(child, "exit");
  if (child.stdout === null) throw new Error("the instance is not heard");
  for await (const line of createInterface({ input: child.stdout })) {
    const origin = /^Maillage est prêt : (\S+)$/.exec(line)?.[1];
    if (origin === undefined) continue;
    const end = async (signal: NodeJS.Signals): Promise<void> => {
      child.kill(signal);
      await gone;
    };
    return { origin, process: child, end };
  }
  throw new Error("the instance did not open");
}

export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "localhost");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}

/** What someone who came in through the door of the demonstration sends with each request. */
export interface Entry {
  readonly slug: string;
  readonly headers: { readonly cookie: string; readonly origin: string };
}

/** Comes in through the door of the demonstration, as its coordinator. */
export async function enterAsCoordinator(origin: string): Promise<Entry> {
  const page = await (await fetch(`${origin}/demonstration`)).text();
  const form = /<form[^>]* id="as-coordinator-([a-z0-9-]+)".*?name="as" value="([^"]+)"/s.exec(page);
  const [, slug, as] = form ?? [];
  if (slug === undefined || as === undefined) throw new Error("no coordinator at the door of the demonstration");
  const answer = await fetch(`${origin}/demonstration`, {
    method: "POST",
    redirect: "manual",
    headers: { origin },
    body: new URLSearchParams({ as, territory: slug }),
  });
  const cookie = answer.headers
    .getSetCookie()
    .filter((each) => each.includes("session_token"))
    .map((each) => each.split(";")[0])
    .join("; ");
  if (answer.status !== 303 || cookie === "") throw new Error(`the door stayed closed: ${answer.status}`);
  return { slug, headers: { cookie, origin } };
}
