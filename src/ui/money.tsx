import { useLang } from "./words.ts";
import { amountText } from "../platform/french/number.ts";

/** An amount in euro cents. `unknown` is said where the amount is null: unknown is not zero. */
export const Money = ({ cents, unknown = "—" }: { readonly cents: number | null; readonly unknown?: string | undefined }) => {
  const lang = useLang();
  return cents === null ? <span class="missing">{unknown}</span> : <span class="money">{amountText(lang, cents)}</span>;
};
