import { blankBlocks } from "./blank-blocks.ts";
import { ConventionId } from "../../convention/conventions/model.ts";
import { Day, OrganisationId } from "../../../platform/model.ts";
import { CommuneCode, ThemeKey } from "../../territory/territories/model.ts";
import { ActionId, type Action, type Blocks, type Plan } from "./model.ts";
import { AxisId } from "../axes/model.ts";

/** A UUID that is easy to read in a failure: its number at the end. */
const uuid = (family: number, number: number): string =>
  `00000000-0000-4000-8000-${String(family).padStart(4, "0")}${String(number).padStart(8, "0")}`;

export const day = (text: string): Day => Day.parse(text);
export const conventionId = ConventionId.parse(uuid(1, 1));
export const axisId = (number: number): AxisId => AxisId.parse(uuid(2, number));
export const actionId = (number: number): ActionId => ActionId.parse(uuid(3, number));
export const organisationId = (number: number): OrganisationId => OrganisationId.parse(uuid(4, number));
export const themeKey = (key: string): ThemeKey => ThemeKey.parse(key);
export const communeCode = (code: string): CommuneCode => CommuneCode.parse(code);

type Parts = { readonly [B in keyof Blocks]?: Partial<Blocks[B]> } & Partial<Omit<Action, keyof Blocks | "id">>;

/** A fiche that says nothing but its title, with the parts that a test speaks of. */
export function anAction(number: number, parts: Parts = {}): Action {
  const { identity, why, what, who, how, measures, life, ...rest } = parts;
  const blank = blankBlocks({ number: String(number), title: `Action ${String(number)}`, axisId: axisId(1) });
  return {
    id: actionId(number),
    conventionId,
    provenance: { kind: "example" },
    lastNewsAt: new Date("2026-10-01T09:00:00Z"),
    validatedAt: null,
    validatedBy: null,
    ...rest,
    identity: { ...blank.identity, ...identity },
    why: { ...blank.why, ...why },
    what: { ...blank.what, ...what },
    who: { ...blank.who, ...who },
    how: { ...blank.how, ...how },
    measures: { ...blank.measures, ...measures },
    life: { ...blank.life, status: "ongoing", ...life },
  };
}

/** A plan of two axes with these actions. */
export const aPlan = (actions: readonly Action[]): Plan => ({
  conventionId,
  axes: [1, 2].map((number) => ({
    id: axisId(number),
    conventionId,
    number,
    title: `Axe ${String(number)}`,
    plainWords: null,
    frameworkAxisId: null,
  })),
  objectives: [],
  actions,
  links: [],
});
