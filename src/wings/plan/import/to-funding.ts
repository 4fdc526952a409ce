import { OrganisationId } from "../../../platform/model.ts";
import type { Blocks, FundingLine } from "../action/model.ts";
import type { FieldName } from "./imported.ts";
import type { PlanFields } from "./plan-fields.ts";

type Money = Pick<PlanFields, "costs" | "funding">;

const sum = (amounts: readonly number[]): number => amounts.reduce((total, cents) => total + cents, 0);
const planned = (lines: readonly FundingLine[]): number | null => {
  const amounts = lines.flatMap((line) => (line.planned === null ? [] : [line.planned]));
  return amounts.length === 0 ? null : sum(amounts);
};

/** The lines of a fiche in the terms of a file: what has a funder by funder, what has none by year. */
export function fundingFields(lines: readonly FundingLine[]): Money {
  const years = Map.groupBy(
    lines.filter(({ funderId }) => funderId === null),
    ({ year }) => year,
  );
  const funders = Map.groupBy(
    lines.filter(({ funderId }) => funderId !== null),
    ({ funderId }) => funderId,
  );
  return {
    costs: [...years]
      .flatMap(([year, own]) => {
        const cents = planned(own);
        return cents === null ? [] : [{ year, cents }];
      })
      .sort((one, other) => one.year - other.year),
    funding: [...funders].map(([funder, own]) => ({ funder, cents: planned(own) })),
  };
}

/** Whether the funders of a file have their own amounts: the costs of its years are then known in total only. */
export const fundersHaveAmounts = ({ funding }: Money): boolean => funding.some(({ cents }) => cents !== null);

const positive = (cents: number | null): number | null => (cents === null || cents < 0 ? null : cents);

/**
 * The money of a file in the lines of a fiche. Amounts by funder become a line a funder; years become lines without funder, unless the
 * funders have their own amounts, for money is not counted twice. What people noted beside (notified, paid, nature, year) stays.
 */
export function withMoney(
  how: Blocks["how"],
  fields: PlanFields,
  written: ReadonlySet<FieldName>,
  year: number,
): Pick<Blocks["how"], "totalCost" | "funding"> {
  const byFunder = fundersHaveAmounts(fields);
  const costs = fields.costs.flatMap(({ year: each, cents }) => (cents < 0 ? [] : [{ year: each, cents }]));
  const total = positive(fields.totalCost) ?? (costs.length > 0 ? sum(costs.map(({ cents }) => cents)) : null);
  const totalCost = written.has("totalCost") || written.has("costs") ? total : how.totalCost;
  if (!written.has("costs") && !written.has("funding")) return { totalCost, funding: how.funding };

  const left = [...how.funding];
  const takeAll = (test: (line: FundingLine) => boolean): FundingLine[] => {
    const taken = left.filter(test);
    for (const line of taken) left.splice(left.indexOf(line), 1);
    return taken;
  };
  const wanted = [...Map.groupBy(fields.funding, ({ funder }) => funder)];
  const ofFunders = wanted.flatMap(([funder, own]) => {
    const amounts = own.flatMap(({ cents }) => (cents === null || cents < 0 ? [] : [cents]));
    const lines = takeAll(({ funderId }) => funderId === funder);
    return toSum(lines, amounts.length === 0 ? null : sum(amounts), {
      year: startYear(fields, year),
      funderId: funder === null ? null : OrganisationId.parse(funder),
    });
  });
  const ofYears = byFunder
    ? []
    : costs.flatMap((cost) =>
        toSum(
          takeAll((line) => line.funderId === null && line.year === cost.year),
          cost.cents,
          { year: cost.year, funderId: null },
        ),
      );
  return { totalCost, funding: [...ofFunders, ...ofYears, ...left.flatMap(withoutPlan)].slice(0, 200) };
}

/** The year of money that the file gives without one. */
export const startYear = ({ start }: PlanFields, year: number): number => (start === null ? year : Number(start.slice(0, 4)));

/** Money that was announced or came stays told, though nobody plans it any more. */
const withoutPlan = (line: FundingLine): FundingLine[] =>
  line.notified === null && line.paid === null ? [] : [{ ...line, planned: null }];

/** Lines whose planned amounts make this sum: as they are when they do, else the difference is put on the first that can bear it. */
function toSum(
  lines: readonly FundingLine[],
  cents: number | null,
  blank: Pick<FundingLine, "year" | "funderId">,
): readonly FundingLine[] {
  const [first, ...others] = lines;
  if (first === undefined) return [{ id: undefined, ...blank, nature: "running", planned: cents, notified: null, paid: null }];
  if (planned(lines) === cents) return lines;
  const rest = planned(others) ?? 0;
  if (cents !== null && cents >= rest) return [{ ...first, planned: cents - rest }, ...others];
  return [{ ...first, planned: cents }, ...others.flatMap(withoutPlan)];
}
