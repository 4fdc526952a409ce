import { z } from "zod";
import { defineUseCase, missing, refuseField } from "../../../../platform/use-case.ts";
import { take } from "../../../../platform/workflow.ts";
import { ConventionId, type ConventionState } from "../model.ts";
import { conventionRights } from "../rights.ts";
import { factsOf, life, moves } from "../rules.ts";
import { conventionById, lockConvention, successorOf, updateConvention } from "../store.ts";
import { updateParty } from "../../parties/store.ts";
import { conventionWords } from "../words.ts";
import { takeSnapshot } from "../../snapshots/use-cases/take-snapshot.ts";

/** Moves a convention along its life. A way that is closed says why. */
export const moveConvention = defineUseCase({
  name: "convention.move",
  input: z.object({ conventionId: ConventionId, move: z.enum(moves) }),
  by: { conventionId: ConventionId },
  subject: ({ input, tx }) => conventionById(tx, input.conventionId),
  allow: conventionRights.move,
  run: async (work): Promise<ConventionState> => {
    const { input, lang, tx, today, record } = work;
    const convention = await lockConvention(tx, input.conventionId);
    if (convention === undefined) throw missing();
    const successor = await successorOf(tx, convention.id);
    const way = take(life, convention.state, input.move, factsOf(convention, successor?.state ?? null, today));
    if (way.kind === "closed") {
      const say = conventionWords(lang);
      throw refuseField("move", way.obstacle === "no-such-way" ? say("move.notFromHere") : say(`obstacle.${way.obstacle}`));
    }
    await updateConvention(tx, convention.id, { state: way.state });
    const frozen = input.move === "enter_signed" ? await enterSigned() : {};
    await record({
      verb: "moved",
      object: { kind: "convention", id: convention.id, label: convention.title },
      block: "state",
      before: { state: convention.state },
      after: { state: way.state, move: input.move, ...frozen },
    });
    return way.state;

    /** It was signed before it came here: its parties get the day of the ceremony, and it is frozen as it comes in. */
    async function enterSigned(): Promise<{ readonly snapshot: string; readonly hash: string }> {
      if (convention === undefined) throw missing();
      const parties = convention.parties.map((party) => ({ ...party, signedOn: party.signedOn ?? convention.signedOn }));
      for (const { id, signedOn } of parties) await updateParty(tx, id, { signedOn });
      const { id, hash } = await takeSnapshot(work, { ...convention, parties }, "entry");
      return { snapshot: id, hash };
    }
  },
});
