import { StateShape, type StateKind } from "./state.tsx";
import { useSay } from "./words.ts";

type ProgressProps = {
  readonly done: number;
  readonly total: number;
  /** What is counted: « étapes ». Drawn after « 3 sur 5 ». */
  readonly label: string;
};

/** How far something is: the sentence first, then a bar that repeats it. */
export const Progress = ({ done, total, label }: ProgressProps) => {
  const say = useSay();
  const share = total > 0 ? Math.min(100, Math.max(0, (done / total) * 100)) : 0;
  return (
    <span class="progress">
      <span class="progress-text">
        {say("progress", { done, total })} {label}
      </span>
      <svg class="progress-bar" width="100%" height="8" aria-hidden="true">
        <rect class="progress-ground" width="100%" height="8" rx="4" />
        {share > 0 && <rect class="progress-done" width={`${share}%`} height="8" rx="4" />}
      </svg>
    </span>
  );
};

export type StateCount = {
  readonly kind: StateKind;
  readonly label: string;
  readonly count: number;
  readonly href?: string | undefined;
};

/** How many stand where: a bar in parts, and under it each part in words. States without any are left out of the bar, kept in the words. */
export const StateBar = ({ counts }: { readonly counts: readonly StateCount[] }) => {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  return (
    <div class="state-bar">
      {total > 0 && (
        <svg width="100%" height="16" aria-hidden="true">
          {counts.map(({ kind, count }) => {
            const x = from;
            from += (count / total) * 100;
            return (
              count > 0 && (
                <rect
                  class={`state-ink-${kind}`}
                  x={`${x}%`}
                  width={`${(count / total) * 100}%`}
                  height="16"
                  fill="currentColor"
                />
              )
            );
          })}
        </svg>
      )}
      <ul>
        {counts.map(({ kind, label, count, href }) => (
          <li class={count === 0 ? "none" : undefined}>
            <StateShape kind={kind} />
            <strong>{count}</strong> {href ? <a href={href}>{label}</a> : <span>{label}</span>}
          </li>
        ))}
      </ul>
    </div>
  );
};
