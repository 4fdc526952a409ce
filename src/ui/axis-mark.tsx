import { classes } from "./attributes.ts";
import { AXIS_HUES } from "./tokens.ts";
import { useSay } from "./words.ts";

const shapes = [
  "M16 2a14 14 0 1 0 0 28 14 14 0 0 0 0-28Z",
  "M7 3h18a4 4 0 0 1 4 4v18a4 4 0 0 1-4 4H7a4 4 0 0 1-4-4V7a4 4 0 0 1 4-4Z",
  "M13.6 2.6a2.8 2.8 0 0 1 4.8 0l12.2 23a2.8 2.8 0 0 1-2.5 4.1H3.9a2.8 2.8 0 0 1-2.5-4.1Z",
  "M14 1.3a2.8 2.8 0 0 1 4 0L30.7 14a2.8 2.8 0 0 1 0 4L18 30.7a2.8 2.8 0 0 1-4 0L1.3 18a2.8 2.8 0 0 1 0-4Z",
  "M10 3h12a3 3 0 0 1 2.6 1.5l5.5 10a3 3 0 0 1 0 3l-5.5 10A3 3 0 0 1 22 29H10a3 3 0 0 1-2.6-1.5l-5.5-10a3 3 0 0 1 0-3l5.5-10A3 3 0 0 1 10 3Z",
  "M14.2 2a3 3 0 0 1 3.6 0l11.4 8.3a3 3 0 0 1 1.1 3.4L26 27a3 3 0 0 1-2.9 2.1H8.9A3 3 0 0 1 6 27L1.7 13.7a3 3 0 0 1 1.1-3.4Z",
] as const;

/** 1 to 6: which hue and shape an axis has, from its number. A seventh begins again. */
export const axisTone = (number: number): number =>
  ((((Math.trunc(number) || 1) - 1) % AXIS_HUES.length) + AXIS_HUES.length) % AXIS_HUES.length;

type AxisMarkProps = {
  readonly number: number;
  /** The axis's short name beside its mark; without it the mark says « Axe 1 ». */
  readonly label?: string | undefined;
  readonly size?: "small" | "normal" | "large" | undefined;
};

/** An axis: its number in its own shape and hue, three ways to tell it. */
export const AxisMark = ({ number, label, size = "normal" }: AxisMarkProps) => {
  const say = useSay();
  const tone = axisTone(number);
  // The number sits at the middle of the mass of its shape: lower in a triangle.
  const y = tone === 2 ? 25.5 : 21.5;
  return (
    <span class={classes("axis-mark", `axis-mark-${size}`, `axis-tone-${tone + 1}`)}>
      <svg viewBox="0 0 32 32" width="32" height="32" aria-hidden="true">
        <path d={shapes[tone] ?? shapes[0]} />
        <text x="16" y={y} text-anchor="middle">
          {number}
        </text>
      </svg>
      {label ? (
        <span>
          <span class="sr-only">{say("axisNamed", { number })} </span>
          {label}
        </span>
      ) : (
        <span class="sr-only">{say("axis", { number })}</span>
      )}
    </span>
  );
};
