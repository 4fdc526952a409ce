import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Badge, ExampleMark } from "../../../../ui/badge.tsx";
import { Block } from "../../../../ui/layouts/fiche.tsx";
import { words } from "../words.ts";
import type { Fiche } from "./fiche-read.ts";

/** The services of the directory that the action creates, improves or closes: what residents will find of it. */
export const ServicesBlock = ({ visit, fiche: { services } }: { readonly visit: TerritoryVisit; readonly fiche: Fiche }) => {
  const say = words(visit.lang);
  if (services.length === 0) return null;
  return (
    <Block id="services" title={say("services.title")}>
      <ul>
        {services.map(({ effect, service }) => (
          <li>
            {say(`services.${effect}`)} <a href={visit.at(`/annuaire/services/${service.id}`)}>{service.offer.name}</a>{" "}
            {service.state.kind !== "published" && <Badge>{say(`services.${service.state.kind}`)}</Badge>}
            {service.provenance.kind === "example" && <ExampleMark />}
          </li>
        ))}
      </ul>
    </Block>
  );
};
