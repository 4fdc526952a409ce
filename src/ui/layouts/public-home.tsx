import type { Child } from "hono/jsx";
import { AxisMark, axisTone } from "../axis-mark.tsx";
import { Ridge } from "../ridge.tsx";

type HeroProps = { readonly above?: Child; readonly title: Child; readonly intro: Child; readonly actions?: Child };

/** The opening of a public page: what this is, in plain words, over the hills of the territory. Give it to `Page` as `hero`. */
export const Hero = ({ above, title, intro, actions }: HeroProps) => (
  <div class="hero">
    <div class="hero-inner">
      {above && <p class="hero-above">{above}</p>}
      <h1>{title}</h1>
      <div class="hero-intro">{intro}</div>
      {actions && <div class="actions">{actions}</div>}
    </div>
    <Ridge />
  </div>
);

/** The sections of a public page, with more air than in the tools. */
export const PublicBody = ({ children }: { readonly children: Child }) => <div class="public">{children}</div>;

export type AxisSummary = {
  readonly number: number;
  readonly title: string;
  /** The axis in plain words, for a parent. */
  readonly plain?: Child;
  /** « 8 actions, dont 3 réalisées » */
  readonly foot?: Child;
  readonly href?: string | undefined;
};

/** The axes side by side, each in its own hue and shape. */
export const AxisGrid = ({ axes }: { readonly axes: readonly AxisSummary[] }) => (
  <ul class="axes">
    {axes.map(({ number, title, plain, foot, href }) => (
      <li class={`axis-card axis-tone-${axisTone(number) + 1}`}>
        <AxisMark number={number} size="large" />
        <div class="axis-card-body">
          <h3>{title}</h3>
          {plain && <p>{plain}</p>}
          {foot && <p class="axis-card-foot">{href ? <a href={href}>{foot}</a> : foot}</p>}
        </div>
      </li>
    ))}
  </ul>
);

export type BigFigure = { readonly value: string; readonly label: string; readonly source?: Child };

/** Two to four figures that matter, each with its source and its year. */
export const Figures = ({ figures }: { readonly figures: readonly BigFigure[] }) => (
  <ul class="figures">
    {figures.map(({ value, label, source }) => (
      <li class="figure">
        <strong>{value}</strong> <span>{label}</span>
        {source && <small>{source}</small>}
      </li>
    ))}
  </ul>
);

export type PartyLine = { readonly name: Child; readonly detail?: Child };

/** Who signed, in columns. */
export const Signatories = ({ parties }: { readonly parties: readonly PartyLine[] }) => (
  <ul class="signatories">
    {parties.map(({ name, detail }) => (
      <li>
        {name}
        {detail && <small>{detail}</small>}
      </li>
    ))}
  </ul>
);

export type StoryStep = { readonly when: Child; readonly title: string; readonly text?: Child };

/** Dates that tell a story, from the first to the last. */
export const Story = ({ steps }: { readonly steps: readonly StoryStep[] }) => (
  <ol class="story">
    {steps.map(({ when, title, text }) => (
      <li>
        <small>{when}</small>
        <strong>{title}</strong>
        {text && <p>{text}</p>}
      </li>
    ))}
  </ol>
);
