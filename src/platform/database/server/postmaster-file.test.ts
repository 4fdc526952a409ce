import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { isAlive, isServerOf, parsePostmasterFile } from "./postmaster-file.ts";

const lines = [
  "4242",
  "/srv/data/database/cluster",
  "1795461863",
  "5432",
  "/srv/data/database",
  "",
  "  8913 65539",
  "ready   ",
  "",
];

test("the file of a server that listens on a socket is read", () => {
  expect(parsePostmasterFile(lines.join("\n"))).toEqual({
    pid: 4242,
    address: { kind: "socket", folder: "/srv/data/database", port: 5432 },
    status: "ready",
  });
});

test("the file of a server that listens on the loopback and stops is read", () => {
  const other = lines.with(3, "40123").with(4, "").with(5, "127.0.0.1").with(7, "stopping");
  expect(parsePostmasterFile(other.join("\n"))).toEqual({
    pid: 4242,
    address: { kind: "loopback", port: 40_123 },
    status: "stopping",
  });
});

test("a file half written is a server that starts, an empty one is no server", () => {
  expect(parsePostmasterFile(lines.slice(0, 4).join("\n"))?.status).toBe("starting");
  expect(parsePostmasterFile("")).toBeUndefined();
});

test("a process that lives elsewhere is not this cluster's server", async () => {
  const child = spawn("sleep", ["60"], { cwd: "/" });
  const { pid } = child;
  if (pid === undefined) throw new Error("no process");
  expect(isAlive(pid)).toBe(true);
  expect(await isServerOf(pid, import.meta.dirname)).toBe(false);
  child.kill("SIGKILL");
  await once(child, "exit");
  expect(isAlive(pid)).toBe(false);
});
