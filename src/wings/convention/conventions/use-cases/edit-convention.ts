import { z } from "zod";
import { defineUseCase, missing } from "../../../../platform/use-case.ts";
import { refuseStale } from "../../../../platform/record/conflict.ts";
import { plain, samePlain } from "../../../../platform/record/rules.ts";
import { writtenNumber } from "../../../../platform/model.ts";
import { conventionBlocks, ConventionId, endAfterStart, endBeforeStart, type ConventionBlock } from "../model.ts";
import { conventionRights } from "../rights.ts";
import { blockOf } from "../rules.ts";
import { conventionById, lockConvention, updateConvention } from "../store.ts";
import { checkFramework, checkThemes } from "./check-references.ts";

const edited = {
  conventionId: ConventionId,
  /** Number of the last event of the block when it was opened; 0 before its first change. */
  seen: writtenNumber.pipe(z.number().int().min(0)),
};

/** Changes one block of a convention. Two people on two blocks do not meet; on the same block, the second is told. */
export const editConvention = defineUseCase({
  name: "convention.edit",
  input: z.discriminatedUnion("block", [
    z.object({ ...edited, block: z.literal("identity"), ...conventionBlocks.identity.shape }),
    z.object({ ...edited, block: z.literal("dates"), ...conventionBlocks.dates.shape }).refine(endAfterStart, endBeforeStart),
    z.object({ ...edited, block: z.literal("themes"), ...conventionBlocks.themes.shape }),
    z.object({ ...edited, block: z.literal("texts"), ...conventionBlocks.texts.shape }),
    z.object({ ...edited, block: z.literal("review"), ...conventionBlocks.review.shape }),
  ]),
  subject: ({ input, tx }) => conventionById(tx, input.conventionId),
  allow: conventionRights.edit,
  run: async ({ input, lang, tx, record }): Promise<{ readonly block: ConventionBlock }> => {
    const { conventionId, seen, block, ...fields } = input;
    const convention = await lockConvention(tx, conventionId);
    if (convention === undefined) throw missing();
    if (block === "themes") await checkThemes(tx, input.themes, lang);
    if (block === "identity") await checkFramework(tx, input.frameworkId, lang);
    const [before, after] = [plain(blockOf(convention, block)), plain(fields)];
    await refuseStale(tx, { object: { kind: "convention", id: conventionId }, block, seen, now: before, mine: after });
    if (samePlain(before, after)) return { block };
    await updateConvention(tx, conventionId, fields);
    const label = block === "identity" ? input.title : convention.title;
    await record({ verb: "changed", object: { kind: "convention", id: conventionId, label }, block, before, after });
    return { block };
  },
});
