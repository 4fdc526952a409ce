import { describe, expect, test } from "vitest";
import { z } from "zod";
import { line, optional, prose, rowsOf, setOf, writtenCents, writtenDay, writtenNumber } from "../model.ts";
import { writtenKnownDate } from "../known-date.ts";
import { fieldsOf } from "./fields.ts";
import { changeOf, partNamesOf } from "./parts.ts";
import { restore, withoutColumn } from "./stored.ts";

const Status = z.enum(["open", "closed"]);
const Step = z.object({ title: line(200), due: optional(writtenDay) });
const parts = {
  summary: z.object({ title: line(80), stake: optional(prose(5_000)), status: Status, next: optional(Status) }),
  means: z
    .object({
      cost: optional(writtenCents),
      staff: optional(writtenNumber.pipe(z.number().min(0))),
      weeks: optional(writtenNumber.pipe(z.number().int())),
      signed: optional(writtenKnownDate),
      states: setOf(Status),
      communes: setOf(z.string()),
      steps: rowsOf(Step),
    })
    .refine(({ weeks }) => weeks !== 53),
};

describe("the fields of a part", () => {
  test("are told from its schema, in its order, whatever wraps them", () => {
    expect(fieldsOf(parts.summary)).toEqual([
      { name: "title", kind: { kind: "line", max: 80 }, isOptional: false, blank: undefined },
      { name: "stake", kind: { kind: "prose", max: 5_000 }, isOptional: true, blank: null },
      { name: "status", kind: { kind: "choice", options: ["open", "closed"] }, isOptional: false, blank: undefined },
      { name: "next", kind: { kind: "choice", options: ["open", "closed"] }, isOptional: true, blank: null },
    ]);
    expect(fieldsOf(parts.means).map(({ name, kind }) => [name, kind])).toEqual([
      ["cost", { kind: "cents" }],
      ["staff", { kind: "number", isWhole: false }],
      ["weeks", { kind: "number", isWhole: true }],
      ["signed", { kind: "knownDate" }],
      ["states", { kind: "choices", options: ["open", "closed"] }],
      ["communes", { kind: "choices", options: null }],
      ["steps", { kind: "rows", row: Step }],
    ]);
  });
});

describe("a change of a part", () => {
  test("is read by the schema of that part, and of no other", () => {
    const change = changeOf(parts);
    expect(partNamesOf(parts)).toEqual(["summary", "means"]);
    expect(change.parse({ part: "means", value: { cost: "12 k€" } })).toMatchObject({
      part: "means",
      value: { cost: 1_200_000 },
    });
    expect(change.safeParse({ part: "summary", value: { cost: "12 k€" } }).success).toBe(false);
    expect(change.safeParse({ part: "other", value: {} }).success).toBe(false);
  });
});

describe("a record read from where it is kept", () => {
  test("has every field: one that was never written is blank", () => {
    const kept: Readonly<Record<string, unknown>> = { title: "Une crèche", status: "open", cost: 0 };
    expect(restore(parts, (_, field) => kept[field])).toEqual({
      summary: { title: "Une crèche", stake: null, status: "open", next: null },
      means: { cost: 0, staff: null, weeks: null, signed: null, states: [], communes: [], steps: [] },
    });
  });

  test("keeps together what has no column of its own", () => {
    expect(withoutColumn({ title: "a column" }, { title: "Une crèche", motto: null, stake: "Accueillir" })).toEqual({
      motto: null,
      stake: "Accueillir",
    });
  });
});
