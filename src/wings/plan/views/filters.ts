import { z } from "zod";
import { organisationOf, personOf, type Actor } from "../../../platform/actor.ts";
import { folded } from "../../../platform/french/plain.ts";
import { OrganisationId } from "../../../platform/model.ts";
import { CommuneCode, ThemeKey, type Commune, type Theme } from "../../territory/territories/model.ts";
import type { Organisation } from "../../territory/organisations/model.ts";
import { ActionStatus, type Action } from "../action/model.ts";
import type { Axis } from "../axes/model.ts";
import type { ActionFacts, PlanFacts } from "../action/rules/facts.ts";
import { concernsCommune } from "../action/rules/attention.ts";

export const views = ["list", "board", "timeline", "matrix"] as const;
export type View = (typeof views)[number];
export const sortKeys = ["axis", "title", "lead", "status", "end", "late", "progress", "money", "news"] as const;
export type SortKey = (typeof sortKeys)[number];
/** Yes or no questions that a fiche is asked. */
export const flags = [
  "late",
  "noLead",
  "silent",
  "noMeasure",
  "moneyMissing",
  "undated",
  "toValidate",
  "local",
  "whole",
  "mine",
] as const;
export type Flag = (typeof flags)[number];

const text = z.string().trim().max(200);
const page = z.coerce.number().int().min(1).max(100_000);
const sort = z
  .string()
  .regex(/^-?[a-z]+$/)
  .transform((written) => ({ key: written.replace(/^-/, ""), down: written.startsWith("-") }))
  .pipe(z.object({ key: z.enum(sortKeys), down: z.boolean() }));

/** What the address bar says of the plan: which actions, in which order, in which view. Nothing chosen is everything. */
export interface ActionFilters {
  /** Numbers of axes. */
  readonly axis: readonly number[];
  readonly status: readonly ActionStatus[];
  readonly theme: ThemeKey | null;
  readonly commune: CommuneCode | null;
  /** Leads it or takes part in it. */
  readonly organisation: OrganisationId | null;
  readonly flags: readonly Flag[];
  readonly q: string;
  readonly sort: { readonly key: SortKey; readonly down: boolean };
  readonly view: View;
  readonly page: number;
}

export const noFilters: ActionFilters = {
  axis: [],
  status: [],
  theme: null,
  commune: null,
  organisation: null,
  flags: [],
  q: "",
  sort: { key: "axis", down: false },
  view: "list",
  page: 1,
};

/** What the territory knows, so that an address that speaks of something else is told apart. */
export interface FilterNames {
  readonly axes: readonly Axis[];
  readonly themes: readonly Theme[];
  readonly communes: readonly Commune[];
  readonly organisations: readonly Organisation[];
}

export interface Ignored {
  readonly name: string;
  readonly value: string;
}

/** Reads the address bar. A value that means nothing here is left out and told, never an error: addresses are sent and kept. */
export function readFilters(
  params: URLSearchParams,
  known: FilterNames,
): { readonly filters: ActionFilters; readonly ignored: readonly Ignored[] } {
  const ignored: Ignored[] = [];
  const all = <Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    exists: (value: z.output<Schema>) => boolean = () => true,
  ): z.output<Schema>[] =>
    params.getAll(name).flatMap((value) => {
      if (value === "") return [];
      const read = schema.safeParse(value);
      if (read.success && exists(read.data)) return [read.data];
      ignored.push({ name, value: value.slice(0, 60) });
      return [];
    });
  const one = <Schema extends z.ZodType>(
    name: string,
    schema: Schema,
    exists?: (value: z.output<Schema>) => boolean,
  ): z.output<Schema> | null => all(name, schema, exists)[0] ?? null;
  const filters: ActionFilters = {
    axis: unique(all("axis", z.coerce.number().int(), (number) => known.axes.some((axis) => axis.number === number))),
    status: unique(all("status", ActionStatus)),
    theme: one("theme", ThemeKey, (key) => known.themes.some((theme) => theme.key === key)),
    commune: one("commune", CommuneCode, (code) => known.communes.some((commune) => commune.code === code)),
    organisation: one("organisation", OrganisationId, (id) => known.organisations.some((organisation) => organisation.id === id)),
    flags: flags.filter((flag) => one(flag, z.enum(["1", "0"])) === "1"),
    q: one("q", text) ?? "",
    sort: one("sort", sort) ?? noFilters.sort,
    view: one("view", z.enum(views)) ?? "list",
    page: one("page", page) ?? 1,
  };
  return { filters, ignored };
}

const unique = <Value extends string | number>(values: readonly Value[]): Value[] => [...new Set(values)].sort();

/** The filters as an address bar holds them, always in the same order: two equal choices have one address. Without a leading "?". */
export function toQuery(filters: ActionFilters): string {
  const params = new URLSearchParams();
  const { sort: order } = filters;
  if (filters.q !== "") params.append("q", filters.q);
  for (const number of [...filters.axis].sort()) params.append("axis", String(number));
  for (const status of ActionStatus.options) if (filters.status.includes(status)) params.append("status", status);
  for (const name of ["theme", "commune", "organisation"] as const) {
    const value = filters[name];
    if (value !== null) params.append(name, value);
  }
  for (const flag of flags) if (filters.flags.includes(flag)) params.append(flag, "1");
  if (order.key !== "axis" || order.down) params.append("sort", `${order.down ? "-" : ""}${order.key}`);
  if (filters.view !== "list") params.append("view", filters.view);
  if (filters.page > 1) params.append("page", String(filters.page));
  return params.toString();
}

/** How many filters are in force; sorting and paging choose nothing. */
export const countFilters = (filters: ActionFilters): number =>
  filters.axis.length +
  filters.status.length +
  filters.flags.length +
  Number(filters.theme !== null) +
  Number(filters.commune !== null) +
  Number(filters.organisation !== null) +
  Number(filters.q !== "");

/** Tells which actions are someone's own: entrusted to them, carried or joined by their organisation, or naming them. */
export function ownedBy(actor: Actor): (action: Action) => boolean {
  const organisation = organisationOf(actor);
  const name = personOf(actor) === null || actor.role === "public" ? null : folded(actor.name);
  const names = (written: string | null): boolean => name !== null && written !== null && folded(written) === name;
  return ({ id, who }) =>
    (actor.role === "contributor" && actor.actionIds.includes(id)) ||
    (organisation !== null &&
      (who.leadId === organisation || who.partners.some(({ organisationId }) => organisationId === organisation))) ||
    names(who.leadPerson) ||
    names(who.electedSponsor) ||
    names(who.cafReferent);
}

/** Whether an action has something that one looks for. */
function hasFlag(flag: Exclude<Flag, "mine">, action: Action, facts: ActionFacts): boolean {
  switch (flag) {
    case "late":
      return facts.lateness.kind === "late";
    case "noLead":
      return action.who.leadId === null && !isOver(action);
    case "silent":
      return facts.silence.kind === "silent";
    case "noMeasure":
      return action.measures.measures.length === 0 && !isOver(action);
    case "moneyMissing":
      return facts.funding.balance.kind === "missing" && !isOver(action);
    case "undated":
      return facts.lateness.kind === "undated";
    case "toValidate":
      return action.validatedAt === null && action.life.status !== "dropped";
    case "local":
      return action.what.communes.length > 0;
    case "whole":
      return action.what.communes.length === 0;
  }
}
const isOver = ({ life }: Action): boolean => life.status === "done" || life.status === "dropped";

const searched = { everyone: new WeakMap<Action, string>(), inside: new WeakMap<Action, string>() } as const;
type Reader = keyof typeof searched;

/** All the words of a fiche that this reader sees, without accents or capitals: a search must not tell what a page hides. */
function wordsOf(action: Action, reader: Reader): string {
  const known = searched[reader].get(action);
  if (known !== undefined) return known;
  const { identity, why, what, who, how, measures, life } = action;
  const shown = [identity.number, identity.title, ...Object.values(why), what.goals, what.description, what.expectedResults];
  const inside = [
    identity.otherContracts,
    who.leadPerson,
    who.electedSponsor,
    who.cafReferent,
    how.recurrence,
    ...how.milestones.map(({ title }) => title),
    ...measures.measures.flatMap(({ name, unit, source, owner }) => [name, unit, source, owner]),
    life.reason,
    life.unblockedBy,
    life.strengths,
    life.obstacles,
    life.levers,
  ];
  const words = folded([...shown, ...(reader === "inside" ? inside : [])].filter((each) => each !== null).join(" \n "));
  searched[reader].set(action, words);
  return words;
}

/** Every word of the search is somewhere in the fiche, or in the name of one of its organisations, themes or communes. */
function searcher(q: string, known: FilterNames, reader: Reader): (action: Action) => boolean {
  const words = folded(q)
    .split(" ")
    .filter((word) => word !== "");
  const named = words.map((word) => ({
    word,
    organisations: idsOf(
      known.organisations,
      ({ name, shortName }) => `${name} ${shortName ?? ""}`,
      ({ id }) => id,
      word,
    ),
    themes: idsOf(
      known.themes,
      ({ name }) => `${name.fr} ${name.en}`,
      ({ key }) => key,
      word,
    ),
    communes: idsOf(
      known.communes,
      ({ name }) => name,
      ({ code }) => code,
      word,
    ),
  }));
  return (action) =>
    named.every(
      ({ word, organisations, themes, communes }) =>
        wordsOf(action, reader).includes(word) ||
        (action.who.leadId !== null && organisations.has(action.who.leadId)) ||
        action.who.partners.some(({ organisationId }) => organisations.has(organisationId)) ||
        action.identity.themes.some((key) => themes.has(key)) ||
        action.what.communes.some((code) => communes.has(code)),
    );
}

const idsOf = <Each>(
  all: readonly Each[],
  nameOf: (each: Each) => string,
  idOf: (each: Each) => string,
  word: string,
): ReadonlySet<string> => new Set(all.filter((each) => folded(nameOf(each)).includes(word)).map(idOf));

/** How many actions each choice would leave, all other filters kept. */
export interface Facets {
  readonly axis: ReadonlyMap<number, number>;
  readonly status: ReadonlyMap<ActionStatus, number>;
  readonly theme: ReadonlyMap<ThemeKey, number>;
  readonly commune: ReadonlyMap<CommuneCode, number>;
  readonly organisation: ReadonlyMap<OrganisationId, number>;
  readonly flags: ReadonlyMap<Flag, number>;
}

export interface Filtered {
  /** Those that answer, in the order asked for. */
  readonly actions: readonly Action[];
  readonly facets: Facets;
  readonly late: number;
}

export interface Filterable {
  /** Only what this actor may read, in the order of the plan. */
  readonly actions: readonly Action[];
  readonly facts: PlanFacts;
  readonly known: FilterNames;
  readonly actor: Actor;
}

type Kind = "axis" | "status" | "theme" | "commune" | "organisation" | "q" | Flag;

/** The actions that answer all the filters, in order, and what each other choice would give. */
export function applyFilters({ actions, facts, known, actor }: Filterable, asked: ActionFilters): Filtered {
  const filters = actor.role === "public" ? askedByEveryone(asked) : asked;
  const numberOf = new Map(known.axes.map(({ id, number }) => [id, number]));
  const isOwn = ownedBy(actor);
  const isFound = filters.q === "" ? () => true : searcher(filters.q, known, actor.role === "public" ? "everyone" : "inside");
  const facets = {
    axis: new Map<number, number>(),
    status: new Map<ActionStatus, number>(),
    theme: new Map<ThemeKey, number>(),
    commune: new Map<CommuneCode, number>(),
    organisation: new Map<OrganisationId, number>(),
    flags: new Map<Flag, number>(),
  };
  const kept: Action[] = [];
  for (const action of actions) {
    const own = facts.get(action.id);
    if (own === undefined) continue;
    const axis = numberOf.get(action.identity.axisId) ?? 0;
    const involved = involvedIn(action);
    const holding = flags.filter((flag) => (flag === "mine" ? isOwn(action) : hasFlag(flag, action, own)));
    const failed: Kind[] = filters.flags.filter((flag) => !holding.includes(flag));
    if (filters.axis.length > 0 && !filters.axis.includes(axis)) failed.push("axis");
    if (filters.status.length > 0 && !filters.status.includes(action.life.status)) failed.push("status");
    if (filters.theme !== null && !action.identity.themes.includes(filters.theme)) failed.push("theme");
    if (filters.commune !== null && !concernsCommune(action, filters.commune)) failed.push("commune");
    if (filters.organisation !== null && !involved.has(filters.organisation)) failed.push("organisation");
    if (failed.length > 1 || !isFound(action)) continue;
    if (failed.length === 0) kept.push(action);
    // An action that only one filter keeps out still counts for the other choices of that filter.
    const counts = (kind: Kind): boolean => failed.length === 0 || failed[0] === kind;
    if (counts("axis")) add(facets.axis, axis);
    if (counts("status")) add(facets.status, action.life.status);
    if (counts("theme")) for (const key of action.identity.themes) add(facets.theme, key);
    if (counts("commune")) for (const { code } of known.communes) if (concernsCommune(action, code)) add(facets.commune, code);
    if (counts("organisation")) for (const id of involved) add(facets.organisation, id);
    for (const flag of holding) if (counts(flag)) add(facets.flags, flag);
  }
  return {
    actions: sorted(kept, filters.sort, { facts, known }),
    facets,
    late: kept.filter(({ id }) => facts.get(id)?.lateness.kind === "late").length,
  };
}

const publicFlags: readonly Flag[] = ["late", "local", "whole"];
const publicSorts: readonly SortKey[] = ["axis", "title", "lead", "status", "end", "late", "progress"];

/** What a passer-by may ask: no question whose answer tells money, silence or what a fiche lacks. */
const askedByEveryone = (filters: ActionFilters): ActionFilters => ({
  ...filters,
  flags: filters.flags.filter((flag) => publicFlags.includes(flag)),
  sort: publicSorts.includes(filters.sort.key) ? filters.sort : noFilters.sort,
});

const add = <Key>(counts: Map<Key, number>, key: Key): void => void counts.set(key, (counts.get(key) ?? 0) + 1);

const involvedIn = ({ who }: Action): ReadonlySet<OrganisationId> =>
  new Set([...(who.leadId === null ? [] : [who.leadId]), ...who.partners.map(({ organisationId }) => organisationId)]);

const collator = new Intl.Collator("fr", { numeric: true });

/** Sorts as asked; what is not known comes last, whichever the direction. A plan comes in the order of its axes and numbers. */
function sorted(
  actions: readonly Action[],
  { key, down }: ActionFilters["sort"],
  { facts, known }: Pick<Filterable, "facts" | "known">,
): readonly Action[] {
  const names = new Map(known.organisations.map(({ id, name }) => [id, name]));
  const valueOf: Record<Exclude<SortKey, "axis">, (action: Action) => string | number | null> = {
    title: ({ identity }) => identity.title,
    lead: ({ who }) => (who.leadId === null ? null : (names.get(who.leadId) ?? null)),
    status: ({ life }) => ActionStatus.options.indexOf(life.status),
    end: ({ how }) => how.end,
    late: ({ id }) => {
      const late = facts.get(id)?.lateness;
      return late?.kind === "late" ? late.days : null;
    },
    progress: ({ id }) => {
      const far = facts.get(id)?.progress;
      return far?.kind === "known" ? far.share : null;
    },
    money: ({ how }) => how.totalCost,
    news: ({ lastNewsAt }) => lastNewsAt.getTime(),
  };
  if (key === "axis") return down ? actions.toReversed() : actions;
  const value = valueOf[key];
  return actions
    .map((action, place) => ({ action, place, value: value(action) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null) || a.place - b.place;
      const order = typeof a.value === "string" ? collator.compare(a.value, String(b.value)) : a.value - Number(b.value);
      return (down ? -order : order) || a.place - b.place;
    })
    .map(({ action }) => action);
}
