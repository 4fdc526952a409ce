import { Refusal, type Problem } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Lang } from "../../../../platform/words.ts";
import type { ConventionId } from "../../../convention/conventions/model.ts";
import { listCommunes, listThemes } from "../../../territory/territories/store.ts";
import { listOrganisations } from "../../../territory/organisations/store.ts";
import { actionWords } from "../words.ts";
import type { Blocks } from "../model.ts";
import { axisById, objectiveById } from "../../axes/store.ts";

interface Asked {
  readonly conventionId: ConventionId;
  readonly blocks: Partial<Blocks>;
  /** What stood before: a theme that has left the list since may stay where it was. */
  readonly before: Partial<Blocks>;
  /** What the names of the fields begin with in the form. */
  readonly prefix: (block: keyof Blocks) => string;
}

/** Refuses, field by field, what a block names that is not in this territory: axes, themes, communes, organisations. */
export async function checkReferences(tx: Tx, lang: Lang, { conventionId, blocks, before, prefix }: Asked): Promise<void> {
  const say = actionWords(lang);
  const problems: Problem[] = [];
  const { identity, what, who, how } = blocks;
  if (identity) {
    const at = prefix("identity");
    const axis = await axisById(tx, identity.axisId);
    if (axis?.conventionId !== conventionId) problems.push({ path: `${at}axisId`, message: say("refused.axis") });
    const objective = identity.objectiveId === null ? null : await objectiveById(tx, identity.objectiveId);
    if (objective !== null && objective?.axisId !== identity.axisId)
      problems.push({ path: `${at}objectiveId`, message: say("refused.objective") });
    const themes = new Set([...(await listThemes(tx)).map(({ key }) => key), ...(before.identity?.themes ?? [])]);
    if (identity.themes.some((key) => !themes.has(key))) problems.push({ path: `${at}themes`, message: say("refused.theme") });
  }
  if (what) {
    const communes = new Set([...(await listCommunes(tx)).map(({ code }) => code), ...(before.what?.communes ?? [])]);
    if (what.communes.some((code) => !communes.has(code)))
      problems.push({ path: `${prefix("what")}communes`, message: say("refused.commune") });
  }
  const named = [
    ...(who ? [{ id: who.leadId, path: `${prefix("who")}leadId` }] : []),
    ...(who?.partners ?? []).map(({ organisationId }, row) => ({
      id: organisationId,
      path: `${prefix("who")}partners[${row}].organisationId`,
    })),
    ...(how?.funding ?? []).map(({ funderId }, row) => ({ id: funderId, path: `${prefix("how")}funding[${row}].funderId` })),
  ];
  if (named.some(({ id }) => id !== null)) {
    const organisations = new Set((await listOrganisations(tx)).map(({ id }) => id));
    for (const { id, path } of named)
      if (id !== null && !organisations.has(id)) problems.push({ path, message: say("refused.organisation") });
  }
  if (problems.length > 0) throw new Refusal({ kind: "invalid", problems });
}
