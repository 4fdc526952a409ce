import { z } from "zod";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { CommuneCode } from "../../../territory/territories/model.ts";
import { AgeBandKey } from "../model.ts";
import { referenceFigures } from "../reference-figures.ts";
import { ageBand, coverageOf, type Coverage } from "../rules.ts";
import { ServiceKindKey } from "../../kinds/model.ts";
import { readDirectoryContext, type DirectoryContext } from "../../card/pages/card-read.ts";
import { searchAddress, type SearchQuery } from "../../search/pages/search-query.ts";

const choice = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null).default(null);
const Address = z.object({ commune: choice(CommuneCode), kind: choice(ServiceKindKey), ages: choice(AgeBandKey) });
/** What is looked at: all, one commune or one kind, for an age or for all. */
export type CoverageQuery = z.infer<typeof Address>;

export const coveragePath = "/annuaire/couverture";

/** The address of the coverage that is looked at so. */
export function coverageAddress(visit: TerritoryVisit, query: Partial<CoverageQuery>): string {
  const params = Object.entries(query).flatMap(([name, value]): [string, string][] => (value === null ? [] : [[name, value]]));
  const asked = new URLSearchParams(params).toString();
  return visit.at(asked === "" ? coveragePath : `${coveragePath}?${asked}`);
}

/** All that a page of coverage shows. */
export interface Covered {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly query: CoverageQuery;
  readonly coverage: Coverage;
}

export async function readCoverage(visit: TerritoryVisit, params: Readonly<Record<string, string>>): Promise<Covered> {
  const query = Address.parse(params);
  const context = await visit.read((tx) => readDirectoryContext(tx, visit));
  const coverage = coverageOf(context.directory, {
    communes: context.lists.communes.map(({ code }) => code),
    epciSiren: visit.territory.siren,
    band: ageBand(query.ages),
    figures: referenceFigures,
  });
  return { visit, context, query, coverage };
}

/** Where the search shows what a cell counts, for the age that is looked at. */
export const cellAddress = ({ visit, query }: Covered, asked: Partial<SearchQuery>): string =>
  searchAddress(visit, { ...asked, ages: query.ages });
