import { DrizzleQueryError } from "drizzle-orm/errors";
import { v7 } from "./id.ts";
import { z } from "zod";
import type { Actor } from "./actor.ts";
import { dayOf, type Clock } from "./clock.ts";
import type { Database, Tx } from "./database/database.ts";
import type { Change } from "./history/model.ts";
import type { FieldChange } from "./record/rules.ts";
import { writeEvent, writeEvents } from "./history/store.ts";
import { queueMail } from "./mail/store.ts";
import type { Hold, Mail } from "./mail/model.ts";
import type { FileStore } from "./files/file-store.ts";
import type { Day } from "./model.ts";
import { decide, refusalOf, type Decision, type Door, type Grant, type Right } from "./rights.ts";
import { explainIssue } from "./validation.ts";
import type { Contributions } from "./wing/contributions.ts";
import type { Lang } from "./words.ts";

/** What an instance lends to its use cases. */
export interface Runtime {
  readonly database: Database;
  readonly clock: Clock;
  readonly files: FileStore;
  /** Address of the instance as people reach it, for links in mails: `https://ctg.example.fr`. */
  readonly origin: string;
  /** How long a mail that can be taken back waits before it leaves. */
  readonly undoMinutes: number;
  /** Every wing of the instance, in order: what a wing needs of those above it is asked of them all. */
  readonly wings: readonly Contributions[];
}

/** A sentence about one field: `path` is the field's name in the form, such as `milestones[0].due`. */
export interface Problem {
  readonly path: string;
  readonly message: string;
}

/** How a use case ends. Only `done` has written anything. */
export type Outcome<Value> =
  | { readonly kind: "done"; readonly value: Value }
  | { readonly kind: "invalid"; readonly problems: readonly Problem[] }
  | { readonly kind: "refused"; readonly door: Door }
  /** Not here, or in another territory: one answer for both, so that nobody learns what exists elsewhere. */
  | { readonly kind: "missing" }
  /** Someone else changed the same part first; nothing is written until the person has chosen. */
  | { readonly kind: "conflict"; readonly conflict: Conflict };

export interface Conflict {
  readonly by: string;
  readonly at: Date;
  /** Version to send back once the person has chosen. */
  readonly seen: number;
  readonly changes: readonly (FieldChange & { readonly mine: FieldChange["after"] })[];
}

/** Everything that one run of a use case may touch. */
export interface UseCaseRun<Input, Subject, Prepared = unknown> {
  readonly input: Input;
  readonly subject: Subject;
  /** What `prepare` gave. */
  readonly prepared: Prepared;
  readonly actor: Actor;
  readonly lang: Lang;
  readonly tx: Tx;
  readonly now: Date;
  readonly today: Day;
  readonly files: FileStore;
  readonly origin: string;
  readonly wings: readonly Contributions[];
  /** A new identifier, ordered by time. */
  readonly newId: <Id extends z.ZodType>(id: Id) => z.output<Id>;
  /** Tells a change to the history; returns its number. */
  readonly record: (change: Change) => Promise<number>;
  /** Tells many changes at once, in their order. */
  readonly recordAll: (changes: readonly Change[]) => Promise<void>;
  readonly undoMinutes: number;
  /** Puts a mail in the outbox: it leaves only if the whole change is kept, and after what holds it. */
  readonly send: (mail: Mail, hold?: Hold) => Promise<void>;
}

export interface UseCase<Input extends z.ZodType, Subject, Value, Prepared = unknown, By extends z.ZodRawShape = z.ZodRawShape> {
  readonly name: `${string}.${string}`;
  readonly input: Input;
  /** What takes long and may hold no lock, such as reading a file: done before the transaction. It asks itself whether the right is there. */
  readonly prepare?: (ask: {
    readonly input: z.output<Input>;
    readonly actor: Actor;
    readonly lang: Lang;
    readonly runtime: Runtime;
  }) => Promise<Prepared>;
  /**
   * The fields that name the subject. They are read alone, so that the right is decided whatever the others hold, and a wrong form tells
   * nothing to who may not send a right one. None: the right bears on the territory.
   */
  readonly by?: By;
  /** Finds, in this territory, what the right bears upon. `undefined`: it is not here. A method, as is `run`. */
  subject(ask: Looking & { readonly input: Naming<By> }): Promise<Subject | undefined>;
  readonly allow: Right<Subject>;
  /** A method, so that whoever performs it needs not know what its own `prepare` gives. */
  run(work: UseCaseRun<z.output<Input>, Subject, Prepared>): Promise<Value>;
}

type Naming<By extends z.ZodRawShape> = { readonly [Name in keyof By]: z.output<By[Name]> };

interface Looking {
  readonly actor: Actor;
  readonly tx: Tx;
  readonly now: Date;
}

/** Declares a use case: what it reads, who may, what changes. Validation, rights, transaction and history come with it. */
export const defineUseCase = <
  Input extends z.ZodType,
  Subject,
  Value,
  Prepared = unknown,
  By extends z.ZodRawShape = z.ZodRawShape,
>(
  useCase: UseCase<Input, Subject, Value, Prepared, By>,
): UseCase<Input, Subject, Value> => useCase;

/** For use cases whose right bears on the territory itself. */
export const wholeTerritory = async (): Promise<Record<string, never>> => ({});

/** Ends a use case from inside, and takes back all that it wrote. */
export class Refusal extends Error {
  readonly outcome: Exclude<Outcome<never>, { kind: "done" }>;
  constructor(outcome: Exclude<Outcome<never>, { kind: "done" }>) {
    super(outcome.kind);
    this.outcome = outcome;
  }
}
export const refuseField = (path: string, message: string): Refusal =>
  new Refusal({ kind: "invalid", problems: [{ path, message }] });
export const missing = (): Refusal => new Refusal({ kind: "missing" });

/** What the right of a use case says of one actor and what they sent. `unnamed`: what they sent does not say upon what it bears. */
async function judge<Input extends z.ZodType, Subject, Value>(
  useCase: UseCase<Input, Subject, Value>,
  raw: unknown,
  looking: Looking,
): Promise<{ readonly kind: "allowed"; readonly subject: Subject } | { readonly kind: "unnamed" } | Judged> {
  const by = z.safeParse(z.object(useCase.by ?? {}), raw);
  if (!by.success) return refusalOf(useCase.allow, looking.actor) ?? { kind: "unnamed" };
  const subject = await useCase.subject({ ...looking, input: by.data });
  if (subject === undefined) return { kind: "missing" };
  const decision = decide(useCase.allow, looking.actor, subject);
  return decision.kind === "refused" ? decision : { kind: "allowed", subject };
}
type Judged = { readonly kind: "missing" } | Extract<Decision, { kind: "refused" }>;

/**
 * Runs a use case: what is prepared, existence, right, and one transaction in the actor's territory that holds the change, its events and
 * its mails, all or nothing. What is wrong with the input is only said to those who may do it.
 */
export async function perform<Input extends z.ZodType, Subject, Value>(
  runtime: Runtime,
  useCase: UseCase<Input, Subject, Value>,
  actor: Actor,
  raw: unknown,
  lang: Lang = "fr",
): Promise<Outcome<Value>> {
  const parsed = z.safeParse(useCase.input, raw, { error: (issue) => explainIssue(issue, lang) });
  const now = runtime.clock.now();
  try {
    if (!parsed.success) {
      const judged = await runtime.database.inTerritory(actor.territory, (tx) => judge(useCase, raw, { actor, tx, now }));
      if (judged.kind === "missing" || judged.kind === "refused") return judged;
      return { kind: "invalid", problems: parsed.error.issues.map(({ path, message }) => ({ path: fieldName(path), message })) };
    }
    const input = parsed.data;
    const prepared = await useCase.prepare?.({ input, actor, lang, runtime });
    return await runtime.database.inTerritory(actor.territory, async (tx) => {
      const judged = await judge(useCase, raw, { actor, tx, now });
      if (judged.kind === "unnamed") return { kind: "missing" };
      if (judged.kind !== "allowed") return judged;
      const value = await useCase.run({
        input,
        subject: judged.subject,
        prepared,
        actor,
        lang,
        tx,
        now,
        today: dayOf(now),
        files: runtime.files,
        origin: runtime.origin,
        wings: runtime.wings,
        newId: (id) => z.parse(id, v7(now)),
        record: (change) => writeEvent(tx, actor, now, useCase.name, change),
        recordAll: (changes) => writeEvents(tx, actor, now, useCase.name, changes),
        undoMinutes: runtime.undoMinutes,
        send: (mail, hold) => queueMail(tx, actor.territory, now, mail, hold),
      });
      return { kind: "done", value };
    });
  } catch (error) {
    if (error instanceof Refusal) return error.outcome;
    // Two people who create the same thing at once: the second is told to look again, as if it had been there before.
    if (error instanceof DrizzleQueryError && isForeignKeyGap(error.cause)) return { kind: "missing" };
    throw error;
  }
}

const isForeignKeyGap = (cause: unknown): boolean =>
  typeof cause === "object" && cause !== null && "code" in cause && cause.code === "23503";

/** `["milestones", 0, "due"]` → `milestones[0].due`, the name of the field in the form. */
export const fieldName = (path: readonly PropertyKey[]): string =>
  path.reduce<string>(
    (name, key) => (typeof key === "number" ? `${name}[${key}]` : name === "" ? String(key) : `${name}.${String(key)}`),
    "",
  );

/** A use case as a list of them sees it: whatever it reads, `perform` checks what it is given. */
export interface ListedUseCase {
  readonly name: string;
  readonly declaration: object;
  /** Who may, without what only the subject can tell. */
  readonly right: { readonly name: string; readonly grants: readonly Pick<Grant<never>, "role" | "condition">[] };
  readonly perform: (runtime: Runtime, actor: Actor, raw: unknown) => Promise<Outcome<unknown>>;
  /** Who may, decided on the subject that is found, and nothing done. */
  readonly judge: (tx: Tx, now: Date, actor: Actor, raw: unknown) => Promise<{ readonly kind: "allowed" | "unnamed" } | Judged>;
}

/** Puts a use case in the list of its wing. */
export const listed = <Input extends z.ZodType, Subject, Value>(useCase: UseCase<Input, Subject, Value>): ListedUseCase => ({
  name: useCase.name,
  declaration: useCase,
  right: useCase.allow,
  perform: (runtime, actor, raw) => perform(runtime, useCase, actor, raw),
  judge: (tx, now, actor, raw) => judge(useCase, raw, { actor, tx, now }),
});
