import type { Typed } from "../../ui/form/typed.ts";

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
