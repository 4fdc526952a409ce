import type { Lang } from "../../../platform/words.ts";
import type { StateKind } from "../../../ui/state.tsx";
import { actionWords } from "./words.ts";
import type { ActionStatus } from "./model.ts";
import type { Lateness, Progress, Silence } from "./rules/facts.ts";
import type { Completeness } from "./rules/completeness.ts";
import type { FundingBalance } from "./rules/funding.ts";
import { timeText } from "../../../platform/french/time.ts";
import { amountText } from "../../../platform/french/number.ts";
import { listText } from "../../../platform/french/list.ts";

/** The shape and colour of each state. */
export const stateKind: Readonly<Record<ActionStatus, StateKind>> = {
  planned: "upcoming",
  ongoing: "ongoing",
  done: "done",
  paused: "paused",
  blocked: "blocked",
  dropped: "abandoned",
};

const months = (days: number) => Math.max(1, Math.floor(days / 30.44));

/** The rule behind the lateness of an action, with its dates. */
export function latenessRule(lang: Lang, lateness: Lateness): string {
  const say = actionWords(lang);
  if (lateness.kind !== "late") return say(`late.${lateness.kind}`);
  const since = timeText(lang, lateness.since);
  const { days } = lateness;
  return lateness.because === "milestone_passed"
    ? say("late.milestone_passed", { since, days, milestone: lateness.milestone.title })
    : say(`late.${lateness.because}`, { since, days });
}

/** "3 sur 5 étapes", "Terminée", "Sans étape". */
export function progressText(lang: Lang, progress: Progress): string {
  const say = actionWords(lang);
  if (progress.kind === "unknown") return say("progress.none");
  return progress.share === 1 && progress.total === 0
    ? say("progress.whole")
    : say("progress.milestones", { done: progress.done, total: progress.total });
}

/** The rule behind the progress of an action, with its numbers. */
export function progressRule(lang: Lang, progress: Progress): string {
  const say = actionWords(lang);
  if (progress.kind === "unknown") return say("progress.rule.unknown");
  const { done, total, share } = progress;
  return say(share === 1 && done < total ? "progress.rule.done" : total === 0 ? "progress.rule.done" : "progress.rule.known", {
    done,
    total,
  });
}

/** "Sans nouvelles depuis 8 mois"; nothing to say where news is recent or not expected. */
export const silenceText = (lang: Lang, silence: Silence): string | null =>
  silence.kind === "silent" ? actionWords(lang)("silent", { months: months(silence.days) }) : null;

/** The rule behind the silence of an action, with its date. */
export function silenceRule(lang: Lang, silence: Silence): string {
  const say = actionWords(lang);
  if (silence.kind === "silent")
    return say("silence.silent", { since: timeText(lang, silence.since), months: months(silence.days) });
  return silence.kind === "recent" ? say("silence.recent", { days: silence.days }) : say("silence.not_expected");
}

/** "Fiche remplie à 70 %". */
export const completenessText = (lang: Lang, { score }: Completeness): string =>
  actionWords(lang)("completeness", { percent: Math.floor(score * 100) });

/** The rule behind the completeness of a fiche, and what is missing in words. */
export function completenessRule(lang: Lang, { detail, missing }: Completeness): string {
  const say = actionWords(lang);
  const applicable = detail.filter(({ score }) => score !== "not_applicable").length;
  const list = listText(
    lang,
    missing.map((criterion) => say(`lacks.${criterion}`)),
  );
  const rest = missing.length === 0 ? say("completeness.whole") : say("completeness.missing", { what: list });
  return `${say("completeness.rule", { met: applicable - missing.length, applicable })} ${rest}`;
}

/** "Il manque 12 000 €", "Financement à l’équilibre". */
export function balanceText(lang: Lang, { balance }: FundingBalance): string {
  const say = actionWords(lang);
  return balance.kind === "missing" || balance.kind === "over"
    ? say(`balance.${balance.kind}`, { amount: amountText(lang, balance.cents) })
    : say(`balance.${balance.kind}`);
}

/** The rule behind the balance of an action, with its amounts. */
export function balanceRule(lang: Lang, { balance, planned, totalCost }: FundingBalance): string {
  const say = actionWords(lang);
  const amounts = { cost: amountText(lang, totalCost ?? 0), planned: amountText(lang, planned.cents), unknown: planned.unknown };
  switch (balance.kind) {
    case "unknown":
      return say(`balance.rule.${balance.because}`, amounts);
    case "balanced":
      return say("balance.rule.balanced", amounts);
    case "missing":
    case "over":
      return say(`balance.rule.${balance.kind === "missing" && planned.known === 0 ? "missing_all" : balance.kind}`, {
        ...amounts,
        amount: amountText(lang, balance.cents),
      });
  }
}
