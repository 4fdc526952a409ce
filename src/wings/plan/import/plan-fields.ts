import { comparable } from "../../../platform/french/near.ts";
import type { Audience } from "../action/model.ts";
import type { FieldName, ImportedFields } from "./imported.ts";

/** The id of a thing that exists, or `new:…` for one that the import would create (see `CreatedName`). */
export type Ref = string;
export const newRef = (kind: CreatedName["kind"], name: string): Ref => `new:${kind}:${comparable(name) || name}`;
export const isNewRef = (ref: Ref): boolean => ref.startsWith("new:");

/** An action as the plan holds it, names resolved: what the file would write, and what is compared with what exists. */
export interface PlanFields extends Omit<
  ImportedFields,
  "axis" | "objective" | "themes" | "lead" | "partners" | "communes" | "audiences" | "funding"
> {
  readonly axis: Ref | null;
  readonly objective: Ref | null;
  readonly themes: readonly Ref[];
  readonly lead: Ref | null;
  readonly partners: readonly Ref[];
  /** Empty: the whole EPCI. */
  readonly communes: readonly Ref[];
  readonly audiences: readonly Audience[];
  readonly funding: readonly { readonly funder: Ref | null; readonly cents: number | null }[];
}

export type FieldValue = PlanFields[FieldName];

/** A thing that the file names and nobody knows: created with the import, once whatever the number of rows that name it. */
export interface CreatedName {
  readonly kind: "organisation" | "axis" | "objective";
  readonly ref: Ref;
  readonly name: string;
  /** Of an axis or an objective, when the file numbers it. */
  readonly number: string | null;
  /** The axis of an objective: may itself be one that the import creates. */
  readonly axis: Ref | null;
}

export const fieldNames = [
  "number",
  "title",
  "axis",
  "objective",
  "themes",
  "lead",
  "leadPerson",
  "partners",
  "sponsor",
  "start",
  "end",
  "recurrence",
  "status",
  "statusReason",
  "totalCost",
  "tax",
  "costs",
  "funding",
  "communes",
  "audiences",
  "description",
  "goals",
  "findings",
  "expectedResults",
  "measures",
  "milestones",
  "notes",
] as const satisfies readonly FieldName[];

export const withField = <Name extends FieldName>(fields: PlanFields, name: Name, value: PlanFields[Name]): PlanFields => ({
  ...fields,
  [name]: value,
});

/** Once what was new exists: every `new:…` becomes the id that it was given. To be stored as what the import wrote. */
export function resolveNames(fields: PlanFields, ids: ReadonlyMap<Ref, string>): PlanFields {
  const resolved = (ref: Ref): Ref => ids.get(ref) ?? ref;
  const maybe = (ref: Ref | null): Ref | null => (ref === null ? null : resolved(ref));
  return {
    ...fields,
    axis: maybe(fields.axis),
    objective: maybe(fields.objective),
    lead: maybe(fields.lead),
    partners: fields.partners.map(resolved),
    funding: fields.funding.map((line) => ({ ...line, funder: maybe(line.funder) })),
  };
}
