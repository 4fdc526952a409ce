import { z } from "zod";
import { defineUseCase } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { seen } from "../../../../platform/record/parts.ts";
import { changeCard, PublicPart, verifyToday } from "../../card/use-cases/change-card.ts";
import { findService, type FoundService } from "../../card/use-cases/find-service.ts";
import { keeperRights, type KeeperSubject } from "../rights.ts";
import type { RoundLink } from "../../../../platform/rounds/model.ts";
import { mayAnswer } from "../../../../platform/rounds/rules.ts";
import { digestOf, Secret } from "../../../../platform/rounds/secret.ts";
import { answerLink, linkByDigest } from "../../../../platform/rounds/store.ts";
import { ServiceId } from "../../card/model.ts";
import type { KeeperAnswer } from "../model.ts";

interface Opened extends KeeperSubject, Omit<FoundService, "state"> {
  readonly link: RoundLink;
}

/** The card that a link opens, held until the end of the use case. A card that closed since has nothing to answer for. */
export async function openLink(tx: Tx, secret: Secret, now: Date): Promise<Opened | undefined> {
  const link = await linkByDigest(tx, digestOf(secret));
  const found = link && (await findService(tx, ServiceId.parse(link.objectId)));
  if (link === undefined || found === undefined || found.state !== "published") return undefined;
  const { state: _, ...card } = found;
  return { ...card, link, isOpen: mayAnswer(link, now) };
}

/** "Tout est juste": whoever holds the link says that the card is right today. */
export const confirmCard = defineUseCase({
  name: "directory.confirm-card",
  input: z.object({ secret: Secret }),
  by: { secret: Secret },
  subject: ({ input, tx, now }) => openLink(tx, input.secret, now),
  allow: keeperRights.answer,
  run: async ({ subject: { link, service }, ...work }): Promise<void> => {
    await verifyToday(work, service);
    await answerLink(work.tx, link.id, work.now, "confirmed" satisfies KeeperAnswer);
  },
});

/** Corrects a part of the card that a link opens. It shows at once: who keeps a service knows it best, and its history keeps what stood. */
export const correctCard = defineUseCase({
  name: "directory.correct-card",
  input: z.intersection(z.object({ secret: Secret, seen }), PublicPart),
  by: { secret: Secret },
  subject: ({ input, tx, now }) => openLink(tx, input.secret, now),
  allow: keeperRights.answer,
  run: async ({ input, subject: { link, service }, ...work }): Promise<void> => {
    await changeCard(work, service, input);
    const answer: KeeperAnswer = link.answer === "confirmed" ? "confirmed" : "corrected";
    await answerLink(work.tx, link.id, work.now, answer);
  },
});
