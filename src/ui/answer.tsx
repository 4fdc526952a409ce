import type { Context } from "hono";
import { setCookie } from "hono/cookie";
import type { Child } from "hono/jsx";
import type { Outcome, Problem } from "../platform/use-case.ts";
import type { TerritoryEnv } from "../platform/http/visit.ts";
import { MissingPage } from "./missing-page.tsx";
import { RefusedPage } from "./refused-page.tsx";

type Conflict = Extract<Outcome<never>, { kind: "conflict" }>["conflict"];

interface Answers<Value> {
  /** Where to go once it is done, and the sentence that says what was saved. */
  readonly done: (value: Value) => { readonly to: string; readonly said: string } | Response;
  /** The same form, with what was typed and what is wrong with it. */
  readonly again: (errors: Readonly<Record<string, string>>, conflict: Conflict | null) => Child;
}

/** Turns the outcome of a use case into the answer to its form: done leads on, wrong comes back, closed says who has the key. */
export async function answer<Value>(c: Context<TerritoryEnv>, outcome: Outcome<Value>, on: Answers<Value>): Promise<Response> {
  const { visit } = c.var;
  switch (outcome.kind) {
    case "done": {
      const next = on.done(outcome.value);
      if (next instanceof Response) return next;
      tell(c, next.said);
      return c.redirect(next.to, 303);
    }
    case "invalid":
      return c.html(<>{on.again(errorsOf(outcome.problems), null)}</>, 422);
    case "conflict":
      return c.html(<>{on.again({}, outcome.conflict)}</>, 409);
    case "refused":
      return c.html(<RefusedPage visit={visit} door={outcome.door} />, 403);
    case "missing":
      return c.html(<MissingPage visit={visit} />, 404);
  }
}

/** Leaves a sentence for the next page. */
export const tell = (c: Context, said: string): void =>
  setCookie(c, "flash", encodeURIComponent(said), { path: "/", httpOnly: true, sameSite: "Lax", maxAge: 20 });

/** The first sentence of each field. */
export const errorsOf = (problems: readonly Problem[]): Readonly<Record<string, string>> =>
  Object.fromEntries(problems.toReversed().map(({ path, message }) => [path, message]));
