import type { Child } from "hono/jsx";
import { classes } from "./attributes.ts";

export type Fact = {
  readonly term: Child;
  /** null or "" reads as `missing`. */
  readonly value: Child;
  /** What to say where the value is not known: « Non renseigné », « Pas encore de pilote ». */
  readonly missing?: string | undefined;
  /** Takes the whole width, for a long text. */
  readonly wide?: boolean | undefined;
};

type FactsProps = { readonly facts: readonly Fact[]; readonly columns?: 1 | 2 | 3 | undefined };

const isMissing = (value: Child) => value === null || value === undefined || value === "" || value === false;

/** Terms and their values, as a definition list: one column on a phone. */
export const Facts = ({ facts, columns = 2 }: FactsProps) => (
  <dl class={classes("facts", `facts-${columns}`)}>
    {facts.map((fact) => (
      <div class={classes("fact", fact.wide && "fact-wide")}>
        <dt>{fact.term}</dt>
        <dd class={isMissing(fact.value) ? "missing" : undefined}>
          {isMissing(fact.value) ? (fact.missing ?? "—") : fact.value}
        </dd>
      </div>
    ))}
  </dl>
);
