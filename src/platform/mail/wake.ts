import type { PoolClient } from "pg";
import type { Database } from "../database/database.ts";
import { mailChannel } from "./store.ts";

export interface Listening {
  /** Listens again if the connection was lost; does nothing otherwise. */
  readonly ensure: () => Promise<void>;
  readonly stop: () => void;
}

/** Calls `onMail` as soon as a mail is committed, on whichever node. A shortcut only: the minute's round misses nothing. */
export function listenForMail(database: Database, onMail: () => void): Listening {
  let client: PoolClient | undefined;
  let stopped = false;
  const isOver = (): boolean => stopped;
  const drop = (broken: boolean): void => {
    const held = client;
    client = undefined;
    held?.removeAllListeners("notification");
    held?.release(broken);
  };
  return {
    ensure: async () => {
      if (client !== undefined || isOver()) return;
      const fresh = await database.pool.connect();
      if (isOver()) {
        fresh.release();
        return;
      }
      client = fresh;
      fresh.on("notification", onMail);
      fresh.once("error", () => drop(true));
      await fresh.query(`listen ${mailChannel}`);
    },
    stop: () => {
      stopped = true;
      drop(true);
    },
  };
}
