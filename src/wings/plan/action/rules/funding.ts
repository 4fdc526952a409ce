import type { OrganisationId } from "../../../../platform/model.ts";
import type { Action, FundingLine } from "../model.ts";

/** A sum of amounts of which some may be unknown: unknown is never counted as zero, it is counted apart. */
export interface Sum {
  readonly cents: number;
  /** How many lines give no amount. */
  readonly unknown: number;
  /** How many lines give one. */
  readonly known: number;
}

export interface Sums {
  readonly planned: Sum;
  readonly notified: Sum;
  readonly paid: Sum;
}

const sum = (amounts: readonly (number | null)[]): Sum => ({
  cents: amounts.reduce<number>((total, amount) => total + (amount ?? 0), 0),
  known: amounts.filter((amount) => amount !== null).length,
  unknown: amounts.filter((amount) => amount === null).length,
});

export const sumsOf = (lines: readonly FundingLine[]): Sums => ({
  planned: sum(lines.map(({ planned }) => planned)),
  notified: sum(lines.map(({ notified }) => notified)),
  paid: sum(lines.map(({ paid }) => paid)),
});

/** The part of what was planned that has come. `at_least`: some amounts are not known yet, so that it may be more. */
export type Rate = { readonly kind: "known" | "at_least"; readonly share: number } | { readonly kind: "unknown" };

/** A rate of two sums of cents, never of rounded parts. Without a plan, or with an unknown plan, there is no rate. */
export function rate(part: Sum, whole: Sum): Rate {
  if (whole.unknown > 0 || whole.cents === 0 || part.known === 0) return { kind: "unknown" };
  return { kind: part.unknown > 0 ? "at_least" : "known", share: part.cents / whole.cents };
}

export type Balance =
  | { readonly kind: "balanced" }
  | { readonly kind: "missing"; readonly cents: number }
  | { readonly kind: "over"; readonly cents: number }
  /** The cost is not written, or amounts that could fill the gap are not. */
  | { readonly kind: "unknown"; readonly because: "no_cost" | "unknown_amounts" };

export interface FundingBalance extends Sums {
  readonly totalCost: number | null;
  readonly balance: Balance;
  readonly notifiedRate: Rate;
  readonly paidRate: Rate;
  readonly byYear: readonly (Sums & { readonly year: number })[];
  /** `funderId` null: money whose funder is not named yet. */
  readonly byFunder: readonly (Sums & { readonly funderId: OrganisationId | null })[];
}

function balanceOf(totalCost: number | null, planned: Sum): Balance {
  if (totalCost === null) return { kind: "unknown", because: "no_cost" };
  if (planned.cents > totalCost) return { kind: "over", cents: planned.cents - totalCost };
  if (planned.cents === totalCost) return { kind: "balanced" };
  return planned.unknown > 0
    ? { kind: "unknown", because: "unknown_amounts" }
    : { kind: "missing", cents: totalCost - planned.cents };
}

/** Lines by year, in order. */
export const byYear = (lines: readonly FundingLine[]): FundingBalance["byYear"] =>
  [...Map.groupBy(lines, ({ year }) => year)].sort(([a], [b]) => a - b).map(([year, own]) => ({ year, ...sumsOf(own) }));

/** Lines by funder, the largest first. */
export const byFunder = (lines: readonly FundingLine[]): FundingBalance["byFunder"] =>
  [...Map.groupBy(lines, ({ funderId }) => funderId)]
    .map(([funderId, own]) => ({ funderId, ...sumsOf(own) }))
    .sort((a, b) => b.planned.cents - a.planned.cents);

/**
 * What an action costs against what its funders plan. Balanced: the planned money is the cost; missing or over: by how much.
 * Without a cost, or where an amount left blank could fill the gap, nobody can say.
 */
export function fundingBalance(action: Action): FundingBalance {
  const { totalCost, funding } = action.how;
  const sums = sumsOf(funding);
  return {
    ...sums,
    totalCost,
    balance: balanceOf(totalCost, sums.planned),
    notifiedRate: rate(sums.notified, sums.planned),
    paidRate: rate(sums.paid, sums.planned),
    byYear: byYear(funding),
    byFunder: byFunder(funding),
  };
}

export interface PlanBalance extends Sums {
  /** Amounts before and after tax are two accounts: they are never added up. */
  readonly taxBase: Action["how"]["taxBase"];
  readonly actions: number;
  readonly cost: Sum;
  readonly missing: number;
  readonly actionsMissingMoney: number;
  readonly notifiedRate: Rate;
  readonly paidRate: Rate;
  readonly byYear: FundingBalance["byYear"];
  readonly byFunder: FundingBalance["byFunder"];
}

/** The money of several actions, one account a tax base. Dropped actions are left out: their money is free again. */
export function planBalance(actions: readonly Action[]): readonly PlanBalance[] {
  const living = actions.filter(({ life }) => life.status !== "dropped");
  return [...Map.groupBy(living, ({ how }) => how.taxBase)].map(([taxBase, own]) => {
    const lines = own.flatMap(({ how }) => how.funding);
    const sums = sumsOf(lines);
    const gaps = own.flatMap((action) => {
      const { balance } = fundingBalance(action);
      return balance.kind === "missing" ? [balance.cents] : [];
    });
    return {
      ...sums,
      taxBase,
      actions: own.length,
      cost: sum(own.map(({ how }) => how.totalCost)),
      missing: gaps.reduce((total, cents) => total + cents, 0),
      actionsMissingMoney: gaps.length,
      notifiedRate: rate(sums.notified, sums.planned),
      paidRate: rate(sums.paid, sums.planned),
      byYear: byYear(lines),
      byFunder: byFunder(lines),
    };
  });
}
