import type { ServiceKind } from "./model.ts";
import type { serviceKind } from "./tables.ts";

export const toKind = (row: typeof serviceKind.$inferSelect): ServiceKind => ({
  key: row.key,
  name: { fr: row.nameFr, en: row.nameEn },
  plain: { fr: row.plainFr, en: row.plainEn },
  themes: row.themes,
  ages: row.ages,
});

export const kindColumns = ({ key, name, plain, themes, ages }: ServiceKind) => ({
  key,
  nameFr: name.fr,
  nameEn: name.en,
  plainFr: plain.fr,
  plainEn: plain.en,
  themes: [...themes],
  ages,
});
