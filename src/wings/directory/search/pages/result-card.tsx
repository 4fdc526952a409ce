import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { Badge, ExampleMark } from "../../../../ui/badge.tsx";
import { cardWords } from "../../card/words.ts";
import { openText } from "../../hours/words.ts";
import { openState } from "../../hours/opening.ts";
import { freshnessOf } from "../../upkeep/freshness.ts";
import { communeOf } from "../../card/names.ts";
import { publicWords } from "../words.ts";
import type { Reason, Result } from "../model.ts";
import type { DirectoryContext } from "../../card/pages/card-read.ts";
import { agesText } from "../../card/card-text.ts";
import { reasonText } from "./reasons.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly result: Result;
  /** Its number in the list, and on the map. */
  readonly number: number;
}

/** One service among those that were found: what a parent decides by, and why it is there. */
export const ResultCard = ({ visit, context, result: { service, km, why, leftOut }, number }: Props) => {
  const { lang } = visit;
  const { directory, lists, names } = context;
  const say = publicWords(lang);
  const now = visit.runtime.clock.now();
  const place = directory.places.get(service.placeId);
  const state = openState(service.opening, now);
  const open = openText(lang, state, now);
  const distance = km === null ? null : km < 1 ? say("result.close") : say("result.km", { km: Math.round(km) });
  const where = [place?.name, place && communeOf(place, lists), distance].filter((each) => typeof each === "string");
  const listed = (reasons: readonly Reason[]) => reasons.map((reason) => reasonText(lang, names, reason)).join(", ");
  return (
    <article class="result">
      <p class="result-kind">{names.plainKind(service.offer.kind)}</p>
      <h3 class="result-name">
        <span class="result-number" aria-hidden="true">
          {number}
        </span>
        <a href={visit.at(`/annuaire/services/${service.id}`)}>{service.offer.name}</a>
      </h3>
      <p class="result-where">{where.join(" · ")}</p>
      <ul class="result-facts">
        {open !== null && <li class={state.kind === "open" ? "result-open" : undefined}>{open}</li>}
        {agesText(lang, service.forWhom) !== null && <li>{agesText(lang, service.forWhom)}</li>}
        {service.fees.fee !== "unknown" && <li>{cardWords(lang)(`fee.${service.fees.fee}`)}</li>}
      </ul>
      <div class="marks">
        <Badge tone={freshnessTone(freshnessOf(service.verifiedOn, dayOf(now)))}>
          {say(`freshness.short.${freshnessOf(service.verifiedOn, dayOf(now))}`)}
        </Badge>
        {service.provenance.kind === "example" && <ExampleMark />}
      </div>
      {why.length > 0 && <p class="result-why">{say("result.why", { reasons: listed(why) })}</p>}
      {leftOut.length > 0 && <p class="result-why">{say("result.leftOut", { reasons: listed(leftOut) })}</p>}
    </article>
  );
};

/** What is fresh reassures; what is not asks for a call. */
export const freshnessTone = (freshness: ReturnType<typeof freshnessOf>) =>
  freshness === "recent" ? "good" : freshness === "year" ? "plain" : "wait";
