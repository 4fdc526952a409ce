import type { Actor, Role } from "./actor.ts";

/** A circumstance under which a role may do something; `said` completes the sentence "ouvert à : les signataires …". */
export interface Condition<Subject, Of extends Role = Role> {
  readonly name: string;
  readonly holds: (actor: Extract<Actor, { role: Of }>, subject: Subject) => boolean;
  readonly said: { readonly fr: string; readonly en: string };
}

export interface Grant<Subject> {
  readonly role: Role;
  readonly condition: { readonly name: string; readonly said: { readonly fr: string; readonly en: string } } | null;
  readonly opens: (actor: Actor, subject: Subject) => boolean;
}

/** One line of the policy: who may do `name` on a `Subject`. Nobody else may. */
export interface Right<Subject> {
  readonly name: string;
  readonly grants: readonly Grant<Subject>[];
}

export type Decision = { readonly kind: "allowed" } | { readonly kind: "refused"; readonly door: Door };
/** Who could open the door that stays closed, so that a refusal can say it. */
export type Door = readonly { readonly role: Role; readonly said: { readonly fr: string; readonly en: string } | null }[];

/** Grants a role something, always or under a condition that is named and said. */
export function grant<Subject, Of extends Role>(role: Of, condition?: Condition<Subject, Of>): Grant<Subject> {
  const isOf = (actor: Actor): actor is Extract<Actor, { role: Of }> => actor.role === role;
  return {
    role,
    condition: condition ? { name: condition.name, said: condition.said } : null,
    opens: (actor, subject) => isOf(actor) && (condition === undefined || condition.holds(actor, subject)),
  };
}

/** Declares the rights on one kind of object: `rightsOn<Action>()("plan.action", { read: […], edit: […] })`. */
export const rightsOn =
  <Subject>() =>
  <Verb extends string>(
    object: string,
    verbs: { readonly [V in Verb]: readonly Grant<Subject>[] },
  ): { readonly [V in Verb]: Right<Subject> } => {
    return mapValues(verbs, (grants, verb) => ({ name: `${object}.${verb}`, grants }));
  };

/** The one place where a right is decided. Fails closed: a right without a grant that opens is refused. */
export function decide<Subject>(right: Right<Subject>, actor: Actor, subject: Subject): Decision {
  if (right.grants.some((each) => each.opens(actor, subject))) return { kind: "allowed" };
  return { kind: "refused", door: doorOf(right) };
}

const doorOf = ({ grants }: Pick<Right<never>, "grants">): Door =>
  grants.map(({ role, condition }) => ({ role, said: condition?.said ?? null }));

/** The refusal that no subject could change: nothing of this kind is ever granted to the actor's role. */
export const refusalOf = (right: Pick<Right<never>, "grants">, actor: Actor): Extract<Decision, { kind: "refused" }> | null =>
  right.grants.some(({ role }) => role === actor.role) ? null : { kind: "refused", door: doorOf(right) };

export const may = <Subject>(right: Right<Subject>, actor: Actor, subject: Subject): boolean =>
  decide(right, actor, subject).kind === "allowed";

/** All that an actor may do with an object, to be sent to the page with the object, so that no page decides anew. */
export function permissions<Subject, Verb extends string>(
  rights: { readonly [V in Verb]: Right<Subject> },
  actor: Actor,
  subject: Subject,
): { readonly [V in Verb]: boolean } {
  return mapValues(rights, (right) => may(right, actor, subject));
}

/** The same keys with other values: the one place where the compiler takes our word for the keys of a record. */
function mapValues<Key extends string, From, To>(
  record: { readonly [K in Key]: From },
  change: (value: From, key: Key) => To,
): { readonly [K in Key]: To } {
  const changed: Partial<Record<Key, To>> = {};
  for (const key in record) changed[key] = change(record[key], key);
  const isWhole = (value: Partial<Record<Key, To>>): value is Record<Key, To> =>
    Object.keys(value).length === Object.keys(record).length;
  if (!isWhole(changed)) throw new Error("a key was lost");
  return changed;
}
