import { toFrench } from "../../../../platform/french/hours.ts";
import type { Lang } from "../../../../platform/words.ts";
import { TextArea } from "../../../../ui/form/text-field.tsx";
import type { FieldProps } from "../../../../ui/form/field.tsx";

type HoursFieldProps = FieldProps & { readonly lang: Lang; readonly value: string };

/** Hours as those who write them say them: in French where they can be, else as they are kept. */
export const HoursField = ({ lang, value, ...field }: HoursFieldProps) => (
  <TextArea {...field} value={lang === "fr" ? toFrench(value) : value} rows={2} />
);
