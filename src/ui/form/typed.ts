/** What a form holds: what was typed, as it was typed. */
export type Typed = Readonly<Record<string, unknown>>;

const isTyped = (value: unknown): value is Typed =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof File);

const isBlank = (cell: unknown): boolean =>
  cell === null || cell === undefined || (typeof cell === "string" && cell.trim() === "");

/** One field as text; blank when there is none. */
export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value : "";
};

/** The choices of a field that may have several. */
export const typedMany = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string" && each !== "");
};

/** The rows of a list; those left wholly blank are dropped, as the use case drops them, so that errors find their row. */
export const typedRows = (typed: Typed, name: string): readonly Typed[] => {
  const value = typed[name];
  return (Array.isArray(value) ? value : [])
    .filter(isTyped)
    .filter((row) => Object.entries(row).some(([key, cell]) => key !== "id" && !isBlank(cell)));
};

/** A part of a form that has fields of its own: `who.lead`. */
export const typedPart = (typed: Typed, name: string): Typed => {
  const value = typed[name];
  return isTyped(value) ? value : {};
};

/** The form after one of its buttons has removed a row: `_remove=milestones.2`. */
export function withoutRow(typed: Typed, removed: string): Typed {
  const [, name = "", index = ""] = /^([\w]+)\.(\d+)$/.exec(removed) ?? [];
  const rows = typed[name];
  return Array.isArray(rows) ? { ...typed, [name]: rows.filter((_, at) => at !== Number(index)) } : typed;
}

/** The form after a conflict: what the person chose, field by field, of their own words and of what stands now. */
export function afterChoice(form: Typed, standing: Typed): Typed {
  const { choice: _, ...typed } = form;
  const theirs = Object.entries(typedPart(form, "choice")).filter(
    ([field, side]) => side === "theirs" && Object.hasOwn(standing, field),
  );
  return { ...typed, ...Object.fromEntries(theirs.map(([field]) => [field, standing[field]])) };
}

/** Errors as the fields of a form are named: `value.milestones[0].due` → `milestones.0.due`. */
export const fieldErrors = (errors: Readonly<Record<string, string>>): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(errors).map(([path, message]) => [
      path.replace(/^(change\.)?value\./, "").replaceAll(/\[(\d+)\]/g, ".$1"),
      message,
    ]),
  );
