import type { Lang } from "../../../../platform/words.ts";
import { words } from "../../../plan/action/words.ts";
import { blocks } from "../../../plan/action/model.ts";

/** The words of a field of a fiche, as the plan says them. */
type ActionField = { [B in keyof typeof blocks]: keyof (typeof blocks)[B]["shape"] }[keyof typeof blocks];

const fields: readonly string[] = Object.values(blocks).flatMap(({ shape }) => Object.keys(shape));
const isField = (field: string): field is ActionField => fields.includes(field);

export const actionFieldLabel = (lang: Lang, field: string): string => (isField(field) ? words(lang)(`field.${field}`) : field);
