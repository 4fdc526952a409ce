import { z } from "zod";
import { defineUseCase, refuseField, wholeTerritory } from "../../../../platform/use-case.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { line, optional } from "../../../../platform/model.ts";
import { ThemeKey, type Theme } from "../model.ts";
import { territoryRights } from "../rights.ts";
import { themeKeyOf } from "../rules.ts";
import { insertTheme, listThemes } from "../store.ts";
import { words } from "../words.ts";

/** Adds a field of action to the territory's own list. */
export const addTheme = defineUseCase({
  name: "territory.add-theme",
  input: z.object({ nameFr: line(60), nameEn: optional(line(60)) }),
  subject: wholeTerritory,
  allow: territoryRights.configure,
  run: async ({ input: { nameFr, nameEn }, actor, lang, tx, record }): Promise<Theme> => {
    const say = words(lang);
    await takeTurn(tx, actor.territory);
    const key = ThemeKey.safeParse(themeKeyOf(nameFr));
    if (!key.success) throw refuseField("nameFr", say("theme.noLetter"));
    const known = await listThemes(tx);
    if (known.some((theme) => theme.key === key.data)) throw refuseField("nameFr", say("theme.twice", { name: nameFr }));
    const theme: Theme = { key: key.data, name: { fr: nameFr, en: nameEn ?? nameFr } };
    await insertTheme(tx, actor.territory, theme, known.length);
    await record({ verb: "created", object: { kind: "theme", id: theme.key, label: nameFr }, after: { ...theme.name } });
    return theme;
  },
});
