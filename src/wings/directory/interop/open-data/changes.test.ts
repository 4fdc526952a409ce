import { expect, test } from "vitest";
import { exampleDirectory } from "../../../../demo/services/example-directory.fixture.ts";
import type { Event } from "../../../../platform/history/model.ts";
import { asPlain } from "../../../../platform/record/rules.ts";
import type { ServiceState } from "../../card/model.ts";
import { publicChanges, type PublicChange } from "./changes.ts";

const directory = exampleDirectory();
const [service] = [...directory.services.values()].filter(({ state }) => state.kind === "published");
if (service === undefined) throw new Error("no service");

type Told = Pick<Event, "verb"> & Partial<Pick<Event, "block" | "before" | "object">> & { readonly day?: string };

/** Events as they are told, the oldest first; the feed reads the newest first. */
const after = (now: ServiceState, told: readonly Told[]): readonly PublicChange[] => {
  const events = told.map(({ day = "2026-11-20", ...rest }, seq): Event => ({
    seq,
    at: new Date(`${day}T09:00:00Z`),
    actor: { person: null, name: "Une personne", role: "coordinator" },
    action: "essai",
    object: { kind: "service", id: service.id, label: "Crèche" },
    block: null,
    before: null,
    after: null,
    ...rest,
  }));
  const services = new Map(directory.services).set(service.id, { ...service, state: now });
  return publicChanges(events.toReversed(), { services, places: directory.places });
};
const kinds = (changes: readonly PublicChange[]): readonly string[] =>
  changes.map((change) => (change.kind === "changed" ? change.parts.join("+") : change.kind));

const draft = asPlain({ kind: "draft" });
const published = asPlain({ kind: "published" });
const open: ServiceState = { kind: "published" };

test("what happened to a card before it was published is nobody's business", () => {
  const told: readonly Told[] = [
    { verb: "created" },
    { verb: "changed", block: "fees" },
    { verb: "moved", block: "state", before: draft },
    { verb: "changed", block: "opening" },
  ];
  expect(kinds(after(open, told))).toEqual(["opening", "published"]);
  expect(after({ kind: "draft" }, told.slice(0, 2))).toEqual([]);
});

test("a card that never was public closes in silence", () => {
  const told: readonly Told[] = [{ verb: "created" }, { verb: "moved", block: "state", before: draft }];
  expect(after({ kind: "closed", on: service.verifiedOn ?? ("2026-01-01" as never), reason: null }, told)).toEqual([]);
});

test("a service closes, and comes back", () => {
  const closed = asPlain({ kind: "closed", on: "2026-11-01", reason: null });
  const told: readonly Told[] = [
    { verb: "moved", block: "state", before: published },
    { verb: "changed", block: "fees" },
    { verb: "moved", block: "state", before: closed },
  ];
  expect(kinds(after(open, told))).toEqual(["reopened", "closed"]);
});

test("several changes of a day are one, and what is inside or only verified is none", () => {
  const told: readonly Told[] = [
    { verb: "changed", block: "fees", day: "2026-11-19" },
    { verb: "changed", block: "opening" },
    { verb: "changed", block: "internal" },
    { verb: "changed", block: "verified" },
    { verb: "changed", block: "exchanged" },
    { verb: "changed", block: "fees" },
  ];
  expect(kinds(after(open, told))).toEqual(["fees+opening", "fees"]);
});

test("a place changes for those who go there, and not where nobody does", () => {
  const here = { kind: "place", id: service.placeId, label: "Maison" };
  const elsewhere = { kind: "place", id: "01920000-0000-7000-8000-000000000099", label: "Ailleurs" };
  expect(kinds(after(open, [{ verb: "changed", block: "place", object: here }]))).toEqual(["place"]);
  expect(after(open, [{ verb: "changed", block: "place", object: elsewhere }])).toEqual([]);
});
