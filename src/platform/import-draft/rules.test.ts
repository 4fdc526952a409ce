import { describe, expect, test } from "vitest";
import { emptyMemory, headingKey, learnt, rememberedHeading } from "./memory.ts";
import { DraftState, type MappedColumn } from "./model.ts";
import { draftWorkflow, isWaiting, stateAfter, type DraftStep } from "./rules.ts";

const noted = { after: 4, to: 9 };

describe("a draft", () => {
  const ways: Readonly<Record<DraftState, Partial<Record<DraftStep, DraftState>>>> = {
    uploaded: { map: "mapped", accept: "accepted", abandon: "abandoned" },
    mapped: { map: "mapped", accept: "accepted", abandon: "abandoned" },
    accepted: { undo: "undone" },
    undone: {},
    abandoned: {},
  };
  const steps = draftWorkflow.transitions.map(({ name }) => name);
  test.each(DraftState.options)("%s goes where it may, and nowhere else", (state) => {
    for (const step of steps) expect(stateAfter({ state, written: noted }, step)).toBe(ways[state][step] ?? null);
  });

  test("that was accepted before its events were noted is not undone", () => {
    expect(stateAfter({ state: "accepted", written: null }, "undo")).toBeNull();
  });

  test("waits until someone has said what becomes of it", () => {
    expect(DraftState.options.filter((state) => isWaiting({ state }))).toEqual(["uploaded", "mapped"]);
  });
});

describe("what is learnt of columns", () => {
  const column = (heading: string, target: string | null): MappedColumn<string> => ({ index: 0, heading, target });
  const key = (target: string | null | undefined): string => target ?? "";

  test("is what was corrected, whatever the case and the signs of the heading next time", () => {
    const memory = learnt<string>(emptyMemory, [{ index: 0, target: "lead" }], [column("Qui s’en occupe ?", "partners")], key);
    expect(rememberedHeading(memory, "QUI S'EN OCCUPE")).toBe("partners");
    expect(headingKey("Qui s’en occupe ?")).toBe(headingKey("qui s'en occupe"));
  });

  test("a column that was left aside is left aside again; one that was only confirmed teaches nothing", () => {
    const left = learnt<string>(emptyMemory, [{ index: 0, target: "notes" }], [column("Divers", null)], key);
    expect(rememberedHeading(left, "divers")).toBeNull();
    expect(learnt<string>(emptyMemory, [{ index: 0, target: "notes" }], [column("Divers", "notes")], key)).toEqual(emptyMemory);
    expect(learnt<string>(emptyMemory, [{ index: 0, target: "notes" }], [column("", "lead")], key)).toEqual(emptyMemory);
  });
});
