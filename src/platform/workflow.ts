/** One way from a state to another: what it needs, and why it stays closed when it does. */
export interface Transition<State extends string, Facts, Obstacle extends string> {
  readonly name: string;
  readonly from: readonly State[];
  readonly to: State;
  /** The first obstacle found, or `null` when the way is free. */
  readonly obstacle: (facts: Facts) => Obstacle | null;
}

export interface Workflow<State extends string, Facts, Obstacle extends string, Name extends string> {
  readonly initial: State;
  readonly transitions: readonly (Transition<State, Facts, Obstacle> & { readonly name: Name })[];
}

export type Step<State extends string, Obstacle extends string, Name extends string> =
  | { readonly kind: "open"; readonly name: Name; readonly to: State }
  | { readonly kind: "closed"; readonly name: Name; readonly to: State; readonly obstacle: Obstacle };

/** Every way out of a state, open or closed with its obstacle. A state without a way out is an end. */
export function steps<State extends string, Facts, Obstacle extends string, Name extends string>(
  workflow: Workflow<State, Facts, Obstacle, Name>,
  state: State,
  facts: Facts,
): readonly Step<State, Obstacle, Name>[] {
  return workflow.transitions
    .filter(({ from }) => from.includes(state))
    .map(({ name, to, obstacle }) => {
      const met = obstacle(facts);
      return met === null ? { kind: "open", name, to } : { kind: "closed", name, to, obstacle: met };
    });
}

/** The state after a named transition, or why it can't be taken. Fails closed on a way that does not start here. */
export function take<State extends string, Facts, Obstacle extends string, Name extends string>(
  workflow: Workflow<State, Facts, Obstacle, Name>,
  state: State,
  name: Name,
  facts: Facts,
): { readonly kind: "taken"; readonly state: State } | { readonly kind: "closed"; readonly obstacle: Obstacle | "no-such-way" } {
  const step = steps(workflow, state, facts).find((each) => each.name === name);
  if (step === undefined) return { kind: "closed", obstacle: "no-such-way" };
  return step.kind === "open" ? { kind: "taken", state: step.to } : { kind: "closed", obstacle: step.obstacle };
}
