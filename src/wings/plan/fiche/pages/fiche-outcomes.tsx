import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Badge, ExampleMark } from "../../../../ui/badge.tsx";
import { FicheBlock } from "../../../../ui/layouts/fiche.tsx";
import { actionWords } from "../../action/words.ts";
import type { Fiche } from "./fiche-read.ts";

/** What came of the action in the other wings, such as the services that residents will find of it. */
export const OutcomesBlock = ({ visit, fiche: { linked } }: { readonly visit: TerritoryVisit; readonly fiche: Fiche }) => {
  const outcomes = linked.filter(({ side }) => side === "outcome");
  if (outcomes.length === 0) return null;
  return (
    <FicheBlock id="services" title={actionWords(visit.lang)("outcomes.title")}>
      <ul>
        {outcomes.map(({ relation, title, href, state, example }) => (
          <li>
            {relation} <a href={href}>{title}</a> {state !== null && <Badge>{state}</Badge>}
            {example && <ExampleMark />}
          </li>
        ))}
      </ul>
    </FicheBlock>
  );
};
