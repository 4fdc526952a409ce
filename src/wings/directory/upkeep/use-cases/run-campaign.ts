import { z } from "zod";
import { RoundId, RoundLinkId, type Round } from "../../../../platform/rounds/model.ts";
import { endRound, remindRound, revokeObject } from "../../../../platform/rounds/run-round.ts";
import { linkById, lockRound } from "../../../../platform/rounds/store.ts";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { directoryRights } from "../../card/rights.ts";
import { loadDirectory } from "../../card/store.ts";
import { campaignKind } from "../model.ts";
import { askedOf, whoToAsk } from "../rules.ts";
import { upkeepWords } from "../words.ts";

const campaignObject = ({ id, name }: Pick<Round, "id" | "name">) => ({ kind: "campaign", id, label: name });

/** Writes again to those who did not answer, once a day at most: one mail each, with new links; the earlier ones still open. */
export const remindCampaign = defineUseCase({
  name: "directory.remind-campaign",
  input: z.object({ campaignId: RoundId }),
  by: { campaignId: RoundId },
  subject: ({ input, tx }) => lockRound(tx, campaignKind, input.campaignId),
  allow: directoryRights.campaign,
  run: async ({ input: _, subject: campaign, ...work }): Promise<number> => {
    const { tx, lang, record } = work;
    // Asked of whoever keeps the card now: a keeper who has left is not written to again.
    const { keepers } = whoToAsk(await loadDirectory(tx), { kinds: [], communes: [] });
    const end = await remindRound(work, campaign, (waited) => askedOf(keepers, waited));
    if (end.kind === "closed") {
      const say = upkeepWords(lang);
      throw refuseField(
        "",
        say(({ over: "campaign.over", today: "remind.today", nobody: "remind.nobody" } as const)[end.obstacle]),
      );
    }
    await record({ verb: "changed", object: campaignObject(campaign), block: "reminder", after: { keepers: end.people } });
    return end.people;
  },
});

/** Ends a campaign: its links open nothing more. What was answered stays. */
export const endCampaign = defineUseCase({
  name: "directory.end-campaign",
  input: z.object({ campaignId: RoundId }),
  by: { campaignId: RoundId },
  subject: ({ input, tx }) => lockRound(tx, campaignKind, input.campaignId),
  allow: directoryRights.campaign,
  run: async ({ input: _, subject: campaign, ...work }): Promise<void> => {
    if (campaign.endedAt !== null) return;
    await endRound(work, campaign);
    const after = { endedAt: work.now.toISOString() };
    await work.record({ verb: "moved", object: campaignObject(campaign), before: null, after });
  },
});

/** Takes back the links to one card that a campaign sent: the mail went to the wrong person, or was passed on. */
export const revokeLink = defineUseCase({
  name: "directory.revoke-link",
  input: z.object({ linkId: RoundLinkId }),
  by: { linkId: RoundLinkId },
  subject: async ({ input, tx }) => {
    const link = await linkById(tx, input.linkId);
    const campaign = link && (await lockRound(tx, campaignKind, link.roundId));
    return link && campaign && { link, campaign };
  },
  allow: directoryRights.campaign,
  run: async ({ input: _, subject: { link, campaign }, ...work }): Promise<void> => {
    if (link.revokedAt !== null) return;
    await revokeObject(work, campaign, link.objectId);
    await work.record({
      verb: "changed",
      object: campaignObject(campaign),
      block: "links",
      before: { serviceId: link.objectId },
      after: null,
    });
  },
});
