import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { done, plantTerritory } from "../../plan/action/territory.fixture.ts";
import { createService } from "../card/use-cases/create-service.ts";
import { editPart } from "../card/use-cases/edit-part.ts";
import { mergeServices } from "./use-cases/merge-services.ts";
import { closeService, publishService } from "../card/use-cases/move-service.ts";
import { savePlace } from "../places/use-cases/save-place.ts";
import { unmergeServices } from "./use-cases/unmerge-services.ts";
import type { ServiceId } from "../card/model.ts";
import { directoryAt, loadDirectory, serviceById } from "../card/store.ts";
import { blanksToFill, differences } from "./merge-cards.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
beforeAll(async () => {
  here = await plantTerritory("200068377");
});
afterAll(() => here.close());

const edit = async (serviceId: ServiceId, part: string, value: object) =>
  done(await here.run(editPart, here.as.coordinator, { serviceId, seen: 100_000, part, value }));
async function card(name: string): Promise<ServiceId> {
  const fields = { organisationId: here.organisations.centre, name: `Exemple : lieu de ${name}`, wheelchair: "unknown" };
  const placeId = done(await here.run(savePlace, here.as.coordinator, fields));
  const id = done(await here.run(createService, here.as.coordinator, { placeId, offer: { name, kind: "eaje" } }));
  done(await here.run(publishService, here.as.coordinator, { serviceId: id }));
  return id;
}
async function load(id: ServiceId) {
  const found = await here.read((tx) => serviceById(tx, id));
  if (found === undefined) throw new Error("the service is not there");
  return found;
}
async function pair() {
  const [kept, other] = [await card("Exemple : crèche"), await card("Exemple : la crèche")];
  await edit(kept, "fees", { fee: "free", details: "Goûter fourni" });
  await edit(other, "fees", { fee: "paid" });
  await edit(other, "forWhom", { minMonths: "2 mois", maxMonths: "3 ans", disability: "welcomed" });
  here.time.now = new Date(here.time.now.getTime() + 60_000);
  return { kept, other };
}
const merge = (serviceId: ServiceId, otherId: ServiceId, take: readonly string[] = []) =>
  here.run(mergeServices, here.as.coordinator, { serviceId, otherId, take });

describe("two cards made one", () => {
  test("what the kept one does not know is taken from the other, unless someone says otherwise", async () => {
    const { kept, other } = await pair();
    const found = differences(await load(kept), await load(other));
    expect(found.map(({ path }) => path)).toEqual(
      expect.arrayContaining(["placeId", "offer.name", "forWhom.minMonths", "fees.fee"]),
    );
    expect(blanksToFill(found)).toEqual(["forWhom.minMonths", "forWhom.maxMonths", "forWhom.disability"]);
    done(await merge(kept, other, ["forWhom.minMonths", "forWhom.maxMonths", "fees.fee"]));
    expect(await load(kept)).toMatchObject({
      offer: { name: "Exemple : crèche" },
      fees: { fee: "paid", details: "Goûter fourni" },
      forWhom: { minMonths: 2, maxMonths: 36, disability: "unknown" },
      state: { kind: "published" },
    });
    expect(await load(other)).toMatchObject({ fees: { fee: "paid" }, state: { kind: "merged", into: kept } });
  });

  test("are put back exactly as they were", async () => {
    const { kept, other } = await pair();
    const before = await here.read((tx) => loadDirectory(tx));
    await here.look((tx) => directoryAt(tx, here.territory));
    done(await merge(kept, other, ["placeId", "forWhom.minMonths", "fees.fee"]));
    expect(await here.read((tx) => loadDirectory(tx))).not.toEqual(before);
    expect(done(await here.run(unmergeServices, here.as.coordinator, { serviceId: other }))).toEqual([]);
    expect(await here.read((tx) => loadDirectory(tx))).toEqual(before);
    expect((await here.look((tx) => directoryAt(tx, here.territory))).directory).toEqual(before);
    // And again, the other way round.
    done(await merge(other, kept));
    done(await here.run(unmergeServices, here.as.coordinator, { serviceId: kept }));
    expect(await here.read((tx) => loadDirectory(tx))).toEqual(before);
  });

  test("what was written on the kept one since stays, and is told", async () => {
    const { kept, other } = await pair();
    done(await merge(kept, other, ["forWhom.minMonths", "fees.fee"]));
    await edit(kept, "fees", { fee: "family_quotient" });
    expect(done(await here.run(unmergeServices, here.as.coordinator, { serviceId: other }))).toEqual(["fees"]);
    expect(await load(kept)).toMatchObject({ fees: { fee: "family_quotient" }, forWhom: { minMonths: null } });
    expect((await load(other)).state).toEqual({ kind: "published" });
  });

  test("only two that are open, and that are two", async () => {
    const { kept, other } = await pair();
    expect((await merge(kept, kept)).kind).toBe("invalid");
    done(await here.run(closeService, here.as.coordinator, { serviceId: other, on: "2026-10-01" }));
    expect((await merge(kept, other)).kind).toBe("invalid");
    expect((await here.run(unmergeServices, here.as.coordinator, { serviceId: kept })).kind).toBe("invalid");
  });
});
