import type { Tx } from "../../../platform/database/database.ts";
import { may } from "../../../platform/rights.ts";
import type { Linked, Reader, Reference } from "../../../platform/wing/contributions.ts";
import { ActionId } from "../../plan/action/model.ts";
import { serviceRights, serviceSubject } from "../card/rights.ts";
import { directoryAt } from "../card/store.ts";
import { servicesOfAction } from "./store.ts";
import { planLinkWords } from "./words.ts";

/** The services that an action of the plan creates, improves or closes, of those that this reader may read. */
export async function servicesOnThread(
  tx: Tx,
  { territory, actor, lang, at }: Reader,
  of: Reference,
): Promise<readonly Linked[]> {
  const id = of.kind === "action" ? ActionId.safeParse(of.id).data : undefined;
  const links = id === undefined ? [] : await servicesOfAction(tx, id);
  if (links.length === 0) return [];
  const say = planLinkWords(lang);
  const { directory } = await directoryAt(tx, territory.id);
  return links.flatMap(({ serviceId, effect }): Linked[] => {
    const service = directory.services.get(serviceId);
    const place = service && directory.places.get(service.placeId);
    if (service === undefined || place === undefined) return [];
    if (!may(serviceRights.read, actor, serviceSubject(service, place))) return [];
    const { kind } = service.state;
    return [
      {
        side: "outcome",
        relation: say(`thread.${effect}`),
        to: { kind: "service", id: service.id },
        title: service.offer.name,
        href: at(`/annuaire/services/${service.id}`),
        state: kind === "published" ? null : say(`thread.${kind}`),
        example: service.provenance.kind === "example",
      },
    ];
  });
}
