import { refuseField } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Lang } from "../../../../platform/words.ts";
import { listThemes } from "../../../territory/territories/store.ts";
import { frameworkById } from "../../frameworks/store.ts";
import type { ConventionFields } from "../model.ts";
import { conventionWords } from "../words.ts";

/** Refuses a theme that is not in this territory's list, a scheme that is not in this instance. `at` is where the fields stand in the form. */
export async function checkReferences(
  tx: Tx,
  { themes = [], frameworkId = null }: Partial<ConventionFields>,
  lang: Lang,
  at = "",
): Promise<void> {
  const known = new Set(themes.length === 0 ? [] : (await listThemes(tx)).map(({ key }) => key));
  if (themes.some((key) => !known.has(key))) throw refuseField(`${at}themes`, conventionWords(lang)("edit.unknownTheme"));
  if (frameworkId !== null && (await frameworkById(tx, frameworkId)) === undefined)
    throw refuseField(`${at}frameworkId`, conventionWords(lang)("edit.unknownFramework"));
}
