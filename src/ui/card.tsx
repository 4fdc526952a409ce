import type { Child } from "hono/jsx";
import { classes } from "./attributes.ts";

type CardProps = {
  readonly title: Child;
  /** The whole card leads there. */
  readonly href?: string | undefined;
  /** A line above the title: a number, an axis. */
  readonly above?: Child;
  /** State, late, example… under the title. */
  readonly marks?: Child;
  readonly children?: Child;
  /** The last line: who leads, until when. */
  readonly foot?: Child;
  readonly level?: 2 | 3 | 4 | undefined;
  /** The axis whose hue edges the card. */
  readonly axisTone?: number | undefined;
};

/** One thing among others, on a sheet. */
export const Card = ({ title, href, above, marks, children, foot, level = 3, axisTone }: CardProps) => {
  const inside = href ? <a href={href}>{title}</a> : title;
  return (
    <article class={classes("card", href && "card-link", axisTone !== undefined && `axis-tone-${axisTone + 1} card-axis`)}>
      {above && <div class="card-above">{above}</div>}
      {level === 2 ? (
        <h2 class="card-title">{inside}</h2>
      ) : level === 3 ? (
        <h3 class="card-title">{inside}</h3>
      ) : (
        <h4 class="card-title">{inside}</h4>
      )}
      {marks && <div class="marks">{marks}</div>}
      {children && <div class="card-text">{children}</div>}
      {foot && <div class="card-foot">{foot}</div>}
    </article>
  );
};

/** Cards in as many columns as there is room for. */
export const Cards = ({
  children,
  size = "normal",
}: {
  readonly children: Child;
  readonly size?: "normal" | "wide" | undefined;
}) => <div class={classes("cards", size === "wide" && "cards-wide")}>{children}</div>;
