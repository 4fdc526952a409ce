import { defineUseCase, refuseField, wholeTerritory } from "../../../../platform/use-case.ts";
import { nameOf } from "../../../../platform/actor.ts";
import { plain } from "../../../../platform/record/rules.ts";
import { upkeepWords } from "../words.ts";
import { directoryRights } from "../../card/rights.ts";
import { loadDirectory } from "../../card/store.ts";
import { CampaignFields, CampaignId } from "../model.ts";
import { whoToAsk } from "../rules.ts";
import { insertCampaign } from "../store.ts";
import { sendLinks } from "./send-links.ts";

/** Asks the keepers of some cards whether they are right: one mail each, with a link a card. */
export const startCampaign = defineUseCase({
  name: "directory.start-campaign",
  input: CampaignFields,
  subject: wholeTerritory,
  allow: directoryRights.campaign,
  run: async ({ input, subject: _, ...work }): Promise<CampaignId> => {
    const { actor, lang, tx, now, today, newId, record } = work;
    const say = upkeepWords(lang);
    if (input.closesOn < today) throw refuseField("closesOn", say("campaign.past"));
    const { keepers } = whoToAsk(await loadDirectory(tx), input);
    if (keepers.length === 0) throw refuseField("kinds", say("campaign.nobody"));
    const id = newId(CampaignId);
    const startedBy = nameOf(actor);
    await insertCampaign(tx, actor.territory, { ...input, id, startedAt: now, startedBy, endedAt: null });
    await sendLinks(work, { id, closesOn: input.closesOn }, keepers, "first");
    await record({ verb: "created", object: { kind: "campaign", id, label: input.name }, after: plain(input) });
    return id;
  },
});
