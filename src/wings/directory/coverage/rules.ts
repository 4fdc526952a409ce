import type { CommuneCode } from "../../territory/territories/model.ts";
import type { Ages, ServiceKind, ServiceKindKey } from "../kinds/model.ts";
import type { Directory, Service } from "../card/model.ts";
import type { Place } from "../places/model.ts";
import { agesOf, areaHolds, communesOf, holdsYears, takesYears } from "../card/rules.ts";
import type { AgeBand, AgeBandKey, Figure, ReferenceFigures } from "./model.ts";

export const ageBands: readonly AgeBand[] = [
  { key: "0-2", from: 0, to: 2 },
  { key: "3-5", from: 3, to: 5 },
  { key: "6-10", from: 6, to: 10 },
  { key: "11-17", from: 11, to: 17 },
];
export const ageBand = (key: AgeBandKey | null): AgeBand | null => ageBands.find((band) => band.key === key) ?? null;

/** Kinds that keep children under three: the coverage rate counts the places of these. */
export const childcareKinds: readonly string[] = ["eaje", "mam", "assistant_maternel"];
/** What has no place among the others leaves no gap. */
const gapless: ReadonlySet<string> = new Set(["autre"]);

/** Places that are said, and how many services do not say theirs: with some of these, the sum is a least. */
export interface Places {
  readonly known: number;
  readonly saying: number;
  readonly silent: number;
}

/** What a commune has of a kind of service, for an age. */
export interface CoverageCell {
  readonly commune: CommuneCode;
  /** Given in the commune: at a place there, or in a round that stops there. */
  readonly here: readonly Service[];
  /** Given elsewhere, and for those of this commune too, as the card says. */
  readonly fromElsewhere: readonly Service[];
  /** Places of the services whose place stands here: a round brings no place of its own. */
  readonly places: Places;
  /** What public statistics counted, all ages. */
  readonly counted: Figure | null;
}

export interface CoverageRow {
  readonly kind: ServiceKind;
  /** Each once, wherever it is given. */
  readonly services: readonly Service[];
  readonly cells: ReadonlyMap<CommuneCode, CoverageCell>;
}

/** Places for a hundred children: of those who are known, in their year. */
export interface CoverageRate {
  readonly commune: CommuneCode;
  readonly places: Places;
  readonly children: Figure | null;
  /** `null` where one of the two is not known. Not rounded. */
  readonly per100: number | null;
}

export interface Coverage {
  readonly communes: readonly CommuneCode[];
  readonly band: AgeBand | null;
  /** Kinds of which there is at least one service for this age, in the order of the list. */
  readonly rows: readonly CoverageRow[];
  /** Kinds meant for this age of which the directory has no service anywhere. */
  readonly nowhere: readonly ServiceKind[];
}

interface Asked {
  readonly communes: readonly CommuneCode[];
  readonly epciSiren: string;
  readonly band: AgeBand | null;
  readonly figures: ReferenceFigures;
}

interface Offered {
  readonly service: Service;
  readonly place: Place;
  readonly ages: Ages | null;
}

/**
 * What each commune has of each kind of service, for an age or for all: where it is given, who serves it from elsewhere, and what
 * is missing. Only what is published counts. A service whose card and kind say no age is of no age in particular: it is counted
 * for all ages together, and for none alone, as the search does.
 */
export function coverageOf({ kinds, places, services }: Directory, { communes, epciSiren, band, figures }: Asked): Coverage {
  const kindOf = new Map<string, ServiceKind>(kinds.map((kind) => [kind.key, kind]));
  const offered = [...services.values()].flatMap((service): Offered[] => {
    const place = places.get(service.placeId);
    if (service.state.kind !== "published" || place === undefined) return [];
    const ages = agesOf(service, kindOf.get(service.offer.kind));
    return isFor(ages, band) ? [{ service, place, ages }] : [];
  });
  const byKind = Map.groupBy(offered, ({ service }) => service.offer.kind);
  const rows = kinds.flatMap((kind): CoverageRow[] => {
    const own = (byKind.get(kind.key) ?? []).map((each) => ({ ...each, communes: communesOf(each.service, each.place) }));
    const cells = communes.map((commune): CoverageCell => {
      const here = own.filter((each) => each.communes.has(commune));
      return {
        commune,
        here: here.map(({ service }) => service),
        fromElsewhere: own
          .filter((each) => !each.communes.has(commune) && areaHolds(each.service.where.area, commune, epciSiren))
          .map(({ service }) => service),
        places: sumOf(here.filter(({ place }) => place.communeCode === commune).map((each) => placesOf(each, band))),
        counted: figures.services(commune, kind.key),
      };
    });
    const seen = new Set(cells.flatMap(({ here, fromElsewhere }) => [...here, ...fromElsewhere]));
    return seen.size === 0 ? [] : [{ kind, services: [...seen], cells: new Map(cells.map((cell) => [cell.commune, cell])) }];
  });
  const there = new Set<ServiceKindKey>(rows.map(({ kind }) => kind.key));
  return {
    communes,
    band,
    rows,
    nowhere: kinds.filter((kind) => !there.has(kind.key) && !gapless.has(kind.key) && isMeantFor(kind, band)),
  };
}

const isFor = (ages: Ages | null, band: AgeBand | null): boolean =>
  band === null || (ages !== null && takesYears(ages, band.from, band.to));

/** A kind that is for some of an age only leaves no gap there. */
const isMeantFor = ({ ages }: ServiceKind, band: AgeBand | null): boolean =>
  band === null || (ages !== null && holdsYears(ages, band.from, band.to));

/** The places of a service for an age. A place open to two ages counts for each: what is said of two ages is not added up. */
function placesOf({ service, ages }: Offered, band: AgeBand | null): Places {
  const rows = service.capacity.capacities.filter(({ unit }) => unit === "places");
  const said = rows.filter(({ maximum }) => maximum !== null);
  const open = said.filter(({ minMonths, maxMonths }) =>
    isFor(minMonths === null && maxMonths === null ? ages : { minMonths, maxMonths }, band),
  );
  return {
    known: open.reduce((sum, { maximum }) => sum + (maximum ?? 0), 0),
    saying: said.length > 0 ? 1 : 0,
    silent: said.length > 0 ? 0 : 1,
  };
}

const sumOf = (all: readonly Places[]): Places =>
  all.reduce(
    (sum, { known, saying, silent }) => ({
      known: sum.known + known,
      saying: sum.saying + saying,
      silent: sum.silent + silent,
    }),
    { known: 0, saying: 0, silent: 0 },
  );

/** Places of some kinds for a hundred children of an age, commune by commune. */
export function ratesOf(
  { communes, rows, band }: Coverage,
  figures: ReferenceFigures,
  isCounted: (kind: ServiceKind) => boolean,
): readonly CoverageRate[] {
  if (band === null) return [];
  const counted = rows.filter(({ kind }) => isCounted(kind));
  return communes.map((commune) => {
    const places = sumOf(counted.flatMap(({ cells }) => cells.get(commune)?.places ?? []));
    const children = figures.children(commune, band.key);
    const isKnown = places.saying > 0 && children !== null && children.count > 0;
    return { commune, places, children, per100: isKnown ? (places.known / children.count) * 100 : null };
  });
}

/** A figure of public statistics beside what the directory knows. */
export interface CrossCheck {
  readonly kind: ServiceKind;
  readonly commune: CommuneCode;
  readonly known: number;
  readonly counted: Figure;
}

/** Where the directory and public statistics do not say the same, or both say something. Where both know of none, nothing is to be said. */
export const crossChecks = ({ rows, nowhere, communes }: Coverage, figures: ReferenceFigures): readonly CrossCheck[] => [
  ...rows.flatMap(({ kind, cells }) =>
    [...cells.values()].flatMap(({ commune, here, counted }): CrossCheck[] =>
      counted === null || (counted.count === 0 && here.length === 0) ? [] : [{ kind, commune, known: here.length, counted }],
    ),
  ),
  ...nowhere.flatMap((kind) =>
    communes.flatMap((commune): CrossCheck[] => {
      const counted = figures.services(commune, kind.key);
      return counted === null || counted.count === 0 ? [] : [{ kind, commune, known: 0, counted }];
    }),
  ),
];

/** What one commune has and has not: kinds given there, kinds that come to it from elsewhere, kinds that it lacks. */
export interface CommuneCoverage {
  readonly commune: CommuneCode;
  readonly services: readonly Service[];
  readonly given: readonly ServiceKind[];
  readonly served: readonly ServiceKind[];
  readonly lacking: readonly ServiceKind[];
}

/** The coverage read commune by commune. */
export const byCommune = ({ communes, rows, nowhere }: Coverage): readonly CommuneCoverage[] =>
  communes.map((commune) => {
    const cells = rows.flatMap(({ kind, cells: all }) => {
      const cell = all.get(commune);
      return cell === undefined ? [] : [{ kind, cell }];
    });
    const isLacking = ({ cell }: { readonly cell: CoverageCell }) => cell.here.length + cell.fromElsewhere.length === 0;
    return {
      commune,
      services: [...new Set(cells.flatMap(({ cell }) => cell.here))],
      given: cells.filter(({ cell }) => cell.here.length > 0).map(({ kind }) => kind),
      served: cells.filter(({ cell }) => cell.here.length === 0 && cell.fromElsewhere.length > 0).map(({ kind }) => kind),
      lacking: [...cells.filter((each) => isLacking(each) && !gapless.has(each.kind.key)).map(({ kind }) => kind), ...nowhere],
    };
  });
