import { useLang } from "./words.ts";
import { timeText, type TimeLook } from "../platform/french/time.ts";

/** A date in words, with its machine form. */
export const Time = ({ value, look }: { readonly value: string | Date; readonly look?: TimeLook | undefined }) => (
  <time datetime={typeof value === "string" ? value : value.toISOString()}>{timeText(useLang(), value, look)}</time>
);
