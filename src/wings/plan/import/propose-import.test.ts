import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accepted, changesOf, heading, known, knowing, relay, sheetOf } from "./import.fixture.ts";
import type { PlanChanges } from "./plan-changes.ts";
import { proposeImport } from "./propose-import.ts";

describe("any sheet", () => {
  const scrap = fc.oneof(
    fc.string({ unit: "binary", maxLength: 20 }),
    fc.constantFrom(
      "Action",
      "Axe 1",
      "Porteur",
      "Total",
      "AXE 2 – B",
      "2024",
      "12 k€",
      "fin 2026",
      "Caf",
      "Caf, MSA",
      "#REF!",
      "Objectif 1",
      "",
      "• a\n• b",
      "En cours",
      "__proto__",
      "constructor",
    ),
    fc.double(),
    fc.constant(null),
  );
  const rows = fc.array(fc.array(scrap, { maxLength: 10 }), { maxLength: 12 });

  it("gives a proposal, a question or a refusal, and never throws", () => {
    fc.assert(
      fc.property(rows, fc.boolean(), (body, headed) => {
        const proposal = proposeImport({ sheets: [sheetOf(headed ? [heading, ...body] : body)], known, existing: [] });
        expect(["proposal", "no-plan-found", "refused"]).toContain(proposal.kind);
      }),
    );
  });

  it("changes nothing the second time, whatever the file", () => {
    fc.assert(
      fc.property(rows, (body) => {
        const all = [heading, ...body];
        const proposal = proposeImport({ sheets: [sheetOf(all)], known, existing: [] });
        if (proposal.kind !== "proposal") return;
        const second = proposeImport({
          sheets: [sheetOf(all)],
          known: knowing(proposal.changes),
          existing: accepted(proposal.changes),
          mapping: proposal.mapping,
          sheet: 0,
        });
        expect(second).toMatchObject({ changes: { counts: { created: 0, changed: 0, toChoose: 0, vanished: 0 } } });
      }),
    );
  });

  it("says the same whatever the order of the rows", () => {
    const row = fc.tuple(
      fc.constantFrom("", "1", "2.1", "A3"),
      fc.constantFrom("Relais", "Guide", "Forum des âges"),
      fc.constantFrom("Axe 1", "2", "Axe 9 – Autre"),
      fc.constantFrom("CCPVM", "Caf", "Asso Les Lutins", "Association les lutins"),
      fc.constantFrom("", "MSA", "Caf et MSA"),
      fc.constantFrom("2025", "fin 2026", "?"),
      fc.constantFrom("", "3.500", "12 k€"),
      fc.constantFrom("", "En cours", "vert"),
      fc.constantFrom("", "Vecoux", "Toutes"),
    );
    const asSet = (changes: PlanChanges) => ({
      rows: changes.rows.map(({ key, kind, to }) => JSON.stringify([key, kind, to])).sort(),
      skipped: changes.skipped.map(({ reason, text }) => `${reason} ${text}`).sort(),
      created: changes.created,
      counts: changes.counts,
    });
    fc.assert(
      fc.property(
        fc
          .array(row, { minLength: 1, maxLength: 8 })
          .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }))),
        ([one, other]) => {
          const mapping = proposeImport({ sheets: [sheetOf([heading, relay])], known, existing: [] });
          if (mapping.kind !== "proposal") throw new Error("no mapping");
          const more = { mapping: mapping.mapping, sheet: 0 };
          expect(asSet(changesOf([heading, ...other], more))).toEqual(asSet(changesOf([heading, ...one], more)));
        },
      ),
    );
  });
});
