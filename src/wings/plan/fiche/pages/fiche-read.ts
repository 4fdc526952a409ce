import type { Convention } from "../../../convention/conventions/model.ts";
import { conventionById, listConventions } from "../../../convention/conventions/store.ts";
import { currentOf } from "../../../convention/conventions/rules.ts";
import type { Linked } from "../../../../platform/wing/contributions.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { keptWith } from "../../../../platform/kept/kept.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { dayOf } from "../../../../platform/clock.ts";
import type { Day } from "../../../../platform/model.ts";
import { decide, may, permissions } from "../../../../platform/rights.ts";
import type { Lang } from "../../../../platform/words.ts";
import type { Commune, Theme } from "../../../territory/territories/model.ts";
import type { Organisation } from "../../../territory/organisations/model.ts";
import { listCommunes, listThemes } from "../../../territory/territories/store.ts";
import { listOrganisations } from "../../../territory/organisations/store.ts";
import type { Found } from "../../../../ui/show.tsx";
import { ActionId, type Action, type ActionFile, type ActionLink, type Plan } from "../../action/model.ts";
import type { Axis, Objective } from "../../axes/model.ts";
import type { Note } from "../../notes/model.ts";
import { listFiles } from "../../action/files-store.ts";
import { listNotes } from "../../notes/store.ts";
import { actionRights, actionSubject, planRights, type ActionSubject } from "../../action/rights.ts";
import { noteRights } from "../../notes/rights.ts";
import { factsOf, type ActionFacts } from "../../action/rules/facts.ts";
import { loadAction, loadActions, planAt } from "../../action/store.ts";

/** What fiches name by an id or a key. */
export interface PlanReferences {
  readonly organisations: readonly Organisation[];
  readonly themes: readonly Theme[];
  readonly communes: readonly Commune[];
  readonly axes: readonly Axis[];
  readonly objectives: readonly Objective[];
}

export interface PlanNames {
  readonly organisation: (id: string) => string;
  readonly theme: (key: string) => string;
  readonly commune: (code: string) => string;
  readonly axis: (id: string) => string;
  readonly objective: (id: string) => string;
}

/** Names in a language; what is no longer there is shown by its id, never left out. */
export function planNamesOf({ organisations, themes, communes, axes, objectives }: PlanReferences, lang: Lang): PlanNames {
  const find = (pairs: readonly (readonly [string, string])[]) => {
    const map = new Map(pairs);
    return (id: string) => map.get(id) ?? id;
  };
  return {
    organisation: find(organisations.map(({ id, name, shortName }) => [id, shortName ?? name])),
    theme: find(themes.map(({ key, name }) => [key, name[lang]])),
    commune: find(communes.map(({ code, name }) => [code, name])),
    axis: find(axes.map(({ id, number, title }) => [id, `${number}. ${title}`])),
    objective: find(objectives.map(({ id, number, title }) => [id, `${number} ${title}`])),
  };
}

export async function readPlanReferences(tx: Tx, plan: Pick<Plan, "axes" | "objectives">): Promise<PlanReferences> {
  return {
    organisations: await listOrganisations(tx),
    themes: await listThemes(tx),
    communes: await listCommunes(tx),
    axes: plan.axes,
    objectives: plan.objectives,
  };
}

const ofPlan = keptWith<Promise<PlanReferences>>();

/** The directory of a plan that was just read: whatever changes either makes another plan. */
export const planReferencesAt = (tx: Tx, plan: Plan): Promise<PlanReferences> =>
  ofPlan(plan, "", () => readPlanReferences(tx, plan));

export interface LinkedAction {
  readonly link: ActionLink;
  readonly action: Action;
}

/** All that a page about one action shows to this visitor, and what they may do. */
export interface Fiche {
  readonly action: Action;
  readonly plan: Plan;
  /** Number of the last event when it was read. */
  readonly seq: number;
  readonly convention: Convention;
  readonly subject: ActionSubject;
  readonly can: { readonly [Verb in keyof typeof actionRights]: boolean };
  readonly facts: ActionFacts;
  readonly today: Day;
  readonly directory: PlanReferences;
  readonly names: PlanNames;
  readonly notes: readonly Note[];
  readonly files: readonly ActionFile[];
  readonly links: readonly LinkedAction[];
  /** What of the other wings is linked to it, of what this visitor may read. */
  readonly linked: readonly Linked[];
}

/** The action of an address, as this visitor may see it. */
export async function readFiche(visit: TerritoryVisit, address: string): Promise<Found<Fiche>> {
  const id = ActionId.safeParse(address);
  if (!id.success) return { kind: "missing" };
  return visit.read(async (tx) => {
    const current = currentOf(await listConventions(tx));
    const first = current && (await planAt(tx, current.id));
    const stray = first?.plan.actions.some((each) => each.id === id.data) === true ? undefined : await loadAction(tx, id.data);
    const convention = stray === undefined ? current : await conventionById(tx, stray.conventionId);
    const read = stray === undefined ? first : await planAt(tx, stray.conventionId);
    const action = read?.plan.actions.find((each) => each.id === id.data);
    if (convention === undefined || read === undefined || action === undefined) return { kind: "missing" };
    const subject = actionSubject(action, convention.state);
    const decision = decide(actionRights.read, visit.actor, subject);
    if (decision.kind === "refused") return decision;
    const today = dayOf(visit.runtime.clock.now());
    const directory = await planReferencesAt(tx, read.plan);
    const readable = (confidentiality: Note["confidentiality"], authorPerson: string | null): boolean =>
      may(noteRights.read, visit.actor, { action: subject, confidentiality, authorPerson });
    return {
      kind: "found",
      value: {
        action,
        plan: read.plan,
        seq: read.seq,
        convention,
        subject,
        can: permissions(actionRights, visit.actor, subject),
        facts: factsOf(action, today),
        today,
        directory,
        names: planNamesOf(directory, visit.lang),
        notes: (await listNotes(tx, action.id)).filter(({ confidentiality, author }) => readable(confidentiality, author.person)),
        files: (await listFiles(tx, action.id)).filter(({ confidentiality }) => readable(confidentiality, null)),
        links: await readLinks(tx, visit, read.plan, action.id, convention),
        linked: await readLinked(tx, visit, action.id),
      },
    };
  });
}

async function readLinks(
  tx: Tx,
  visit: TerritoryVisit,
  plan: Plan,
  id: ActionId,
  convention: Convention,
): Promise<readonly LinkedAction[]> {
  const links = plan.links.filter(({ from, to }) => from === id || to === id);
  const far = links.map(({ from, to }) => (from === id ? to : from));
  const here = plan.actions.filter((each) => far.includes(each.id));
  const elsewhere = await loadActions(
    tx,
    far.filter((each) => here.every((action) => action.id !== each)),
  );
  const actions = [...here, ...elsewhere].filter((action) =>
    may(actionRights.read, visit.actor, actionSubject(action, convention.state)),
  );
  return links.flatMap((link) => {
    const action = actions.find((each) => each.id === (link.from === id ? link.to : link.from));
    return action === undefined ? [] : [{ link, action }];
  });
}

async function readLinked(tx: Tx, visit: TerritoryVisit, id: ActionId): Promise<readonly Linked[]> {
  const linked: Linked[] = [];
  for (const { evidence } of visit.runtime.wings) linked.push(...((await evidence?.(tx, visit, { kind: "action", id })) ?? []));
  return linked;
}

/** Whether this visitor sees the working side of a fiche: its money, its people, its history. */
export const worksHere = (visit: TerritoryVisit): boolean => may(planRights.work, visit.actor, {});
