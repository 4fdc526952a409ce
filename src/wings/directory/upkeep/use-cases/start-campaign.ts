import { defineUseCase, refuseField, wholeTerritory } from "../../../../platform/use-case.ts";
import { nameOf } from "../../../../platform/actor.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { upkeepWords } from "../words.ts";
import { directoryRights } from "../../card/rights.ts";
import { loadDirectory } from "../../card/store.ts";
import type { RoundId } from "../../../../platform/rounds/model.ts";
import { startRound } from "../../../../platform/rounds/run-round.ts";
import { campaignKind, CampaignFields } from "../model.ts";
import { askedOf, whoToAsk } from "../rules.ts";

/** Asks the keepers of some cards whether they are right: one mail each, with a link a card. */
export const startCampaign = defineUseCase({
  name: "directory.start-campaign",
  input: CampaignFields,
  subject: wholeTerritory,
  allow: directoryRights.campaign,
  run: async ({ input, subject: _, ...work }): Promise<RoundId> => {
    const { actor, lang, tx, today, record } = work;
    const say = upkeepWords(lang);
    if (input.closesOn < today) throw refuseField("closesOn", say("campaign.past"));
    const { keepers } = whoToAsk(await loadDirectory(tx), input);
    if (keepers.length === 0) throw refuseField("kinds", say("campaign.nobody"));
    const { name, closesOn, ...about } = input;
    const round = { kind: campaignKind, name, about, closesOn, startedBy: nameOf(actor) };
    const id = await startRound(work, round, askedOf(keepers));
    await record({ verb: "created", object: { kind: "campaign", id, label: input.name }, after: asPlain(input) });
    return id;
  },
});
