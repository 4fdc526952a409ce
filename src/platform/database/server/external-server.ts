import pg from "pg";
import { errorCode, errorText } from "./error-text.ts";
import { probe, type ServerFacts } from "./probe.ts";
import { StartRefusal } from "./start-refusal.ts";

const OLDEST_VERSION = 15_00_00;

/** Checks that the server named by DATABASE_URL answers, lets us in, is recent enough and stores any text. */
export async function checkExternalServer(url: string): Promise<void> {
  const place = describePlace(url);
  let facts: ServerFacts;
  try {
    facts = await probe(url);
  } catch (error) {
    throw refusalFor(error, place);
  }
  const refusal = judge(facts, place);
  if (refusal !== undefined) throw refusal;
}

/** Why this server cannot be used, if it cannot. */
export function judge(facts: ServerFacts, place: string): StartRefusal | undefined {
  if (facts.version < OLDEST_VERSION) {
    return new StartRefusal(
      `Le serveur PostgreSQL indiqué par DATABASE_URL (${place}) est en version ${Math.floor(facts.version / 10_000)} : ` +
        `Maillage demande la version 15 ou une plus récente.`,
    );
  }
  if (facts.encoding !== "UTF8") {
    return new StartRefusal(
      `La base de données indiquée par DATABASE_URL (${place}) est codée en ${facts.encoding} : créez-la avec « encoding 'UTF8' ».`,
    );
  }
  return undefined;
}

/** The server and the database, without the account's password. */
function describePlace(url: string): string {
  try {
    if (!/^postgres(ql)?:\/\//.test(url)) throw new Error("not a PostgreSQL address");
    const { host, port, database } = new pg.Client({ connectionString: url });
    return `${host}:${port}, base « ${database ?? ""} »`;
  } catch (error) {
    // The cause is left out: its message may quote the address, and with it the password.
    throw new StartRefusal(
      `DATABASE_URL n'est pas l'adresse d'un serveur PostgreSQL (${errorCode(error) || "forme inconnue"}) : ` +
        `écrivez-la comme postgres://compte:motdepasse@serveur:5432/base.`,
    );
  }
}

function refusalFor(error: unknown, place: string): StartRefusal {
  const code = errorCode(error);
  if (code === "28P01" || code === "28000") {
    return new StartRefusal(
      `Le serveur PostgreSQL (${place}) refuse le compte ou le mot de passe de DATABASE_URL : corrigez-les.`,
      error,
    );
  }
  if (code === "3D000") {
    return new StartRefusal(`La base de données de DATABASE_URL n'existe pas (${place}) : créez-la avec createdb.`, error);
  }
  return new StartRefusal(
    `Le serveur PostgreSQL indiqué par DATABASE_URL (${place}) ne répond pas (${errorText(error)}) : ` +
      `démarrez-le, ou corrigez son adresse.`,
    error,
  );
}
