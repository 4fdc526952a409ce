import { z } from "zod";
import { defineUseCase, refuseField, wholeTerritory } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { takeTurn } from "../../../../platform/history/store.ts";
import { line, optional, setOf } from "../../../../platform/model.ts";
import { ThemeKey } from "../../../territory/territories/model.ts";
import { themeKeyOf } from "../../../territory/territories/rules.ts";
import { listThemes } from "../../../territory/territories/store.ts";
import { cardWords } from "../../card/words.ts";
import { ServiceKindKey, type ServiceKind } from "../../kinds/model.ts";
import { directoryRights } from "../../card/rights.ts";
import { insertKind, listKinds } from "../../kinds/store.ts";
import { settingsWords } from "../words.ts";

/** Adds a kind of service to the territory's own list. */
export const addKind = defineUseCase({
  name: "directory.add-kind",
  input: z.object({
    nameFr: line(80),
    nameEn: optional(line(80)),
    plainFr: optional(line(120)),
    plainEn: optional(line(120)),
    themes: setOf(ThemeKey),
  }),
  subject: wholeTerritory,
  allow: directoryRights.configure,
  run: async ({ input, actor, lang, tx, record }): Promise<ServiceKind> => {
    const say = cardWords(lang);
    await takeTurn(tx, actor.territory);
    const key = ServiceKindKey.safeParse(themeKeyOf(input.nameFr));
    if (!key.success) throw refuseField("nameFr", settingsWords(lang)("kind.noLetter"));
    const known = await listKinds(tx);
    if (known.some((kind) => kind.key === key.data || kind.name.fr === input.nameFr))
      throw refuseField("nameFr", settingsWords(lang)("kind.twice", { name: input.nameFr }));
    const themes = (await listThemes(tx)).map((theme) => theme.key);
    if (input.themes.some((theme) => !themes.includes(theme))) throw refuseField("themes", say("refused.theme"));
    const name = { fr: input.nameFr, en: input.nameEn ?? input.nameFr };
    const plainWords = { fr: input.plainFr ?? name.fr, en: input.plainEn ?? input.plainFr ?? name.en };
    const kind: ServiceKind = { key: key.data, name, plain: plainWords, themes: input.themes, ages: null };
    await insertKind(tx, actor.territory, kind, known.length);
    await record({ verb: "created", object: { kind: "service_kind", id: kind.key, label: name.fr }, after: asPlain(kind) });
    return kind;
  },
});
