import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { upkeepWords } from "../words.ts";
import { directoryRights } from "../../card/rights.ts";
import { loadDirectory } from "../../card/store.ts";
import { CampaignId, KeeperLinkId, type Campaign } from "../model.ts";
import { linkStateOf, progressOf, whoToAsk } from "../rules.ts";
import { endCampaignRow, linkById, listLinks, lockCampaign, revokeLinks } from "../store.ts";
import { sendLinks } from "./send-links.ts";

const campaignObject = ({ id, name }: Pick<Campaign, "id" | "name">) => ({ kind: "campaign", id, label: name });

/** Writes again to those who did not answer, once a day at most: one mail each, with new links; the earlier ones still open. */
export const remindCampaign = defineUseCase({
  name: "directory.remind-campaign",
  input: z.object({ campaignId: CampaignId }),
  subject: ({ input, tx }) => lockCampaign(tx, input.campaignId),
  allow: directoryRights.campaign,
  run: async ({ input: _, subject: campaign, ...work }): Promise<number> => {
    const { tx, lang, now, today, record } = work;
    const say = upkeepWords(lang);
    if (campaign.endedAt !== null) throw refuseField("", say("campaign.over"));
    const silent = progressOf(await listLinks(tx, [campaign.id])).filter(({ state }) => state === "silent");
    if (silent.some(({ latest }) => dayOf(latest.sentAt) === today)) throw refuseField("", say("remind.today"));
    const waited = new Set(silent.filter(({ latest }) => linkStateOf(latest, now) === "open").map(({ serviceId }) => serviceId));
    // Asked of whoever keeps the card now: a keeper who has left is not written to again.
    const { keepers } = whoToAsk(await loadDirectory(tx), { kinds: [], communes: [] });
    const again = keepers.flatMap((keeper) => {
      const cards = keeper.cards.filter(({ service }) => waited.has(service.id));
      return cards.length === 0 ? [] : [{ ...keeper, cards }];
    });
    if (again.length === 0) throw refuseField("", say("remind.nobody"));
    await sendLinks(work, campaign, again, "reminder");
    await record({ verb: "changed", object: campaignObject(campaign), block: "reminder", after: { keepers: again.length } });
    return again.length;
  },
});

/** Ends a campaign: its links open nothing more. What was answered stays. */
export const endCampaign = defineUseCase({
  name: "directory.end-campaign",
  input: z.object({ campaignId: CampaignId }),
  subject: ({ input, tx }) => lockCampaign(tx, input.campaignId),
  allow: directoryRights.campaign,
  run: async ({ subject: campaign, tx, now, record }): Promise<void> => {
    if (campaign.endedAt !== null) return;
    await endCampaignRow(tx, campaign.id, now);
    await revokeLinks(tx, now, { campaignId: campaign.id });
    await record({ verb: "moved", object: campaignObject(campaign), before: null, after: { endedAt: now.toISOString() } });
  },
});

/** Takes back the links to one card that a campaign sent: the mail went to the wrong person, or was passed on. */
export const revokeLink = defineUseCase({
  name: "directory.revoke-link",
  input: z.object({ keeperLinkId: KeeperLinkId }),
  subject: async ({ input, tx }) => {
    const link = await linkById(tx, input.keeperLinkId);
    const campaign = link?.campaignId == null ? undefined : await lockCampaign(tx, link.campaignId);
    return link && campaign && { link, campaign };
  },
  allow: directoryRights.campaign,
  run: async ({ subject: { link, campaign }, tx, now, record }): Promise<void> => {
    if (link.revokedAt !== null) return;
    await revokeLinks(tx, now, { campaignId: campaign.id, serviceId: link.serviceId });
    await record({
      verb: "changed",
      object: campaignObject(campaign),
      block: "links",
      before: { serviceId: link.serviceId },
      after: null,
    });
  },
});
