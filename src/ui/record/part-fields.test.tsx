import { expect, test } from "vitest";
import { z } from "zod";
import { line, optional, prose, rowsOf, setOf, writtenCents, writtenDay } from "../../platform/model.ts";
import { draw } from "../draw.fixture.ts";
import { PartFields, type PartLook } from "./part-fields.tsx";
import { tellValues } from "./telling.tsx";
import { typedPart } from "./typed-part.ts";

const Pace = z.enum(["weekly", "monthly"]);
const Part = z.object({
  title: line(80),
  start: optional(writtenDay),
  stake: optional(prose(5_000)),
  pace: Pace,
  places: setOf(z.string()),
  funding: rowsOf(z.object({ id: z.string().optional(), planned: optional(writtenCents) })),
});
const look: PartLook = {
  lang: "fr",
  label: (field) => `Nom de ${field}`,
  hint: (field) => (field === "stake" ? "En une phrase" : undefined),
  choice: (_, value) => (value === "weekly" ? "Chaque semaine" : value),
  lists: { places: [{ value: "88383", label: "Remiremont" }] },
  attributes: { title: { width: "short" } },
  sideBySide: [
    ["title", "start"],
    ["title", "nowhere"],
  ],
  draw: { pace: ({ field }) => <p class="own">{field.label}</p> },
};
const value = { title: "Un relais", start: null, stake: "Accueillir", pace: "weekly", places: ["88383"] };
const typed = typedPart(Part, { ...value, funding: [{ id: "a", planned: 350_050 }] });

test("amounts stand in a form as euros, and nothing as a blank", () => {
  expect(typed).toEqual({ ...value, start: "", funding: [{ id: "a", planned: "3500,50" }] });
});

test("each field is drawn from its schema, with what was typed and what is wrong", async () => {
  const errors = { "funding.0.planned": "Ce montant n’est pas compris." };
  const document = await draw(<PartFields part={Part} look={look} typed={typed} errors={errors} />);
  const at = (name: string) => document.querySelector(`[name="${name}"]`);
  expect(document.querySelector(".field-row")?.querySelectorAll("input")).toHaveLength(2);
  expect(at("title")?.hasAttribute("required")).toBe(true);
  expect(at("start")?.getAttribute("type")).toBe("date");
  expect(at("stake")?.textContent).toContain("Accueillir");
  expect(at("stake")?.closest(".field")?.textContent).toContain("En une phrase");
  expect(document.querySelector(".own")?.textContent).toBe("Nom de pace");
  expect(at("places")?.hasAttribute("checked")).toBe(true);
  expect(at("funding.0.id")?.getAttribute("value")).toBe("a");
  expect(at("funding.0.planned")?.getAttribute("aria-invalid")).toBe("true");
  expect(at("funding.1.planned")?.getAttribute("value")).toBe("");
});

test("values are told by what their fields hold, and those of a field that is gone by what they are", async () => {
  const tell = tellValues({ only: Part }, { lang: "fr", choice: look.choice, names: {}, own: {} });
  const said = async (field: string, told: Parameters<typeof tell>[1]) => (await draw(<>{tell(field, told)}</>)).body.textContent;
  expect(await said("start", "2026-03-03")).toContain("3 mars");
  expect(await said("pace", "weekly")).toBe("Chaque semaine");
  expect(await said("stake", null)).toBe("");
  expect(await said("forgotten", "un mot")).toBe("un mot");
  expect(await said("forgotten", 1_500.5)).toMatch(/^1\s500,5$/);
});
