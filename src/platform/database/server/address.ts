import { createServer } from "node:net";
import { join } from "node:path";

/** Where the embedded server listens: never on the network. */
export type Address = { kind: "socket"; folder: string; port: number } | { kind: "loopback"; port: number };

const SOCKET_PORT = 5432;
const LONGEST_SOCKET_PATH = process.platform === "linux" ? 107 : 103;
/** PostgreSQL notes beside its socket which process listens on it. */
export const SOCKET_LOCK = `.s.PGSQL.${SOCKET_PORT}.lock`;
export const SUPERUSER = "maillage";

/** A socket in the folder that only its account can enter, or the loopback when the system finds the socket's path too long. */
export async function chooseAddress(folder: string): Promise<Address> {
  const path = join(folder, `.s.PGSQL.${SOCKET_PORT}`);
  return Buffer.byteLength(path) <= LONGEST_SOCKET_PATH
    ? { kind: "socket", folder, port: SOCKET_PORT }
    : { kind: "loopback", port: await freePort() };
}

/** The arguments of `postgres` that make it listen there, and only there. */
export function listenArguments(address: Address): string[] {
  const [hosts, folders] = address.kind === "socket" ? ["", `"${address.folder.replaceAll('"', '""')}"`] : ["127.0.0.1", ""];
  return [
    ...["-c", `listen_addresses=${hosts}`],
    ...["-c", `unix_socket_directories=${folders}`],
    ...["-c", "unix_socket_permissions=0700"],
    ...["-p", String(address.port)],
  ];
}

export function connectionUrl(address: Address, password: string, database: string): string {
  const start = `postgres://${SUPERUSER}:${encodeURIComponent(password)}@`;
  return address.kind === "socket"
    ? `${start}localhost:${address.port}/${database}?host=${encodeURIComponent(address.folder)}`
    : `${start}127.0.0.1:${address.port}/${database}`;
}

async function freePort(): Promise<number> {
  const probe = createServer();
  return new Promise((resolve, reject) => {
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address !== null && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}
