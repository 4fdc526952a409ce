import { refuseField } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Lang } from "../../../../platform/words.ts";
import type { ThemeKey } from "../../../territory/territories/model.ts";
import { listThemes } from "../../../territory/territories/store.ts";
import type { FrameworkId } from "../../frameworks/model.ts";
import { frameworkById } from "../../frameworks/store.ts";
import { conventionWords } from "../words.ts";

/** Refuses a theme that is not in this territory's list. */
export async function checkThemes(tx: Tx, themes: readonly ThemeKey[], lang: Lang): Promise<void> {
  if (themes.length === 0) return;
  const known = new Set((await listThemes(tx)).map(({ key }) => key));
  if (themes.some((key) => !known.has(key))) throw refuseField("themes", conventionWords(lang)("edit.unknownTheme"));
}

/** Refuses a scheme that is not in this instance. */
export async function checkFramework(tx: Tx, id: FrameworkId | null, lang: Lang): Promise<void> {
  if (id !== null && (await frameworkById(tx, id)) === undefined)
    throw refuseField("frameworkId", conventionWords(lang)("edit.unknownFramework"));
}
