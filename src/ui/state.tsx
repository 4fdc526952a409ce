import { classes } from "./attributes.ts";
import { Icon } from "./icon.tsx";
import { useSay } from "./words.ts";

export type StateKind = "upcoming" | "ongoing" | "done" | "paused" | "blocked" | "abandoned";

const shapes: Record<StateKind, string> = {
  upcoming: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 1.8a4.2 4.2 0 1 1 0 8.4 4.2 4.2 0 0 1 0-8.4Z",
  ongoing: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Zm0 1.8v8.4a4.2 4.2 0 0 1 0-8.4Z",
  done: "M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2Z",
  paused: "M4 3h2.6v10H4Zm5.4 0H12v10H9.4Z",
  blocked: "M3 3h10v10H3Z",
  abandoned: "M4.3 2.9 8 6.6l3.7-3.7 1.4 1.4L9.4 8l3.7 3.7-1.4 1.4L8 9.4l-3.7 3.7-1.4-1.4L6.6 8 2.9 4.3Z",
};

/** The shape of a state alone; decoration beside its word. */
export const StateShape = ({ kind }: { readonly kind: StateKind }) => (
  <svg class={classes("state-shape", `state-ink-${kind}`)} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
    <path d={shapes[kind]} fill="currentColor" fill-rule="evenodd" />
  </svg>
);

/** How an action stands: shape, colour and word. `label` is the translated word. */
export const State = ({ kind, label }: { readonly kind: StateKind; readonly label: string }) => (
  <span class={classes("state", `state-${kind}`)}>
    <StateShape kind={kind} />
    <span>{label}</span>
  </span>
);

/** "3 semaines", "2 mois": a number of days in the unit that people use. */
export function useDuration(): (days: number) => string {
  const say = useSay();
  return (days) => {
    if (days < 14) return say("days", { count: days });
    if (days < 60) return say("weeks", { count: Math.floor(days / 7) });
    if (days < 730) return say("months", { count: Math.floor(days / 30.44) });
    return say("years", { count: Math.floor(days / 365.25) });
  };
}

/** The computed mark « En retard de 3 semaines ». Draw it only when the rule says late. */
export const LateMark = ({ days }: { readonly days: number }) => {
  const say = useSay();
  const duration = useDuration();
  return (
    <span class="state state-late">
      <Icon name="timer" />
      <span>{days > 0 ? say("lateBy", { duration: duration(days) }) : say("late")}</span>
    </span>
  );
};
