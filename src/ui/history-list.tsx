import type { Child } from "hono/jsx";
import { Diff, type Change } from "./diff.tsx";
import { Time } from "./time.tsx";

export type HistoryEntry = {
  readonly at: Date;
  readonly who: string;
  /** What was done, in words: « a modifié le budget ». */
  readonly what: Child;
  /** Folded under the line. */
  readonly changes?: readonly Change[] | undefined;
  /** The words that unfold the changes: « Voir les 3 champs ». */
  readonly changesLabel?: string | undefined;
  /** A link or a small form: undo. */
  readonly action?: Child;
};

/** What happened, the newest first: who, when, what, before and after. */
export const HistoryList = ({ entries }: { readonly entries: readonly HistoryEntry[] }) => (
  <ol class="history">
    {entries.map(({ at, who, what, changes, changesLabel, action }) => (
      <li>
        <p class="history-line">
          <strong>{who}</strong> {what}
        </p>
        <p class="history-when">
          <Time value={at} look="moment" />
          {action && <span class="history-action">{action}</span>}
        </p>
        {changes && changes.length > 0 && (
          <details class="fold">
            <summary>{changesLabel ?? changes.map(({ label }) => label).join(", ")}</summary>
            <Diff changes={changes} />
          </details>
        )}
      </li>
    ))}
  </ol>
);
