import { asc, desc, eq, getTableColumns, inArray, sql } from "drizzle-orm";
import type { Tx } from "../../../platform/database/database.ts";
import { keptRead } from "../../../platform/kept/kept-read.ts";
import { restore, withoutColumn } from "../../../platform/record/stored.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import type { Amendment } from "../amendments/model.ts";
import type { Competence } from "../competences/model.ts";
import { conventionParts, type Convention, type ConventionFields, type ConventionId, type ConventionState } from "./model.ts";
import type { Party } from "../parties/model.ts";
import { amendment } from "../amendments/tables.ts";
import { competence } from "../competences/tables.ts";
import { convention } from "./tables.ts";
import { party } from "../parties/tables.ts";

/** Every convention of this territory, the latest period first. */
export const listConventions = keptRead(async (tx: Tx): Promise<readonly Convention[]> => {
  return whole(tx, await tx.select().from(convention).orderBy(desc(convention.periodStart), asc(convention.id)));
});

export const conventionById = keptRead(async (tx: Tx, id: ConventionId): Promise<Convention | undefined> => {
  return (await whole(tx, await tx.select().from(convention).where(eq(convention.id, id))))[0];
});

/** The convention, held until the end of the transaction: two signatures at once are counted one after the other. */
export async function lockConvention(tx: Tx, id: ConventionId): Promise<Convention | undefined> {
  return (await whole(tx, await tx.select().from(convention).where(eq(convention.id, id)).for("update")))[0];
}

/** The convention that renews this one. */
export const successorOf = keptRead(
  async (tx: Tx, id: ConventionId): Promise<{ readonly id: ConventionId; readonly state: ConventionState } | undefined> => {
    const [row] = await tx
      .select({ id: convention.id, state: convention.state })
      .from(convention)
      .where(eq(convention.predecessorId, id));
    return row;
  },
);

async function whole(tx: Tx, rows: readonly (typeof convention.$inferSelect)[]): Promise<readonly Convention[]> {
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const parties = await tx.select().from(party).where(inArray(party.conventionId, ids)).orderBy(asc(party.id));
  const competences = await tx
    .select()
    .from(competence)
    .where(inArray(competence.conventionId, ids))
    .orderBy(asc(competence.theme), asc(competence.holder));
  const amendments = await tx.select().from(amendment).where(inArray(amendment.conventionId, ids)).orderBy(asc(amendment.id));
  return rows.map(({ territoryId: _, more, ...fields }) => ({
    ...fields,
    ...restoredFields({ ...more, ...fields }),
    parties: parties.filter(({ conventionId }) => conventionId === fields.id).map(toParty),
    competences: competences
      .filter(({ conventionId }) => conventionId === fields.id)
      .map(({ territoryId: __, conventionId: ___, ...cell }): Competence => cell),
    amendments: amendments
      .filter(({ conventionId }) => conventionId === fields.id)
      .map(({ territoryId: __, conventionId: ___, ...row }): Amendment => row),
  }));
}

/** The fields of every part, side by side as a convention holds them. */
function restoredFields(kept: Readonly<Record<string, unknown>>): ConventionFields {
  const { identity, dates, themes, texts, review } = restore(conventionParts, (_, field) => kept[field]);
  return { ...identity, ...dates, ...themes, ...texts, ...review };
}

const toParty = ({ territoryId: _, conventionId: __, ...row }: typeof party.$inferSelect): Party => row;

export async function insertConvention(
  tx: Tx,
  territoryId: TerritoryId,
  row: ConventionFields & Pick<Convention, "id" | "state" | "provenance" | "predecessorId">,
): Promise<void> {
  await tx.insert(convention).values({ territoryId, ...row, more: withoutColumn(getTableColumns(convention), row) });
}

/** Changes the fields that are given, and no other. */
export async function updateConvention(
  tx: Tx,
  id: ConventionId,
  fields: Partial<ConventionFields & Pick<Convention, "state" | "predecessorId">>,
): Promise<void> {
  const more = JSON.stringify(withoutColumn(getTableColumns(convention), fields));
  await tx
    .update(convention)
    .set({ ...fields, more: sql`${convention.more} || ${more}::jsonb` })
    .where(eq(convention.id, id));
}
