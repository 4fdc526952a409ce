import { typedObject, type Typed } from "../../../../ui/form/typed.ts";

const money: ReadonlySet<string> = new Set(["totalCost", "planned", "notified", "paid"]);

/** A block of an action as its form shows it before anyone types: amounts are euros. */
export const typedOf = (block: object): Typed => typedObject(block, money);
