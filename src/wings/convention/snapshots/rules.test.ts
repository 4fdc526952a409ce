import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalJson } from "../../../platform/canonical-json.ts";
import { asPlain } from "../../../platform/record/rules.ts";
import type { Actor } from "../../../platform/actor.ts";
import { OrganisationId, PersonId, TerritoryId } from "../../../platform/model.ts";
import { ActionId, blockNames, blocks, type Action, type Plan } from "../../plan/action/model.ts";
import { AxisId } from "../../plan/axes/model.ts";
import { ThemeKey } from "../../territory/territories/model.ts";
import { aConvention, aParty, day } from "../conventions/convention.fixture.ts";
import { SnapshotContent } from "./model.ts";
import type { Convention } from "../conventions/model.ts";
import { freezePlan, frozenPlan } from "../../plan/fiche/frozen.ts";
import { frozenKinds } from "./frozen-kinds.ts";
import { changesSince as changes, freezeConvention, integrityOf, snapshotOf, versionsIn } from "./rules.ts";

const kinds = frozenKinds([{ name: "plan", frozen: frozenPlan }]).map(({ kind }) => kind);
const changesSince = (then: SnapshotContent, now: SnapshotContent) => changes(then, now, kinds);
const freeze = (convention: Convention, plan: Plan, names: ReadonlyMap<string, string>): SnapshotContent =>
  snapshotOf([...freezeConvention(convention, names), ...freezePlan(plan)], names);

const uuid = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, "0")}`;
const hash = (text: string): string => createHash("sha256").update(text).digest("hex");
const names = new Map([[uuid(2_001), "Caf des Vosges"]]);
const textOf = (content: SnapshotContent): string => canonicalJson(asPlain(content));

const conventionId = aConvention().id;
const axis = {
  id: AxisId.parse(uuid(10)),
  conventionId,
  number: 1,
  title: "Mieux connaître",
  plainWords: null,
  frameworkAxisId: null,
};
const anAction = (number: number, title: string, confidentiality: "public" | "shared" | "restricted" = "public"): Action => ({
  id: ActionId.parse(uuid(100 + number)),
  conventionId,
  provenance: { kind: "example" },
  lastNewsAt: new Date("2024-01-01T00:00:00Z"),
  validatedAt: null,
  validatedBy: null,
  identity: blocks.identity.parse({
    number: `1.${number}`,
    title,
    axisId: axis.id,
    themes: ["enfance", "jeunesse"],
    confidentiality,
  }),
  why: blocks.why.parse({}),
  what: blocks.what.parse({}),
  who: blocks.who.parse({ participation: "none" }),
  how: blocks.how.parse({ taxBase: "including_tax" }),
  measures: blocks.measures.parse({}),
  life: blocks.life.parse({ status: "planned" }),
});
const aPlan = (...actions: readonly Action[]): Plan => ({ conventionId, axes: [axis], objectives: [], actions, links: [] });

const signed = aConvention({ parties: [aParty(1), aParty(2)], themes: [ThemeKey.parse("enfance"), ThemeKey.parse("jeunesse")] });
const plan = aPlan(anAction(1, "Ouvrir un lieu d’accueil"), anAction(2, "Former les équipes"));
const then = freeze(signed, plan, names);

describe("what a signature freezes", () => {
  it("does not depend on the order in which things are read", () => {
    const turned: Convention = { ...signed, parties: signed.parties.toReversed(), themes: signed.themes.toReversed() };
    expect(textOf(freeze(turned, { ...plan, actions: plan.actions.toReversed() }, names))).toBe(textOf(then));
  });

  it("leaves out what is not agreed upon: states, signatures, dates of news", () => {
    const later: Convention = {
      ...signed,
      state: "in_force",
      parties: signed.parties.map((party) => ({ ...party, signedOn: day("2023-11-28") })),
    };
    const told = aPlan(...plan.actions.map((action) => ({ ...action, lastNewsAt: new Date("2026-01-01T00:00:00Z") })));
    expect(textOf(freeze(later, told, names))).toBe(textOf(then));
  });

  it("carries the names that it cites, and can be read back", () => {
    expect(then.names).toEqual({ [uuid(2_001)]: "Caf des Vosges" });
    expect(SnapshotContent.parse(JSON.parse(textOf(then)))).toEqual(SnapshotContent.parse(JSON.parse(JSON.stringify(then))));
  });

  it("has another hash exactly when something was changed", () => {
    const field = fc.constantFrom("title", "purpose", "preamble", "communication");
    fc.assert(
      fc.property(field, fc.string({ minLength: 1, maxLength: 40 }), (name, value) => {
        const now = freeze({ ...signed, [name]: value }, plan, names);
        const changes = changesSince(then, now);
        const sameHash = hash(textOf(now)) === hash(textOf(then));
        expect(sameHash).toBe(changes.length === 0);
      }),
    );
  });

  it("is damaged by the change of one character", () => {
    const content = textOf(then);
    expect(integrityOf({ content, hash: hash(content) }, hash)).toBe("intact");
    fc.assert(
      fc.property(fc.nat(content.length - 1), (at) => {
        const bent = `${content.slice(0, at)}${content[at] === "x" ? "y" : "x"}${content.slice(at + 1)}`;
        expect(integrityOf({ content: bent, hash: hash(content) }, hash)).toBe("damaged");
      }),
    );
  });
});

describe("what changed since", () => {
  it("is nothing between a snapshot and itself", () => {
    fc.assert(
      fc.property(fc.subarray([...plan.actions]), fc.subarray([...signed.parties]), (actions, parties) => {
        const content = freeze({ ...signed, parties }, aPlan(...actions), names);
        expect(changesSince(content, content)).toEqual([]);
      }),
    );
  });

  it("is told thing by thing, block by block, field by field", () => {
    const [first] = plan.actions;
    if (first === undefined) throw new Error("an action");
    const moved: Action = {
      ...first,
      identity: { ...first.identity, title: "Ouvrir deux lieux d’accueil" },
      life: { ...first.life, status: "ongoing" },
    };
    const now = freeze(
      { ...signed, purpose: "Servir les familles", parties: [aParty(1, { commitments: "Financer" })] },
      aPlan(moved, anAction(3, "Aller vers les vallées")),
      names,
    );
    expect(changesSince(then, now)).toMatchObject([
      {
        kind: "changed",
        object: "convention",
        block: "texts",
        fields: [{ field: "purpose", before: null, after: "Servir les familles" }],
      },
      { kind: "changed", object: "party", label: "Caf des Vosges", fields: [{ field: "commitments" }] },
      { kind: "removed", object: "party", id: aParty(2).id },
      {
        kind: "changed",
        object: "action",
        block: "identity",
        fields: [{ field: "title", after: "Ouvrir deux lieux d’accueil" }],
      },
      { kind: "changed", object: "action", block: "life", fields: [{ field: "status", before: "planned", after: "ongoing" }] },
      { kind: "removed", object: "action", label: "1.2 Former les équipes" },
      { kind: "added", object: "action", label: "1.3 Aller vers les vallées" },
    ]);
  });

  it("is the same in both directions, added for removed", () => {
    const other = freeze(
      { ...signed, parties: [aParty(2), aParty(3)] },
      aPlan(anAction(2, "Former"), anAction(4, "Écouter")),
      names,
    );
    const turn = { added: "removed", removed: "added", changed: "changed" } as const;
    const told = (changes: ReturnType<typeof changesSince>) => changes.map(({ kind, id }) => `${kind} ${id}`).toSorted();
    expect(told(changesSince(then, other))).toEqual(
      changesSince(other, then)
        .map(({ kind, id }) => `${turn[kind]} ${id}`)
        .toSorted(),
    );
  });

  it("is read by those who may read the thing in both versions, so that a restricted fiche stays closed", () => {
    const leader = OrganisationId.parse(uuid(2_001));
    const [first] = plan.actions;
    if (first === undefined) throw new Error("an action");
    const closed: Action = {
      ...first,
      identity: { ...first.identity, confidentiality: "restricted" },
      who: { ...first.who, leadId: leader },
    };
    const now = freeze(signed, aPlan(closed, ...plan.actions.slice(1)), names);
    const found = changesSince(then, now);
    expect(found).toHaveLength(2);
    const scene = { conventionState: "in_force", versionsOf: versionsIn(then, now) };
    const reads = (actor: Actor): readonly boolean[][] =>
      found.map(({ versions }) => versions.map((version) => frozenPlan.mayRead(actor, version, scene)));
    const territory = TerritoryId.parse(uuid(3_000));
    const someone = { territory, person: PersonId.parse(uuid(3_001)), name: "Alex" };
    // As it was then it was public; as it is now only its lead and those who look after the whole read it.
    for (const open of reads({ role: "public", territory })) expect(open).toEqual([true, false]);
    for (const open of reads({ ...someone, role: "elected", organisation: leader })) expect(open).toEqual([true, false]);
    for (const open of reads({ ...someone, role: "party", organisation: leader })) expect(open).toEqual([true, true]);
    for (const open of reads({ ...someone, role: "coordinator" })) expect(open).toEqual([true, true]);
  });

  it("closes a link between actions to whoever may not read both", () => {
    const [first, second] = plan.actions;
    if (first === undefined || second === undefined) throw new Error("two actions");
    const closed: Action = { ...second, identity: { ...second.identity, confidentiality: "restricted" } };
    const link = { from: first.id, to: closed.id, kind: "relates_to" as const };
    const now = freeze(signed, { ...aPlan(first, closed), links: [link] }, names);
    const [added] = changesSince(freeze(signed, aPlan(first, closed), names), now);
    if (added === undefined) throw new Error("a link");
    const scene = { conventionState: "in_force", versionsOf: versionsIn(then, now) };
    const reads = (actor: Actor): readonly boolean[] => added.versions.map((each) => frozenPlan.mayRead(actor, each, scene));
    const territory = TerritoryId.parse(uuid(3_000));
    expect(reads({ role: "public", territory })).toEqual([false]);
    expect(reads({ role: "coordinator", territory, person: PersonId.parse(uuid(3_001)), name: "Alex" })).toEqual([true]);
  });

  it("knows every block of a fiche", () => {
    expect(Object.keys(then.objects.find(({ kind }) => kind === "action")?.blocks ?? {}).toSorted()).toEqual(
      [...blockNames].toSorted(),
    );
  });
});
