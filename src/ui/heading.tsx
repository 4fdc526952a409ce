import type { Child } from "hono/jsx";
import { classes } from "./attributes.ts";

type PageHeadingProps = {
  /** Says something: « 6 actions attendent un pilote », not « Actions ». */
  readonly title: Child;
  /** A line above: where one is, the number of an axis or an action. */
  readonly above?: Child;
  /** One or two sentences under the title. */
  readonly intro?: Child;
  /** Marks beside the title: state, example, confidentiality. */
  readonly marks?: Child;
  /** What can be done with this page: the main button first. */
  readonly actions?: Child;
};

/** The head of a page: its only h1, what it says first, and what can be done. */
export const PageHeading = ({ title, above, intro, marks, actions }: PageHeadingProps) => (
  <header class="page-heading">
    <div class="page-heading-text">
      {above && <p class="above">{above}</p>}
      <h1>{title}</h1>
      {marks && <div class="marks">{marks}</div>}
      {intro && <div class="intro">{intro}</div>}
    </div>
    {actions && <div class="actions">{actions}</div>}
  </header>
);

type SectionProps = {
  readonly title: Child;
  /** The id of the section, to be linked to. */
  readonly id?: string | undefined;
  readonly intro?: Child;
  /** A link or a button at the end of the title's line: « Modifier ». */
  readonly action?: Child;
  readonly level?: 2 | 3 | undefined;
  /** Drawn on a raised sheet. */
  readonly sheet?: boolean | undefined;
  readonly children: Child;
};

/** A group of the page under its own heading, with generous room around. */
export const Section = ({ title, id, intro, action, level = 2, sheet, children }: SectionProps) => (
  <section class={classes("section", sheet && "sheet")} id={id}>
    <div class="section-head">
      {level === 2 ? <h2>{title}</h2> : <h3>{title}</h3>}
      {action && <div class="section-action">{action}</div>}
    </div>
    {intro && <div class="section-intro">{intro}</div>}
    <div class="section-body">{children}</div>
  </section>
);
