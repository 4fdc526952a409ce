import type { z } from "zod";
import type { Outcome, UseCase, Runtime } from "../use-case.ts";
import type { Actor } from "../actor.ts";
import type { Tx } from "../database/database.ts";
import type { KeptAnswer } from "../kept/kept-answer.ts";
import type { State } from "../kept/state.ts";
import type { TerritoryId } from "../model.ts";
import type { Lang } from "../words.ts";

/** Whoever has proved an e-mail address, before any territory says what they may do in it. */
export interface Account {
  readonly id: string;
  readonly email: string;
  readonly name: string;
  readonly operator: boolean;
}

export interface VisitedTerritory {
  readonly id: TerritoryId;
  readonly slug: string;
  readonly siren: string;
  readonly name: string;
  readonly accentHue: number | null;
}

/** An entry of the navigation: `href` is an address of this territory. */
export interface NavEntry {
  readonly href: string;
  readonly label: string;
}

/** What every page knows about the request: who comes, in which language, where from. */
export interface Visit {
  readonly lang: Lang;
  readonly account: Account | null;
  /** Path and query of the page, for links that come back to it. */
  readonly address: string;
  readonly theme: "auto" | "light" | "dark";
  readonly demo: boolean;
  readonly runtime: Runtime;
  /** Sentence that the last action left for this page, shown once. */
  readonly flash: string | null;
}

/** A visit inside a territory: it has an actor, reads through its territory, and performs actions as its actor. */
export interface TerritoryVisit extends Visit {
  readonly territory: VisitedTerritory;
  readonly actor: Actor;
  readonly nav: readonly NavEntry[];
  /** The state that is read, and with which what is drawn may be kept; `null` for a visit that may write. */
  readonly state: State | null;
  /** Address in this territory: `at("/plan")` → `/porte-des-vosges-meridionales/plan`. */
  readonly at: (path: string) => string;
  readonly read: <Result>(query: (tx: Tx) => Promise<Result>) => Promise<Result>;
  readonly perform: <Input extends z.ZodType, Subject, Value>(
    useCase: UseCase<Input, Subject, Value>,
    raw: unknown,
  ) => Promise<Outcome<Value>>;
}

export const isInTerritory = (visit: Visit): visit is TerritoryVisit => "territory" in visit;

/** What is known of any request. */
interface Asked {
  /** Where it comes from; `null` where that can't be known. */
  readonly network: string | null;
  /** The territory that its address names, and the state in which it was found. */
  readonly place: { readonly territory: VisitedTerritory; readonly state: State } | null;
  /** Whether it brings a session, open or not. */
  readonly session: "brought" | "none";
  /** The page that answers it, where that one is kept whole. */
  readonly kept?: KeptAnswer;
}
export interface InstanceEnv {
  Variables: Asked & { visit: Visit };
}
export interface TerritoryEnv {
  Variables: Asked & { visit: TerritoryVisit };
}
