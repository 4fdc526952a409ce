import { z } from "zod";
import { defineUseCase, refuseField } from "../../../../platform/use-case.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import { line, optional, rowsOf, writtenNumber } from "../../../../platform/model.ts";
import { FrameworkAxisId, FrameworkFields, FrameworkId } from "../model.ts";
import { frameworkRights, type FrameworkSubject } from "../rights.ts";
import { frameworkById, frameworkOwner, saveFramework as writeFramework } from "../store.ts";
import { frameworkWords } from "../words.ts";

const Axis = z.object({
  id: z.preprocess((id) => (id === "" ? undefined : id), FrameworkAxisId.optional()),
  number: writtenNumber.pipe(z.number().int().min(1).max(20)),
  title: line(300),
});

/** Enters or corrects a departmental scheme and its axes, for every territory of the instance. */
export const saveFramework = defineUseCase({
  name: "framework.save",
  input: z.object({ frameworkId: optional(FrameworkId), ...FrameworkFields.shape, axes: rowsOf(Axis) }),
  by: { frameworkId: optional(FrameworkId) },
  subject: async ({ input, actor, tx }): Promise<FrameworkSubject | undefined> => {
    if (input.frameworkId === null) return { owner: "this_territory" };
    const owner = await frameworkOwner(tx, input.frameworkId);
    return owner === undefined ? undefined : { owner: owner === actor.territory ? "this_territory" : "another" };
  },
  allow: frameworkRights.edit,
  run: async ({ input, actor, lang, tx, newId, record }): Promise<FrameworkId> => {
    const say = frameworkWords(lang);
    const { frameworkId, axes, ...fields } = input;
    if (new Set(axes.map(({ number }) => number)).size < axes.length) throw refuseField("axes", say("framework.sameNumber"));
    const before = frameworkId === null ? undefined : await frameworkById(tx, frameworkId);
    const known = new Set(before?.axes.map(({ id }) => id));
    if (axes.some(({ id }) => id !== undefined && !known.has(id))) throw refuseField("axes", say("framework.foreignAxis"));
    const id = frameworkId ?? newId(FrameworkId);
    const rows = axes.map((axis) => ({ ...axis, id: axis.id ?? newId(FrameworkAxisId) }));
    const written = await writeFramework(tx, actor.territory, id, fields, rows);
    if (written === "axis_cited") throw refuseField("axes", say("framework.axisCited"));
    await record({
      verb: before === undefined ? "created" : "changed",
      object: { kind: "framework", id, label: fields.name },
      before: asPlain(before),
      after: asPlain({ ...fields, axes: rows }),
    });
    return id;
  },
});
