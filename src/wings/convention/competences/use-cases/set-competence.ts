import { z } from "zod";
import { defineUseCase, missing } from "../../../../platform/use-case.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { line, optional } from "../../../../platform/model.ts";
import { ThemeKey } from "../../../territory/territories/model.ts";
import { CompetenceHolder } from "../model.ts";
import { ConventionId } from "../../conventions/model.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { conventionById, lockConvention } from "../../conventions/store.ts";
import { deleteCompetence, saveCompetence } from "../store.ts";
import { checkReferences } from "../../conventions/use-cases/check-references.ts";

/** Writes one cell of the matrix: whether this holder exercises the competence on this theme, and how. */
export const setCompetence = defineUseCase({
  name: "convention.set-competence",
  input: z.object({
    conventionId: ConventionId,
    theme: ThemeKey,
    holder: CompetenceHolder,
    mark: z.enum(["exercised", "none"]),
    note: optional(line(300)),
  }),
  by: { conventionId: ConventionId },
  subject: ({ input, tx }) => conventionById(tx, input.conventionId),
  allow: conventionRights.edit,
  run: async ({ input, actor, lang, tx, record }): Promise<ConventionId> => {
    const { conventionId, theme, holder, mark, note } = input;
    const convention = await lockConvention(tx, conventionId);
    if (convention === undefined) throw missing();
    await checkReferences(tx, { themes: [theme] }, lang);
    const known = convention.competences.find((each) => each.theme === theme && each.holder === holder) ?? null;
    const cell = mark === "exercised" ? { theme, holder, note } : null;
    if (samePlain(asPlain(known), asPlain(cell))) return conventionId;
    if (cell === null) await deleteCompetence(tx, conventionId, { theme, holder });
    else await saveCompetence(tx, actor.territory, conventionId, cell);
    await record({
      verb: "changed",
      object: { kind: "convention", id: conventionId, label: convention.title },
      block: `competence:${theme}:${holder}`,
      before: asPlain(known),
      after: asPlain(cell),
    });
    return conventionId;
  },
});
