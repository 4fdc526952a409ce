import { asc, eq } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Commune, Siren, Territory, Theme } from "./model.ts";
import { commune, territory, theme } from "./tables.ts";

type TerritoryRow = typeof territory.$inferSelect;
const toTerritory = ({ departementCode, departementName, regionCode, regionName, ...row }: TerritoryRow): Territory => ({
  ...row,
  departement: { code: departementCode, name: departementName },
  region: { code: regionCode, name: regionName },
});

/** Every territory of the instance, by name. */
export const listTerritories = keptRead(async (tx: Tx): Promise<readonly Territory[]> => {
  return (await tx.select().from(territory).orderBy(asc(territory.name))).map(toTerritory);
});

export async function territoryBySiren(tx: Tx, siren: Siren): Promise<Territory | undefined> {
  const [row] = await tx.select().from(territory).where(eq(territory.siren, siren));
  return row && toTerritory(row);
}

export async function territoryById(tx: Tx, id: TerritoryId): Promise<Territory | undefined> {
  const [row] = await tx.select().from(territory).where(eq(territory.id, id));
  return row && toTerritory(row);
}

export async function insertTerritory(
  tx: Tx,
  { departement, region, ...fields }: Territory,
  communes: readonly Commune[],
  themes: readonly Theme[],
): Promise<void> {
  await tx.insert(territory).values({
    ...fields,
    departementCode: departement.code,
    departementName: departement.name,
    regionCode: region.code,
    regionName: region.name,
  });
  await tx.insert(commune).values(communes.map((each) => ({ ...each, territoryId: fields.id })));
  await tx
    .insert(theme)
    .values(
      themes.map(({ key, name }, position) => ({ territoryId: fields.id, key, position, nameFr: name.fr, nameEn: name.en })),
    );
}

/** Changes what a territory may choose for itself: its name on screen and the hue of its colour. */
export async function updateTerritory(tx: Tx, id: TerritoryId, fields: Pick<Territory, "name" | "accentHue">): Promise<void> {
  await tx.update(territory).set(fields).where(eq(territory.id, id));
}

export const listCommunes = keptRead(async (tx: Tx): Promise<readonly Commune[]> => {
  const rows = await tx.select().from(commune).orderBy(asc(commune.name));
  return rows.map(({ territoryId: _, ...row }) => row);
});

export const listThemes = keptRead(async (tx: Tx): Promise<readonly Theme[]> => {
  const rows = await tx.select().from(theme).orderBy(asc(theme.position));
  return rows.map(({ key, nameFr, nameEn }) => ({ key, name: { fr: nameFr, en: nameEn } }));
});

export async function insertTheme(tx: Tx, territoryId: TerritoryId, { key, name }: Theme, position: number): Promise<void> {
  await tx.insert(theme).values({ territoryId, key, position, nameFr: name.fr, nameEn: name.en });
}
