import { type KnownDate } from "../../../../platform/known-date.ts";
import { useLang } from "../../../../ui/words.ts";
import { knownDateText } from "../../../../platform/french/known-date.ts";

/** A date in words, as precisely as it is known, with its machine form. */
export const KnownTime = ({ value }: { readonly value: KnownDate | string }) => (
  <time datetime={value}>{knownDateText(useLang(), value)}</time>
);
