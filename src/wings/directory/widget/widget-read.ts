import { z } from "zod";
import { dayOf } from "../../../platform/clock.ts";
import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import { CommuneCode, ThemeKey } from "../../territory/territories/model.ts";
import { noFilters, type Result } from "../search/model.ts";
import { search } from "../search/search.ts";
import { searchIndexAt } from "../search/search-at.ts";
import { readDirectoryContext, type DirectoryContext } from "../card/pages/card-read.ts";

const choice = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null).default(null);
const Address = z.object({ commune: choice(CommuneCode), theme: choice(ThemeKey) });
/** What a frame shows: the services of a commune, of a theme, or all. */
export type WidgetQuery = z.infer<typeof Address>;

export const readWidgetQuery = (params: Readonly<Record<string, string>>): WidgetQuery => Address.parse(params);

const shownAtMost = 30;

export interface Widget {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly query: WidgetQuery;
  readonly results: readonly Result[];
  readonly total: number;
}

/** The services of a frame. A commune or a theme that is not of the territory is not asked. */
export async function readWidget(visit: TerritoryVisit, asked: WidgetQuery): Promise<Widget> {
  const [context, index] = await visit.read(async (tx) => {
    const known = await readDirectoryContext(tx, visit);
    return [known, await searchIndexAt(tx, visit.territory.id, known.lists)] as const;
  });
  const query = {
    commune: context.lists.communes.find(({ code }) => code === asked.commune)?.code ?? null,
    theme: context.lists.themes.find(({ key }) => key === asked.theme)?.key ?? null,
  };
  const today = Math.floor(Date.parse(`${dayOf(visit.runtime.clock.now())}T00:00:00Z`) / 86_400_000);
  const { results, total } = search(index, {
    text: "",
    filters: { ...noFilters, ...query },
    from: null,
    today,
    limit: shownAtMost,
  });
  return { visit, context, query, results, total };
}

/** The address of the frame, in this territory. */
export function widgetPath(query: WidgetQuery): string {
  const params = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
  const asked = new URLSearchParams(params).toString();
  return asked === "" ? "/annuaire/widget" : `/annuaire/widget?${asked}`;
}
