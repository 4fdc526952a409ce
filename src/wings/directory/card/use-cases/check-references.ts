import { Refusal, type Problem } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Lang } from "../../../../platform/words.ts";
import { listCommunes, listThemes } from "../../../territory/territories/store.ts";
import { listOrganisations } from "../../../territory/organisations/store.ts";
import { cardWords } from "../words.ts";
import type { Card, Part } from "../model.ts";
import { listKinds } from "../../kinds/store.ts";

type SomeParts = { readonly [P in Part]?: Card[P] | undefined };
interface Asked {
  readonly card: SomeParts;
  /** What stood before: a theme or a kind that has left the list since may stay where it was. */
  readonly before: SomeParts;
  /** What the names of the fields begin with in the form. */
  readonly prefix: (part: Part) => string;
}

/** Refuses, field by field, what a card names that is not in this territory: kinds, themes, communes, organisations. */
export async function checkReferences(tx: Tx, lang: Lang, { card, before, prefix }: Asked): Promise<void> {
  const say = cardWords(lang);
  const problems: Problem[] = [];
  const { offer, forWhom, where, carried } = card;
  if (offer) {
    const at = prefix("offer");
    const kinds = new Set([...(await listKinds(tx)).map(({ key }) => key), ...(before.offer ? [before.offer.kind] : [])]);
    if (!kinds.has(offer.kind)) problems.push({ path: `${at}kind`, message: say("refused.kind") });
    const themes = new Set([...(await listThemes(tx)).map(({ key }) => key), ...(before.offer?.themes ?? [])]);
    if (offer.themes.some((key) => !themes.has(key))) problems.push({ path: `${at}themes`, message: say("refused.theme") });
  }
  if (forWhom && forWhom.publics.length > 1 && forWhom.publics.includes("tous-publics"))
    problems.push({ path: `${prefix("forWhom")}publics`, message: say("refused.publics") });
  if (where && where.rounds.length > 0) {
    const known = [
      ...(await listCommunes(tx)).map(({ code }) => code),
      ...(before.where?.rounds ?? []).map((each) => each.communeCode),
    ];
    for (const [row, { communeCode }] of where.rounds.entries())
      if (!known.includes(communeCode))
        problems.push({ path: `${prefix("where")}rounds[${row}].communeCode`, message: say("refused.commune") });
  }
  if (carried) {
    const known = new Set((await listOrganisations(tx)).map(({ id }) => id));
    const at = prefix("carried");
    if (carried.operatorId !== null && !known.has(carried.operatorId))
      problems.push({ path: `${at}operatorId`, message: say("refused.organisation") });
    if (carried.supporterIds.some((id) => !known.has(id)))
      problems.push({ path: `${at}supporterIds`, message: say("refused.organisation") });
  }
  if (problems.length > 0) throw new Refusal({ kind: "invalid", problems });
}
