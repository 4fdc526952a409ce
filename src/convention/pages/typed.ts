/** What a form holds: what was typed, as it was typed. */
export type Typed = Readonly<Record<string, unknown>>;

export const typedText = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === "string" ? value : "";
};

export const typedMany = (typed: Typed, name: string): readonly string[] => {
  const value = typed[name];
  return (Array.isArray(value) ? value : [value]).filter((each): each is string => typeof each === "string" && each !== "");
};

const isRecord = (value: unknown): value is Typed =>
  typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof File);

export const typedRows = (typed: Typed, name: string): readonly Typed[] => {
  const value = typed[name];
  return (Array.isArray(value) ? value : []).filter(isRecord);
};

/** A block as its form shows it before anyone types: `null` is blank, a list of lines is one text. */
export const typedOf = (fields: object, lines: readonly string[] = []): Typed =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]: [string, unknown]) => [
      name,
      Array.isArray(value) && lines.includes(name) ? value.join("\n") : (value ?? ""),
    ]),
  );

/** What the person chose after a conflict: their own words, or what stands now. */
export function afterChoice(typed: Typed, standing: Typed): Typed {
  const choice = typed["choice"];
  if (!isRecord(choice)) return typed;
  const theirs = Object.entries(choice).filter(([field, side]) => side === "theirs" && Object.hasOwn(standing, field));
  return { ...typed, ...Object.fromEntries(theirs.map(([field]) => [field, standing[field]])) };
}
