// The database tests on the PostgreSQL of Debian: `node scripts/checks/debian.mjs [vitest options]`, from a checkout that is installed.
// It starts a server of its own, from the packages of the system, and stops it whatever happens.
import { spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, chownSync, existsSync, globSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inCheckout, refuse, root } from "../checkout.mjs";
import { chooseNode, toolEnvironment } from "../runtime.mjs";

const isRoot = process.getuid?.() === 0;
const findBinaries = () =>
  globSync("/usr/lib/postgresql/*/bin")
    .filter((folder) => existsSync(join(folder, "initdb")))
    .toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))
    .at(-1);

function binaries() {
  const found = findBinaries();
  if (found !== undefined) return found;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    const quiet = { stdio: ["ignore", "ignore", "inherit"], env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
    spawnSync("apt-get", ["update", "-qq"], quiet);
    spawnSync("apt-get", ["install", "-qq", "-y", "postgresql"], quiet);
  }
  return (
    findBinaries() ??
    refuse("Debian's PostgreSQL is not installed, and only the administrator can install it (apt-get install postgresql).")
  );
}

const bin = binaries();
const folder = mkdtempSync(join(tmpdir(), "maillage-debian-"));
const data = join(folder, "data");
// PostgreSQL refuses to run as the administrator: the account that its package made runs it.
const idOf = (flag) => Number(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout);
const account = isRoot ? { uid: idOf("-u"), gid: idOf("-g") } : {};
const server = (command, ...options) =>
  spawnSync(join(bin, command), options, { ...account, cwd: "/", env: { PATH: process.env.PATH, HOME: "/" }, encoding: "utf8" });

process.on("exit", () => {
  server("pg_ctl", "stop", "--pgdata", data, "--mode", "immediate", "--silent");
  rmSync(folder, { recursive: true, force: true });
});
for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(1));

const password = randomBytes(16).toString("hex");
writeFileSync(join(folder, "password"), `${password}\n`);
if (isRoot) for (const path of [folder, join(folder, "password")]) chownSync(path, account.uid, account.gid);
chmodSync(folder, 0o700);
const made = server(
  "initdb",
  ...["--pgdata", data, "--username", "maillage", "--pwfile", join(folder, "password"), "--auth", "scram-sha-256"],
  ...["--encoding", "UTF8", "--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "fr"],
);
if (made.status !== 0) refuse(made.stderr);
const port = await freePort();
const settings = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off`;
const started = server(
  "pg_ctl",
  "start",
  "--pgdata",
  data,
  "--silent",
  "--wait",
  "--log",
  join(folder, "log"),
  "--options",
  settings,
);
if (started.status !== 0) refuse(`${started.stdout}${started.stderr}`);

const report = process.env.MAILLAGE_TEST_REPORT;
const asked = process.argv.slice(2);
const options = [
  ...["run", ...(asked.length > 0 ? asked : ["--project", "database"]), "--reporter=default"],
  ...(report === undefined ? [] : ["--reporter=json", `--outputFile.json=${report}`]),
];
const environment = toolEnvironment(chooseNode(), {
  TEST_DATABASE_URL: `postgres://maillage:${password}@127.0.0.1:${port}/postgres`,
});
const tests = spawn(inCheckout("node_modules", ".bin", "vitest"), options, { cwd: root, env: environment, stdio: "inherit" });
tests.on("close", (code) => process.exit(code ?? 1));

function freePort() {
  return new Promise((done) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port: free } = probe.address();
      probe.close(() => done(free));
    });
  });
}
