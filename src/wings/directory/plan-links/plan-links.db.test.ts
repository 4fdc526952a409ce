import { afterAll, beforeAll, expect, test } from "vitest";
import { ActionId } from "../../plan/action/model.ts";
import { deleteAction } from "../../plan/deletion/use-cases/delete-action.ts";
import { restoreAction } from "../../plan/deletion/use-cases/restore-action.ts";
import { loadActions } from "../../plan/action/store.ts";
import { actionsOf, done, plantTerritory } from "../../plan/action/territory.fixture.ts";
import { readEvents } from "../../../platform/history/store.ts";
import { v7 } from "../../../platform/id.ts";
import { createService } from "../card/use-cases/create-service.ts";
import { linkAction } from "./use-cases/link-action.ts";
import { publishService } from "../card/use-cases/move-service.ts";
import { savePlace } from "../places/use-cases/save-place.ts";
import { unlinkAction } from "./use-cases/unlink-action.ts";
import type { PlaceId } from "../places/model.ts";
import type { ServiceId } from "../card/model.ts";
import { actionsOfService, servicesOfAction } from "./store.ts";

let here: Awaited<ReturnType<typeof plantTerritory>>;
let placeId: PlaceId;
const actions = actionsOf(() => here);
beforeAll(async () => {
  here = await plantTerritory("200068377");
  const fields = { organisationId: here.organisations.caf, name: "Exemple : maison", wheelchair: "unknown" };
  placeId = done(await here.run(savePlace, here.as.coordinator, fields));
});
afterAll(() => here.close());

const create = async (name = "Exemple : crèche"): Promise<ServiceId> =>
  done(await here.run(createService, here.as.coordinator, { placeId, offer: { name, kind: "eaje" } }));
const link = (
  serviceId: ServiceId,
  actionId: string,
  effect: string,
  actor: Parameters<typeof here.run>[1] = here.as.coordinator,
) => here.run(linkAction, actor, { serviceId, actionId, effect });
const told = async (kind: string, id: string, block: string) =>
  (await here.read((tx) => readEvents(tx, { kind, id }))).filter((event) => event.block === block);

test("an action creates, then improves a service: it is said once, on both sides, and both remember", async () => {
  const [serviceId, actionId] = [await create(), await actions.create()];
  done(await here.run(publishService, here.as.coordinator, { serviceId }));
  done(await link(serviceId, actionId, "creates"));
  done(await link(serviceId, actionId, "creates"));
  done(await link(serviceId, actionId, "improves"));
  const both = [{ serviceId, actionId, effect: "improves" }];
  expect(await here.read((tx) => actionsOfService(tx, serviceId))).toEqual(both);
  expect(await here.read((tx) => servicesOfAction(tx, actionId))).toEqual(both);
  expect(await told("service", serviceId, "actions")).toHaveLength(2);
  expect((await told("action", actionId, "services")).map(({ after }) => after)).toContainEqual(
    expect.objectContaining({ title: "Exemple : crèche" }),
  );
  done(await here.run(unlinkAction, here.as.coordinator, { serviceId, actionId }));
  expect(await here.read((tx) => actionsOfService(tx, serviceId))).toEqual([]);
  expect((await here.run(unlinkAction, here.as.coordinator, { serviceId, actionId })).kind).toBe("missing");
});

test("the history of an action does not name a service that is not published", async () => {
  const [serviceId, actionId] = [await create("Exemple : en secret"), await actions.create()];
  done(await link(serviceId, actionId, "creates"));
  done(await here.run(unlinkAction, here.as.coordinator, { serviceId, actionId }));
  const events = await told("action", actionId, "services");
  expect(events).toHaveLength(2);
  expect(JSON.stringify(events)).not.toContain("secret");
});

test("the history of a card does not name an action that is restricted", async () => {
  const serviceId = await create();
  const identity = { ...actions.identity(), title: "Exemple : en secret", confidentiality: "restricted" };
  done(await link(serviceId, await actions.create({ identity }), "improves"));
  const events = await told("service", serviceId, "actions");
  expect(events).toHaveLength(1);
  expect(JSON.stringify(events)).not.toContain("secret");
});

test("an action that one may not read, or that is not there, is not to be linked", async () => {
  const serviceId = await create();
  const hidden = await actions.create({ identity: { ...actions.identity(), confidentiality: "restricted" } });
  const unknown = [{ path: "actionId", message: expect.any(String) }];
  expect(await link(serviceId, hidden, "improves", here.as.caf)).toMatchObject({ kind: "invalid", problems: unknown });
  const nowhere = ActionId.parse(v7(new Date()));
  expect(await link(serviceId, nowhere, "improves")).toMatchObject({ kind: "invalid", problems: unknown });
});

test("an action that is deleted leaves no trace on the card, and finds its services again when it comes back", async () => {
  const [serviceId, actionId] = [await create(), await actions.create()];
  const onCard = () =>
    here.read(async (tx) => {
      const links = await actionsOfService(tx, serviceId);
      const linked = await loadActions(
        tx,
        links.map((each) => each.actionId),
      );
      return linked.map(({ id }) => id);
    });
  done(await link(serviceId, actionId, "closes"));
  done(await here.run(deleteAction, here.as.coordinator, { actionId }));
  expect(await onCard()).toEqual([]);
  done(await here.run(restoreAction, here.as.coordinator, { actionId }));
  expect(await onCard()).toEqual([actionId]);
});
