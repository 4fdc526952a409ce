import type { Actor } from "../../../../platform/actor.ts";
import { refuseField } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Change } from "../../../../platform/history/model.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import type { Lang } from "../../../../platform/words.ts";
import { OrganisationFields } from "../../../territory/organisations/model.ts";
import { OrganisationId } from "../../../territory/territories/model.ts";
import { saveOrganisation } from "../../../territory/organisations/store.ts";
import type { z } from "zod";
import type { Decisions } from "../kept-import.ts";
import type { ImportContext } from "../context.ts";
import type { PlanChanges } from "../plan-changes.ts";
import type { CreatedName, Ref } from "../plan-fields.ts";
import { decisionOf } from "../decisions.ts";
import { importWords } from "../import-words.ts";
import { AxisFields, AxisId, ObjectiveFields, ObjectiveId, type Axis, type Objective } from "../../axes/model.ts";
import { saveAxis, saveObjective } from "../../axes/store.ts";

export interface ImportWork {
  readonly actor: Actor;
  readonly lang: Lang;
  readonly tx: Tx;
  readonly now: Date;
  readonly newId: <Id extends z.ZodType>(id: Id) => z.output<Id>;
  readonly record: (change: Change) => Promise<number>;
}

export interface Proposed {
  readonly context: ImportContext;
  readonly changes: PlanChanges;
  readonly decisions: Decisions;
}

/** What was new in the file and now exists: the id that each name was given, and every axis and objective that there is. */
export interface Named {
  readonly ids: ReadonlyMap<Ref, string>;
  readonly axes: readonly Axis[];
  readonly objectives: readonly Objective[];
}

/** Creates the organisations, the axes and the objectives that the accepted rows name and nobody knew. */
export async function createNames(work: ImportWork, { context, changes, decisions }: Proposed): Promise<Named> {
  const { tx, actor, newId, record } = work;
  const ids = new Map<Ref, string>();
  const axes = [...context.plan.axes];
  const objectives = [...context.plan.objectives];
  const left = new Set(changes.rows.filter(({ key }) => decisionOf(decisions, key).axis === "leave").map(({ key }) => key));
  const kept = changes.rows.filter(({ key, action }) => !(left.has(key) && action.fields.axis === null));
  const needed = changes.created.filter(({ ref }) => kept.some(({ action }) => action.created.some((each) => each.ref === ref)));
  const of = (kind: CreatedName["kind"]): readonly CreatedName[] => needed.filter((each) => each.kind === kind);

  for (const { ref, name } of of("organisation")) {
    const id = newId(OrganisationId);
    const fields = OrganisationFields.parse({ kind: /^asso/i.test(name) ? "association" : "other", name: name.slice(0, 200) });
    await saveOrganisation(tx, actor.territory, id, fields, { kind: "entered" });
    await record({ verb: "created", object: { kind: "organisation", id, label: fields.name }, after: asPlain(fields) });
    ids.set(ref, id);
  }
  for (const each of of("axis")) {
    const axis = axisOf(work, context, each, axes);
    await saveAxis(tx, actor.territory, axis);
    await record({
      verb: "created",
      object: { kind: "axis", id: axis.id, label: `${axis.number} ${axis.title}` },
      after: asPlain(axis),
    });
    axes.push(axis);
    ids.set(each.ref, axis.id);
  }
  for (const each of of("objective")) {
    // An objective that the file puts under no axis goes under the axis chosen for the first action that names it.
    const row = kept.find(({ action }) => action.fields.objective === each.ref);
    const chosen = row && decisionOf(decisions, row.key).axis;
    const under = each.axis === null ? (row?.to.axis ?? chosen) : (ids.get(each.axis) ?? each.axis);
    const axis = axes.find(({ id }) => id === under);
    if (axis === undefined) continue;
    const number = freeNumber(each.number, axis, objectives);
    const objective: Objective = {
      ...ObjectiveFields.parse({ axisId: axis.id, number, title: each.name.slice(0, 300) }),
      id: newId(ObjectiveId),
    };
    await saveObjective(tx, actor.territory, objective);
    const object = { kind: "objective", id: objective.id, label: `${objective.number} ${objective.title}` };
    await record({ verb: "created", object, after: asPlain(objective) });
    objectives.push(objective);
    ids.set(each.ref, objective.id);
  }
  return { ids, axes, objectives };
}

const mostAxes = 20;

function axisOf({ newId, lang }: ImportWork, context: ImportContext, { name, number }: CreatedName, axes: readonly Axis[]): Axis {
  const taken = new Set(axes.map((axis) => axis.number));
  const asked = Number(number ?? 0);
  const free = [asked, ...Array.from({ length: mostAxes }, (_, index) => index + 1)].find(
    (each) => Number.isInteger(each) && each >= 1 && each <= mostAxes && !taken.has(each),
  );
  if (free === undefined) throw refuseField("", importWords(lang)("preview.tooManyAxes", { name, most: mostAxes }));
  const fields = AxisFields.parse({ number: free, title: name.slice(0, 300), plainWords: null, frameworkAxisId: null });
  return { ...fields, id: newId(AxisId), conventionId: context.plan.conventionId };
}

function freeNumber(asked: string | null, axis: Axis, objectives: readonly Objective[]): string {
  const taken = new Set(objectives.filter(({ axisId }) => axisId === axis.id).map(({ number }) => number));
  if (asked !== null && asked.length <= 10 && !taken.has(asked)) return asked;
  for (let next = taken.size + 1; ; next++) if (!taken.has(`${axis.number}.${next}`)) return `${axis.number}.${next}`;
}
