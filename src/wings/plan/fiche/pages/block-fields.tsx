import type { z } from "zod";
import type { Lang } from "../../../../platform/words.ts";
import type { Choice } from "../../../../ui/form/choice.tsx";
import type { TypedForm } from "../../../../ui/form/typed-fields.tsx";
import { PartFields, type PartLook } from "../../../../ui/record/part-fields.tsx";
import { blocks, type ActionBlock } from "../../action/model.ts";
import { isActionWord, actionWords } from "../../action/words.ts";
import type { PlanReferences } from "./fiche-read.ts";
import { choiceText, fieldLabel } from "../../action/field-words.ts";
import { MeasureFields } from "./measure-fields.tsx";

export interface FieldsProps extends TypedForm {
  readonly lang: Lang;
  readonly directory: PlanReferences;
}

/** The words of the field that an error is about: `identity.title`, `milestones.0.title`. */
export function labelOf(lang: Lang): (name: string) => string | undefined {
  const say = actionWords(lang);
  return (name) => {
    const path = name.split(".");
    const last = path.at(-1) ?? "";
    if (last === "title" && path.includes("milestones")) return say("field.milestone");
    const known = `field.${last}`;
    return isActionWord(known) ? say(known) : undefined;
  };
}

/** What the form of a fiche cannot draw from its schema alone. */
function lookOf(lang: Lang, { axes, objectives, organisations, themes, communes }: PlanReferences): PartLook {
  const say = actionWords(lang);
  const organisation: readonly Choice[] = organisations.map(({ id, name }) => ({ value: id, label: name }));
  const axisName = ({ number, title }: (typeof axes)[number]): string => `${number}. ${title}`;
  return {
    lang,
    label: (field) => fieldLabel(lang, field),
    hint: (field) => {
      const key = `hint.${field}`;
      return isActionWord(key) ? say(key) : undefined;
    },
    choice: (field, value) => choiceText(lang, field, value),
    lists: {
      axisId: axes.map((axis) => ({ value: axis.id, label: axisName(axis) })),
      objectiveId: axes.map((axis) => ({
        label: axisName(axis),
        choices: objectives
          .filter(({ axisId }) => axisId === axis.id)
          .map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
      })),
      themes: themes.map(({ key, name }) => ({ value: key, label: name[lang] })),
      communes: communes.map(({ code, name }) => ({ value: code, label: name })),
      leadId: organisation,
      organisationId: organisation,
      funderId: organisation,
    },
    attributes: {
      number: { width: "short" },
      residentsWord: { hint: say("hint.noFamily") },
      leadId: { emptyLabel: say("lead.none") },
      partners: { addLabel: say("add.partner") },
      recurrence: { width: "medium" },
      milestones: { addLabel: say("add.milestone") },
      "milestones.title": { label: say("field.milestone") },
      staff: { suffix: say("unit.fte") },
      funding: { addLabel: say("add.funding") },
      "funding.funderId": { emptyLabel: say("funder.unknown") },
      reason: { rows: 3, markOptional: false },
      unblockedBy: { rows: 3, markOptional: false },
    },
    sideBySide: [
      ["number", "title"],
      ["leadPerson", "electedSponsor", "cafReferent"],
      ["start", "end", "recurrence"],
    ],
    draw: {
      ...(objectives.length === 0 && { objectiveId: () => null }),
      measures: ({ form }) => <MeasureFields {...form} lang={lang} />,
    },
  };
}

/** The fields of some of a fiche: those of a schema. */
export const FicheFields = ({ part, lang, directory, ...form }: FieldsProps & { readonly part: z.ZodObject }) => (
  <PartFields part={part} look={lookOf(lang, directory)} {...form} />
);

/** The fields of one block. */
export const BlockFields = ({ block, ...props }: FieldsProps & { readonly block: ActionBlock }) => (
  <FicheFields part={blocks[block]} {...props} />
);
