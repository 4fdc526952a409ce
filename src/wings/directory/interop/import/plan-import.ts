import { comparable } from "../../../../platform/french/near.ts";
import { OrganisationId, type Day } from "../../../../platform/model.ts";
import { OrganisationFields, type Organisation } from "../../../territory/organisations/model.ts";
import type { Provenance } from "../../../territory/territories/model.ts";
import { blankCard, blankInternal } from "../../card/blank-card.ts";
import { Offer, ServiceId, type Directory, type Service, type ServiceState } from "../../card/model.ts";
import { PlaceFields, PlaceId, type Origin, type Place } from "../../places/model.ts";
import type { z } from "zod";
import type { Entry, FeedRow, Said, SaidPlace } from "./model.ts";
import { Recogniser } from "./recognise.ts";
import { merge, nested, saidOf, withSaid, type FieldChange, type Merged } from "./said.ts";

/** What the last import said of a thing, and which thing of the directory it was taken for. */
export interface Link {
  readonly kind: "place" | "service";
  readonly source: string;
  readonly externalId: string;
  readonly objectId: string;
  readonly said: Said;
}

export const linkKey = ({ kind, source, externalId }: Pick<Link, "kind" | "source" | "externalId">): string =>
  `${kind}\n${source}\n${externalId}`;

/** What a row does to a place or to a service. */
export type Planned<Thing> = {
  readonly after: Thing;
  /** What is to be remembered of the row; `null` when nothing of it is new. */
  readonly link: Link | null;
} & (
  | { readonly kind: "create" }
  | ({ readonly kind: "update"; readonly before: Thing } & Merged)
  /** It says what stands here already, or only what was corrected here. */
  | { readonly kind: "same"; readonly kept: readonly FieldChange[] }
);

export interface NewOrganisation {
  readonly id: OrganisationId;
  readonly fields: OrganisationFields;
}

export type PlannedRow =
  | {
      readonly kind: "planned";
      readonly row: number;
      readonly organisation: NewOrganisation | null;
      readonly place: Planned<Place> | null;
      readonly service: Planned<Service> | null;
      readonly doubts: readonly string[];
    }
  | { readonly kind: "outside"; readonly row: number }
  | { readonly kind: "broken"; readonly row: number; readonly problems: readonly string[] };

export interface PlanRequest {
  readonly directory: Pick<Directory, "places" | "services">;
  readonly organisations: readonly Pick<Organisation, "id" | "name" | "shortName">[];
  /** Codes of the communes whose rows are taken; `null`: all are. */
  readonly within: ReadonlySet<string> | null;
  /** What becomes of a new card. */
  readonly state: Extract<ServiceState["kind"], "draft" | "published">;
  /** What cards are said to come from. */
  readonly provenance: Provenance;
  /** The fields that take the value of the file though they were corrected here: `<id of the place or service> <path>`. */
  readonly take: ReadonlySet<string>;
  readonly now: Date;
  readonly newId: <Id extends z.ZodType>(id: Id) => z.output<Id>;
  readonly say: {
    readonly repeated: (id: string) => string;
    readonly noPlace: (id: string) => string;
    readonly noCard: string;
  };
}

/**
 * Decides, row after row, what a file changes in the directory. Keeps in mind what it has made and what it has seen, not what it has
 * read: a file of any length is planned in the memory of the directory.
 */
export class ImportPlan {
  readonly #ask: PlanRequest;
  readonly #known: Recogniser;
  readonly #organisations = new Map<string, OrganisationId>();
  /** What this import creates, by the key of its link. */
  readonly #made = new Map<string, string>();
  readonly #seen = new Set<string>();
  readonly #claimed = new Set<string>();

  constructor(ask: PlanRequest) {
    this.#ask = ask;
    this.#known = new Recogniser(ask.directory);
    for (const { id, name, shortName } of ask.organisations)
      for (const said of [shortName, name]) if (said !== null) this.#organisations.set(comparable(said), id);
  }

  get recogniser(): Recogniser {
    return this.#known;
  }

  /** The services of the directory that the file speaks of. */
  get seenServices(): ReadonlySet<string> {
    return this.#claimed;
  }

  /** `links`: what earlier imports said of these rows, by `linkKey`. */
  *rows(rows: Iterable<FeedRow>, links: ReadonlyMap<string, Link>): Generator<PlannedRow> {
    for (const row of rows) yield row.kind === "broken" ? row : this.#entry(row.entry, links);
  }

  #entry(entry: Entry, links: ReadonlyMap<string, Link>): PlannedRow {
    const { row, source, service } = entry;
    const own = service ?? entry.place;
    if (own === null) return { kind: "broken", row, problems: [] };
    const key = linkKey({ kind: service === null ? "place" : "service", source, externalId: own.externalId });
    if (this.#seen.has(key)) return { kind: "broken", row, problems: [this.#ask.say.repeated(own.externalId)] };
    this.#seen.add(key);
    const placeKey = linkKey({ kind: "place", source, externalId: entry.placeRef });
    const known = this.#knownPlace(entry, links.get(placeKey));
    const linked = service && links.get(key);
    const card = service && this.#knownService(entry, linked ?? undefined, known);
    const isOutside = !this.#isWithin(entry.communeCode ?? known?.communeCode ?? null);
    if (isOutside && known === null && card === null) return { kind: "outside", row };
    if (card !== null) this.#claimed.add(card.id);

    const { organisation, place } = this.#place(entry, known, links.get(placeKey) ?? null);
    if (service === null) return { kind: "planned", row, organisation, place, service: null, doubts: entry.doubts };
    const placeId = known?.id ?? place?.after.id ?? this.#made.get(placeKey) ?? card?.placeId;
    if (placeId === undefined) return { kind: "broken", row, problems: [this.#ask.say.noPlace(entry.placeRef)] };
    const planned = this.#service(entry, service, card, PlaceId.parse(placeId), linked ?? null);
    if (planned === null) return { kind: "broken", row, problems: [this.#ask.say.noCard] };
    return { kind: "planned", row, organisation, place, service: planned, doubts: entry.doubts };
  }

  #isWithin(communeCode: string | null): boolean {
    const { within } = this.#ask;
    return within === null || communeCode === null || within.has(communeCode);
  }

  #knownPlace({ source, placeRef, place }: Entry, link: Link | undefined): Place | null {
    const linked = link && this.#ask.directory.places.get(PlaceId.parse(link.objectId));
    return linked ?? this.#known.place(source, placeRef, place?.said ?? {});
  }

  #knownService({ source, service }: Entry, link: Link | undefined, place: Place | null): Service | null {
    const linked = link && this.#ask.directory.services.get(ServiceId.parse(link.objectId));
    if (linked !== undefined) return linked;
    const found = service && this.#known.service(source, service.externalId, service.said, place);
    // Two rows are never one service, however alike they are.
    return found === null || this.#claimed.has(found.id) ? null : found;
  }

  #place(
    { source, place: said, placeRef }: Entry,
    known: Place | null,
    link: Link | null,
  ): { readonly organisation: NewOrganisation | null; readonly place: Planned<Place> | null } {
    const key = linkKey({ kind: "place", source, externalId: placeRef });
    // A place that several rows speak of is made once, and said by the first.
    if (said === null || this.#made.has(key)) return { organisation: null, place: null };
    if (known !== null) {
      this.#made.set(key, known.id);
      return {
        organisation: null,
        place: this.#update("place", source, said, known, link, (after) => placeAfter(known, after, said, source)),
      };
    }
    const { organisation, id: organisationId } = this.#organisation(said);
    const id = this.#ask.newId(PlaceId);
    this.#made.set(key, id);
    const { now, provenance } = this.#ask;
    const fields = PlaceFields.parse({ wheelchair: "unknown", ...nested(said.said), organisationId });
    const after: Place = { ...fields, id, origin: originOf(source, said), provenance, updatedAt: changedAt(said.updatedOn, now) };
    return { organisation, place: { kind: "create", after, link: linkOf("place", source, said, id) } };
  }

  #service(
    { source }: Entry,
    said: NonNullable<Entry["service"]>,
    known: Service | null,
    placeId: PlaceId,
    link: Link | null,
  ): Planned<Service> | null {
    if (known !== null) {
      // A card that was merged into another says nothing any more: whoever merged it has chosen.
      if (known.state.kind === "merged") return { kind: "same", after: known, link: null, kept: [] };
      return this.#update("service", source, said, known, link, (after) => serviceAfter(known, after, said, source));
    }
    const { now, provenance, state } = this.#ask;
    const card = withSaid(blankCard(Offer.parse(nested(said.said)["offer"])), said.said);
    if (card === null) return null;
    const id = this.#ask.newId(ServiceId);
    const after: Service = {
      ...card,
      id,
      placeId,
      internal: blankInternal,
      state: { kind: state },
      verifiedOn: null,
      updatedAt: changedAt(said.updatedOn, now),
      origin: originOf(source, said),
      provenance,
    };
    return { kind: "create", after, link: linkOf("service", source, said, id) };
  }

  #update<Thing extends Place | Service>(
    kind: "place" | "service",
    source: string,
    file: SaidPlace | NonNullable<Entry["service"]>,
    known: Thing,
    link: Link | null,
    build: (said: Said) => Thing | null,
  ): Planned<Thing> {
    const found = merge(saidOf(kind, known), file.said, link?.said ?? null);
    const isTaken = ({ path }: FieldChange): boolean => this.#ask.take.has(`${known.id} ${path}`);
    const changes = [...found.changes, ...found.kept.filter(isTaken)];
    const kept = found.kept.filter((each) => !isTaken(each));
    const next = linkOf(kind, source, file, known.id);
    const isNew = link === null || JSON.stringify(link.said) !== JSON.stringify(next.said) || link.objectId !== next.objectId;
    const remembered = isNew ? next : null;
    if (changes.length === 0) return { kind: "same", after: known, link: remembered, kept };
    const after = build(Object.fromEntries(changes.map(({ path, file: value }) => [path, value])));
    // Half of what is here with half of what the file says makes no card: what is here stands.
    if (after === null) return { kind: "same", after: known, link: remembered, kept: [...changes, ...kept] };
    return { kind: "update", before: known, after: { ...after, updatedAt: this.#ask.now }, link: remembered, changes, kept };
  }

  #organisation({ organisation, said }: SaidPlace): {
    readonly id: OrganisationId;
    readonly organisation: NewOrganisation | null;
  } {
    const own = said["name"];
    const name = (organisation ?? (typeof own === "string" ? own : "")).slice(0, 200);
    const known = this.#organisations.get(comparable(name));
    if (known !== undefined) return { id: known, organisation: null };
    const id = this.#ask.newId(OrganisationId);
    this.#organisations.set(comparable(name), id);
    const fields = OrganisationFields.parse({ kind: kindOfName(name), name });
    return { id, organisation: { id, fields } };
  }
}

/** Plans a whole file at once: what a test, or a small file, asks. */
export const planImport = (
  ask: PlanRequest,
  rows: Iterable<FeedRow>,
  links: ReadonlyMap<string, Link> = new Map(),
): readonly PlannedRow[] => [...new ImportPlan(ask).rows(rows, links)];

const linkOf = (
  kind: Link["kind"],
  source: string,
  { externalId, said }: Pick<SaidPlace, "externalId" | "said">,
  objectId: string,
): Link => ({
  kind,
  source,
  externalId,
  objectId,
  said,
});

const originOf = (
  source: string,
  { externalId, link, updatedOn }: Pick<SaidPlace, "externalId" | "link" | "updatedOn">,
): Origin => ({
  source,
  externalId,
  link,
  updatedOn,
});

/** The day that the producer says goes out again as it came; noon is the same day in every time zone of France. */
const changedAt = (day: Day | null, now: Date): Date => (day === null ? now : new Date(`${day}T12:00:00Z`));

/** The producer of a card is the first that brought it. */
const withOrigin = (
  origin: Origin | null,
  source: string,
  said: Pick<SaidPlace, "externalId" | "link" | "updatedOn">,
): Origin | null => (origin === null || origin.source === source ? originOf(source, said) : origin);

function placeAfter(known: Place, changes: Said, said: SaidPlace, source: string): Place | null {
  const fields = PlaceFields.safeParse({ ...known, ...nested(changes) });
  return fields.success ? { ...known, ...fields.data, origin: withOrigin(known.origin, source, said) } : null;
}

function serviceAfter(known: Service, changes: Said, said: NonNullable<Entry["service"]>, source: string): Service | null {
  const card = withSaid(known, changes);
  return card && { ...known, ...card, origin: withOrigin(known.origin, source, said) };
}

/** What a body is, where its name says it. */
function kindOfName(name: string): OrganisationFields["kind"] {
  const words = comparable(name);
  if (/^communaute (?:communes|agglomeration)|^ca /.test(words)) return "epci";
  if (/^commune /.test(words)) return "commune";
  if (/^departement/.test(words)) return "departement";
  if (/^association /.test(words)) return "association";
  if (/anct|prefecture/.test(words)) return "etat";
  return /^(?:ccas|centre communal|syndicat|cias|pmi)/.test(words) ? "public_body" : "other";
}
