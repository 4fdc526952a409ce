import type { z } from "zod";
import type { Day } from "../../../../platform/model.ts";
import { DiService, DiStructure, type DataInclusion } from "./schema.ts";

/** The rules of the format, each under the name that a report says it by. */
export const faultRules = [
  "missing",
  "type",
  "tooShort",
  "tooLong",
  "tooSmall",
  "tooLarge",
  "notOfList",
  "notADate",
  "tooOld",
  "future",
  "notAnEmail",
  "notAnAddress",
  "pattern",
  "empty",
  "twice",
  "alone",
  "identifier",
  "sameIdentifier",
  "noStructure",
  "dot",
] as const;
export type FaultRule = (typeof faultRules)[number];

/** What a record breaks: which field, which rule, and what was written there. A warning does not make it unreadable. */
export interface Fault {
  readonly of: "structure" | "service";
  /** Identifier of the record, or nothing when it has none. */
  readonly id: string | null;
  /** Name of the field in the format, such as `courriel`. */
  readonly field: string;
  readonly rule: FaultRule;
  readonly weight: "error" | "warning";
  readonly value: unknown;
  /** What the field may hold, where it is a list of values. */
  readonly choices: readonly string[];
}

type Issue = z.core.$ZodIssue;

const tooFew: Readonly<Record<string, FaultRule>> = { string: "tooShort", array: "empty" };
const formats: Readonly<Record<string, FaultRule>> = {
  email: "notAnEmail",
  url: "notAnAddress",
  date: "notADate",
};

function ruleOf(issue: Issue): FaultRule {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "missing" : "type";
    case "too_small":
      return tooFew[issue.origin] ?? "tooSmall";
    case "too_big":
      return issue.origin === "string" ? "tooLong" : "tooLarge";
    case "invalid_value":
      return "notOfList";
    case "invalid_format":
      return formats[issue.format] ?? "pattern";
    case "custom":
      return faultRules.find((rule) => rule === issue.params?.["rule"]) ?? "type";
    default:
      return "type";
  }
}

const valueAt = (record: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>(
    (value, key) => (typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined),
    record,
  );

const textAt = (record: unknown, field: string): string | null => {
  const value = valueAt(record, [field]);
  return typeof value === "string" ? value : null;
};

export type ReadRecord<Value> =
  | { readonly kind: "read"; readonly value: Value; readonly faults: readonly Fault[] }
  | { readonly kind: "refused"; readonly faults: readonly Fault[] };

function read<Value extends { readonly source: string; readonly id: string; readonly nom: string; readonly date_maj: string }>(
  of: Fault["of"],
  schema: z.ZodType<Value>,
  record: unknown,
  today: Day,
): ReadRecord<Value> {
  const id = textAt(record, "id");
  const fault = (field: string, rule: FaultRule, rest: Partial<Pick<Fault, "weight" | "value" | "choices">> = {}): Fault => ({
    of,
    id,
    field,
    rule,
    weight: "error",
    value: textAt(record, field),
    choices: [],
    ...rest,
  });
  const parsed = schema.safeParse(record, { reportInput: true });
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const value = valueAt(record, issue.path);
      const choices = issue.code === "invalid_value" ? issue.values.map(String) : [];
      return fault(String(issue.path[0] ?? ""), value === undefined ? "missing" : ruleOf(issue), { value, choices });
    });
    return { kind: "refused", faults };
  }
  const value = parsed.data;
  const errors = [
    ...(value.date_maj > today ? [fault("date_maj", "future")] : []),
    ...(value.id.startsWith(`${value.source}--`) ? [] : [fault("id", "identifier")]),
  ];
  if (errors.length > 0) return { kind: "refused", faults: errors };
  const endsWithDot = value.nom.endsWith(".") && !value.nom.endsWith("etc.");
  return { kind: "read", value, faults: endsWithDot ? [fault("nom", "dot", { weight: "warning" })] : [] };
}

/** Reads a structure of data·inclusion by the rules of the format, or says each that it breaks. */
export const readStructure = (record: unknown, today: Day): ReadRecord<DiStructure> =>
  read("structure", DiStructure, record, today);

/** Reads a service of data·inclusion by the rules of the format, or says each that it breaks. */
export const readService = (record: unknown, today: Day): ReadRecord<DiService> => read("service", DiService, record, today);

function doubled(of: Fault["of"], records: DataInclusion["structures"] | DataInclusion["services"]): readonly Fault[] {
  const seen = new Set<string>();
  return records.flatMap(({ id }) => {
    const isKnown = seen.has(id);
    seen.add(id);
    return isKnown
      ? [{ of, id, field: "id", rule: "sameIdentifier" as const, weight: "error" as const, value: id, choices: [] }]
      : [];
  });
}

/** All that a file of exchange breaks: in each record, then between them. Empty: it is valid data·inclusion 1.0.8. */
export function checkDataInclusion({ structures, services }: DataInclusion, today: Day): readonly Fault[] {
  const known = new Set(structures.map(({ id }) => id));
  return [
    ...structures.flatMap((each) => readStructure(each, today).faults),
    ...services.flatMap((each) => readService(each, today).faults),
    ...doubled("structure", structures),
    ...doubled("service", services),
    ...services.flatMap(({ id, structure_id: structureId }) =>
      known.has(structureId)
        ? []
        : [
            {
              of: "service" as const,
              id,
              field: "structure_id",
              rule: "noStructure" as const,
              weight: "error" as const,
              value: structureId,
              choices: [],
            },
          ],
    ),
  ];
}
