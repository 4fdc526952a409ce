import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readForm } from "./form.ts";

describe("a form is read into an object", () => {
  it("reads rows, lists and nested fields", () => {
    const data = new FormData();
    data.append("title", "Relais");
    data.append("milestones[0].title", "Ouverture");
    data.append("milestones[3].title", "Bilan");
    data.append("themes", "enfance");
    data.append("themes", "jeunesse");
    data.append("_add", "milestones");
    expect(readForm(data)).toEqual({
      title: "Relais",
      milestones: [{ title: "Ouverture" }, { title: "Bilan" }],
      themes: ["enfance", "jeunesse"],
    });
  });

  it("leaves out what no store keeps and nobody types", () => {
    expect(readForm([["name", "Le\u0000 relais"]])).toEqual({ name: "Le relais" });
  });

  it("never throws and never reaches a prototype, whatever the names", () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.oneof(fc.string(), fc.constantFrom("__proto__.x", "a[0].constructor", "a.b", "a", "a[1]")), fc.string()),
        ),
        (pairs) => {
          readForm(pairs);
          expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
        },
      ),
    );
  });
});
