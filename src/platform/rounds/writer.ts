import type { MailWriter } from "../mail/model.ts";
import type { RoundKind } from "./kind.ts";
import { RoundId, type RoundLink } from "./model.ts";
import { linkStateOf, roundStateOf } from "./rules.ts";
import { digestOf, newSecret, type Secret } from "./secret.ts";
import { insertSecrets, linksAround, roundById } from "./store.ts";

/** The name under which the mails of rounds wait. */
export const roundWriterName = "round";

/** Writes the mails of rounds when they leave: their secrets exist from that moment on, in the mail alone. */
export const roundWriter = (kinds: readonly RoundKind[]): MailWriter => ({
  name: roundWriterName,
  write: async ({ tx, territoryId, to, cause, lang, now, origin }) => {
    const round = await roundById(tx, RoundId.parse(cause));
    if (round === undefined || roundStateOf(round) !== "running") return null;
    const kind = kinds.find(({ name }) => name === round.kind);
    if (kind === undefined) throw new Error(`no one asks ${round.kind} here`);
    const all = await linksAround(tx, round.id, to);
    // What someone else answered is not asked again.
    const answered = new Set(all.filter(({ answer }) => answer !== null).map(({ objectId }) => objectId));
    const links = all.filter((link) => link.email === to && linkStateOf(link, now) === "open" && !answered.has(link.objectId));
    if (links.length === 0) return null;
    const secrets = new Map<RoundLink, Secret>();
    const secretOf = (link: RoundLink): Secret => {
      const secret = secrets.get(link) ?? newSecret();
      secrets.set(link, secret);
      return secret;
    };
    const look = links.some(({ remindedAt }) => remindedAt !== null) ? "reminder" : "first";
    const said = await kind.write({ tx, territoryId, origin, lang, now, round, to, links, look, secretOf });
    if (said === null) return null;
    await insertSecrets(
      tx,
      territoryId,
      [...secrets].map(([link, secret]) => ({ digest: digestOf(secret), linkId: link.id })),
    );
    return said;
  },
});
