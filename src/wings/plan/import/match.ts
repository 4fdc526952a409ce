import { comparable, type Nearest, nearest, type Scored } from "../../../platform/french/near.ts";
import { folded } from "../../../platform/french/plain.ts";
import { readAudience } from "./audience.ts";
import { doubt, type Doubt } from "./doubt.ts";
import type { ImportField } from "./fields.ts";
import type { ImportedAction } from "./imported.ts";
import type { KnownAxis, KnownPlan, KnownThing } from "./known.ts";
import { rememberedName } from "../../../platform/import-draft/memory.ts";
import type { PlanMemory } from "./fields.ts";
import { type CreatedName, isNewRef, newRef, type PlanFields, type Ref } from "./plan-fields.ts";

export interface Suggestion {
  readonly id: string;
  readonly name: string;
  readonly score: number;
}

/** What a written name was taken for, with what else it could be. */
export interface NameMatch {
  readonly kind: "axis" | "objective" | "organisation" | "commune" | "theme";
  readonly field: ImportField;
  readonly written: string;
  /** `near`: taken for the suggestion, a person should look. `new`: would be created. `unknown`: left out. */
  readonly match: "exact" | "remembered" | "near" | "new" | "unknown";
  readonly ref: Ref | null;
  readonly suggestions: readonly Suggestion[];
}

export interface MatchedAction extends Omit<ImportedAction, "fields"> {
  readonly written: ImportedAction["fields"];
  readonly fields: PlanFields;
  readonly names: readonly NameMatch[];
  readonly created: readonly CreatedName[];
}

/** Under this, a likeness is only shown as a suggestion: the name is held for new. */
const near = 0.72;

const suggestion = <Thing extends KnownThing>({ candidate, score }: Scored<Thing>): Suggestion => ({
  id: candidate.id,
  name: candidate.name,
  score,
});
const suggestionsOf = <Thing extends KnownThing>(found: ReturnType<typeof nearest<Thing>>): Suggestion[] =>
  found.match === "none" ? [] : [suggestion(found), ...found.others.map(suggestion)];

type Find = (written: string) => Nearest<KnownThing>;

/** Looks names up once each, however many rows write them. */
export interface Finders {
  readonly organisation: Find;
  readonly commune: Find;
  readonly theme: Find;
}
export const findersOf = (known: KnownPlan): Finders => ({
  organisation: findOnce(known.organisations),
  commune: findOnce(known.communes),
  theme: findOnce(known.themes),
});

function findOnce(things: readonly KnownThing[]): Find {
  const found = new Map<string, Nearest<KnownThing>>();
  return (written) => {
    const nearestThing = found.get(written) ?? nearest(written, things);
    found.set(written, nearestThing);
    return nearestThing;
  };
}

/** An organisation by its name, its other names, or what a person chose for that name before. */
export function matchOrganisation(
  written: string,
  field: ImportField,
  known: KnownPlan,
  memory: PlanMemory,
  find: Find = (name) => nearest(name, known.organisations),
): NameMatch {
  const base = { kind: "organisation", field, written } as const;
  const remembered = rememberedName(memory, written);
  if (remembered !== undefined && remembered !== null && known.organisations.some(({ id }) => id === remembered)) {
    return { ...base, match: "remembered", ref: remembered, suggestions: [] };
  }
  const found = find(written);
  if (found.match === "exact") return { ...base, match: "exact", ref: found.candidate.id, suggestions: suggestionsOf(found) };
  if (found.match === "near" && found.score >= near && remembered !== null)
    return { ...base, match: "near", ref: found.candidate.id, suggestions: suggestionsOf(found) };
  return {
    ...base,
    match: remembered === null ? "remembered" : "new",
    ref: newRef("organisation", written),
    suggestions: suggestionsOf(found),
  };
}

/** A commune or a theme: taken for a known one, or left out. None is ever created by a file. */
export function matchListed(kind: "commune" | "theme", written: string, find: Find): NameMatch {
  const base = { kind, field: kind === "commune" ? "communes" : "themes", written } as const;
  const found = find(written.replace(kind === "commune" ? /^(?:commune|ville) (?:de |d['’])/i : /^$/, ""));
  const suggestions = suggestionsOf(found);
  if (found.match === "exact") return { ...base, match: "exact", ref: found.candidate.id, suggestions };
  if (found.match === "near" && found.score >= 0.62) return { ...base, match: "near", ref: found.candidate.id, suggestions };
  return { ...base, match: "unknown", ref: null, suggestions };
}

const wholeTerritory =
  /^(?:toutes?(?: les)?(?: \d+| dix)?(?: communes)?|(?:tout|ensemble)(?: le| du)? territoire.*|territoire(?: intercommunal| de la ccpvm| de l'epci)?|intercommunal(?:ite|e)?|epci|ccpvm|les \d+ communes|\d+ communes)$/;
export const saysWholeTerritory = (written: string): boolean => wholeTerritory.test(folded(written));

const roman: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4, v: 5, vi: 6 };

/** "AXE 2 – Favoriser…" is number 2 and a title; either may be missing. */
export function splitAxis(written: string): { readonly number: number | null; readonly title: string } {
  const parts =
    /^\s*(?:(?:axe|orientation|volet|priorit[ée]|enjeu)\s*(?:strat[ée]gique\s*)?)?(?:n\s*[°º]\s*)?(?:(\d{1,2}|[ivx]{1,3})(?=\s*(?:[:.)/–—-]|$|\s))\s*[:.)/–—-]*)?\s*(.*)$/is.exec(
      written,
    );
  const number = parts?.[1]?.toLowerCase();
  return {
    number: number === undefined ? null : (roman[number] ?? (Number(number) || null)),
    title: (parts?.[2] ?? written).replace(/^[:.–—-]\s*/, "").trim(),
  };
}

/** An axis by its title, by its number, or both; a number alone is enough when the convention has it. */
export function matchAxis(written: string, axes: readonly KnownAxis[]): NameMatch {
  const base = { kind: "axis", field: "axis", written } as const;
  const { number, title } = splitAxis(written);
  const numbered = number === null ? undefined : axes.find((axis) => axis.number === number);
  if (title === "" && numbered) return { ...base, match: "exact", ref: numbered.id, suggestions: [] };
  const found = nearest(title || written, axes);
  const suggestions = suggestionsOf(found);
  if (found.match === "exact" || (found.match === "near" && found.candidate === numbered))
    return { ...base, match: "exact", ref: found.candidate.id, suggestions };
  if (found.match === "near" && found.score >= near) return { ...base, match: "near", ref: found.candidate.id, suggestions };
  return { ...base, match: "new", ref: newRef("axis", title || written), suggestions };
}

function matchObjective(written: string, axis: Ref | null, known: KnownPlan): NameMatch {
  const base = { kind: "objective", field: "objective", written } as const;
  const candidates = known.objectives.filter(({ axisId }) => axis === null || axisId === null || axisId === axis);
  const parts = /^\s*(?:objectif\s*)?(\d+(?:\.\d+)*)?\s*[:.)–—-]*\s*(.*)$/is.exec(written);
  const numbered = parts?.[1] === undefined ? undefined : candidates.find(({ number }) => number === parts[1]);
  const title = parts?.[2]?.trim() ?? written;
  if (title === "" && numbered) return { ...base, match: "exact", ref: numbered.id, suggestions: [] };
  const found = nearest(title || written, candidates);
  const suggestions = suggestionsOf(found);
  if (found.match === "exact" || (found.match === "near" && found.candidate === numbered))
    return { ...base, match: "exact", ref: found.candidate.id, suggestions };
  if (found.match === "near" && found.score >= near) return { ...base, match: "near", ref: found.candidate.id, suggestions };
  return { ...base, match: "new", ref: newRef("objective", `${axis ?? ""} ${title || written}`), suggestions };
}

/** Replaces the names of an action by what the territory knows, keeping what was written and every doubt. */
export function matchAction(
  action: ImportedAction,
  known: KnownPlan,
  memory: PlanMemory,
  finders: Finders = findersOf(known),
): MatchedAction {
  const { fields: written } = action;
  const names: NameMatch[] = [];
  const note = (match: NameMatch): Ref | null => {
    names.push(match);
    return match.ref;
  };
  const organisation = (name: string, field: ImportField): Ref | null =>
    note(matchOrganisation(name, field, known, memory, finders.organisation));
  const all = (matches: readonly NameMatch[]): Ref[] => [...new Set(matches.map(note).filter((ref) => ref !== null))];

  const axis = written.axis === null ? null : note(matchAxis(written.axis, known.axes));
  const objective = written.objective === null ? null : note(matchObjective(written.objective, axis, known));
  const lead = written.lead === null ? null : organisation(written.lead, "lead");
  const whole = written.communes.some(saysWholeTerritory);
  const audiences = written.audiences.map((name) => ({ name, read: readAudience(name) }));
  const fields: PlanFields = {
    ...written,
    axis,
    objective,
    lead,
    themes: all(written.themes.map((name) => matchListed("theme", name, finders.theme))),
    partners: all(
      written.partners.map((name) => matchOrganisation(name, "partners", known, memory, finders.organisation)),
    ).filter((ref) => ref !== lead),
    communes: whole ? [] : all(written.communes.map((name) => matchListed("commune", name, finders.commune))),
    audiences: [...new Set(audiences.flatMap(({ read }) => read))],
    funding: written.funding.map(({ funder, cents }) => ({
      funder: funder === null ? null : organisation(funder, "funders"),
      cents,
    })),
  };
  const place = (field: ImportField): string => action.places[field] ?? action.places.leadAndPartners ?? action.place;
  const doubts: Doubt[] = [
    ...action.doubts,
    ...names.filter(({ kind }) => !isFirst(kind, known)).flatMap((name) => doubtOf(name, place(name.field))),
    ...audiences.flatMap(({ name, read }) =>
      read.length === 0 ? [doubt("audience-unknown", "audiences", place("audiences"), { written: name })] : [],
    ),
    ...(axis === null ? [doubt("axis-missing", "axis", action.place)] : []),
  ];
  const { fields: _, ...rest } = action;
  return {
    ...rest,
    written,
    fields,
    names,
    created: names.flatMap((name) => createdBy(name, axis)),
    doubts: withoutRepeats(doubts),
  };
}

/** A convention without axes or objectives yet takes those of the file: nothing to doubt. */
const isFirst = (kind: NameMatch["kind"], known: KnownPlan): boolean =>
  (kind === "axis" && known.axes.length === 0) || (kind === "objective" && known.objectives.length === 0);

const unknownCodes = {
  organisation: "name-new",
  commune: "commune-unknown",
  theme: "theme-unknown",
  axis: "axis-unknown",
  objective: "objective-unknown",
} as const;

function doubtOf(name: NameMatch, place: string): Doubt[] {
  const written = name.written.slice(0, 120);
  if (name.match === "near")
    return [doubt("name-near", name.field, place, { written, suggestion: name.suggestions[0]?.name ?? "" })];
  return name.match === "new" || name.match === "unknown" ? [doubt(unknownCodes[name.kind], name.field, place, { written })] : [];
}

function createdBy({ kind, ref, written, match }: NameMatch, axis: Ref | null): CreatedName[] {
  if (ref === null || !isNewRef(ref) || match === "unknown" || kind === "commune" || kind === "theme") return [];
  if (kind === "organisation") return [{ kind, ref, name: written, number: null, axis: null }];
  const number =
    kind === "axis" ? splitAxis(written).number?.toString() : /^\s*(?:objectif\s*)?(\d+(?:\.\d+)*)/i.exec(written)?.[1];
  const name =
    kind === "axis"
      ? splitAxis(written).title || written
      : written.replace(/^\s*(?:objectif\s*)?\d+(?:\.\d+)*\s*[:.)–—-]*\s*/i, "") || written;
  return [{ kind, ref, name, number: number ?? null, axis: kind === "objective" ? axis : null }];
}

const withoutRepeats = (doubts: readonly Doubt[]): Doubt[] => [
  ...new Map(doubts.map((each) => [JSON.stringify([each.code, each.place, each.params]), each])).values(),
];

/** What the same action is called from one file to the next: its number, else its title, within its axis when the number alone is not enough. */
export function importKey({ number, title, axis }: ImportedAction["fields"]): string {
  const parts = axis === null ? null : splitAxis(axis);
  const axisKey = parts === null ? "" : (parts.number?.toString() ?? comparable(parts.title));
  if (number !== null && /\D/.test(number)) return `n:${folded(number)}`;
  if (number !== null) return `n:${axisKey}/${number}`;
  return `t:${axisKey}/${comparable(title)}`;
}
