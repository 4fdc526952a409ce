import type { Lang } from "../../../../platform/words.ts";
import { Badge, ConfidentialityMark, ExampleMark } from "../../../../ui/badge.tsx";
import { Explain } from "../../../../ui/explain.tsx";
import { Progress } from "../../../../ui/progress.tsx";
import { LateMark, State } from "../../../../ui/state.tsx";
import { Money } from "../../../../ui/money.tsx";
import {
  balanceRule,
  balanceText,
  latenessRule,
  progressText,
  silenceRule,
  silenceText,
  stateKind,
} from "../../action/facts-text.ts";
import type { Action } from "../../action/model.ts";
import { actionWords } from "../../action/words.ts";
import type { ActionFacts } from "../../action/rules/facts.ts";
import { viewWords } from "../words.ts";
import { timeText } from "../../../../platform/french/time.ts";

type Marked = { readonly lang: Lang; readonly action: Action; readonly facts: ActionFacts };

/** Where an action stands, and how late it is, with the rule. */
export const Standing = ({ lang, action, facts: { lateness } }: Marked) => (
  <span class="marks">
    <State kind={stateKind[action.life.status]} label={actionWords(lang)(`status.${action.life.status}`)} />
    {lateness.kind === "late" && (
      <Explain id={`late-${action.id}`} rule={latenessRule(lang, lateness)}>
        <LateMark days={lateness.days} />
      </Explain>
    )}
  </span>
);

/** What it is: an example, a fiche that not everyone reads. */
export const Kind = ({ action }: { readonly action: Action }) => (
  <>
    {action.provenance.kind === "example" && <ExampleMark />}
    {action.identity.confidentiality === "restricted" && <ConfidentialityMark level="restricted" />}
  </>
);

/** How far an action is: its milestones, or that they are not known. */
export const Far = ({ lang, facts: { progress } }: Marked) =>
  progress.kind === "known" && progress.total > 0 ? (
    <Progress done={progress.done} total={progress.total} label={viewWords(lang)("steps", { total: progress.total })} />
  ) : (
    <span class="missing">{progressText(lang, progress)}</span>
  );

/** What an action costs, and what is missing or too much. */
export const Cost = ({ lang, action, facts: { funding } }: Marked) => (
  <>
    <Money cents={funding.totalCost} unknown={viewWords(lang)("cost.unknown")} />
    {(funding.balance.kind === "missing" || funding.balance.kind === "over") && action.life.status !== "dropped" && (
      <span class="cell-note">
        <Explain id={`money-${action.id}`} rule={balanceRule(lang, funding)}>
          <Badge tone="wait">{balanceText(lang, funding)}</Badge>
        </Explain>
      </span>
    )}
  </>
);

/** What one should know before opening the fiche: silence, no measure, no deadline. */
export const ToKnow = ({ lang, action, facts: { silence, lateness } }: Marked) => {
  const silent = silenceText(lang, silence);
  const say = viewWords(lang);
  const isOver = action.life.status === "done" || action.life.status === "dropped";
  return (
    <span class="marks">
      {silent !== null && (
        <Explain id={`silent-${action.id}`} rule={silenceRule(lang, silence)}>
          <Badge tone="wait">{silent}</Badge>
        </Explain>
      )}
      {!isOver && action.measures.measures.length === 0 && <Badge>{say("noMeasure")}</Badge>}
      {lateness.kind === "undated" && <Badge>{actionWords(lang)("undated")}</Badge>}
    </span>
  );
};

/** "mars 2025 – déc. 2026": from when to when, as far as it is written. */
export function datesText(lang: Lang, { start, end }: Action["how"]): string {
  const say = viewWords(lang);
  const month = (day: string) => timeText(lang, day, "brief-month");
  if (start !== null && end !== null) return say("dates.between", { start: month(start), end: month(end) });
  if (start !== null) return say("dates.from", { start: month(start) });
  return end === null ? say("dates.none") : say("dates.until", { end: month(end) });
}
