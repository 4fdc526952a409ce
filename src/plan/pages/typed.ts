/** What a form holds: what was typed, as it was typed. */
export type Typed = Readonly<Record<string, unknown>>;

const isRecord = (value: unknown): value is Typed =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof File);

export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value : "";
};

export const typedMany = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string" && each !== "");
};

/** The rows of a list; those left wholly blank are dropped, as the use case drops them, so that errors find their row. */
export const typedRows = (typed: Typed, name: string): readonly Typed[] => {
  const value = typed[name];
  return (Array.isArray(value) ? value : [])
    .filter(isRecord)
    .filter((row) => Object.entries(row).some(([key, cell]) => key !== "id" && !isBlank(cell)));
};
const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

export const typedPart = (typed: Typed, name: string): Typed => {
  const value = typed[name];
  return isRecord(value) ? value : {};
};

const money: ReadonlySet<string> = new Set(["totalCost", "planned", "notified", "paid"]);
const plainNumber = new Intl.NumberFormat("fr-FR", { useGrouping: false, maximumFractionDigits: 20 });
const plainAmount = new Intl.NumberFormat("fr-FR", { useGrouping: false, minimumFractionDigits: 2 });

/** A block of an action as its form shows it before anyone types: `null` is blank, amounts are euros. */
export function typedOf(block: object): Typed {
  return Object.fromEntries(Object.entries(block).map(([name, value]: [string, unknown]) => [name, typedValue(name, value)]));
}

function typedValue(name: string, value: unknown): unknown {
  if (value === null || value === undefined) return "";
  if (typeof value === "number") {
    if (!money.has(name)) return plainNumber.format(value);
    return value % 100 === 0 ? plainNumber.format(value / 100) : plainAmount.format(value / 100);
  }
  if (Array.isArray(value))
    return value.map((each: unknown) => (typeof each === "object" && each !== null ? typedOf(each) : each));
  return value;
}

/** Errors as the fields of a form are named: `value.milestones[0].due` → `milestones.0.due`. */
export const fieldErrors = (errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([path, message]) => [path.replace(/^value\./, "").replaceAll(/\[(\d+)\]/g, ".$1"), message]),
  );

/** The form after one of its buttons has removed a row: `_remove=milestones.2`. */
export function withoutRow(typed: Typed, removed: string): Typed {
  const [, name = "", index = ""] = /^([\w]+)\.(\d+)$/.exec(removed) ?? [];
  const rows = typed[name];
  return Array.isArray(rows) ? { ...typed, [name]: rows.filter((_, at) => at !== Number(index)) } : typed;
}
