import { Hono } from "hono";
import { dayOf } from "../../../../platform/clock.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Badge, ExampleMark } from "../../../../ui/badge.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { documentAnswer } from "../../../../ui/document-answer.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { serviceSheet } from "../../booklets/service-sheet.ts";
import { openText } from "../../hours/words.ts";
import { openState } from "../../hours/opening.ts";
import { freshnessOf } from "../../upkeep/freshness.ts";
import { ServiceId } from "../../card/model.ts";
import { communeOf } from "../../card/names.ts";
import { publicWords } from "../../search/words.ts";
import { readCard, readDirectoryContext, type DirectoryContext, type OpenCard } from "../../card/pages/card-read.ts";
import { PlanLinksAnswer, readPlanLinks, type LinkedAction } from "../../plan-links/pages/plan-links.tsx";
import { QrCode } from "../../card/pages/qr-code.tsx";
import { freshnessTone } from "../../search/pages/result-card.tsx";
import { searchAddress } from "../../search/pages/search-query.ts";
import { Carriers, Cost, ForWhom, HowToRegister, When, Where, WhomToCall } from "./service-answers.tsx";
import { timeText } from "../../../../platform/french/time.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly card: OpenCard;
  readonly links: readonly LinkedAction[];
}

/** How fresh the card is, and where it comes from: what tells whether to trust it. */
export function trustText(visit: TerritoryVisit, { service }: Pick<OpenCard, "service">): readonly string[] {
  const say = publicWords(visit.lang);
  const freshness = freshnessOf(service.verifiedOn, dayOf(visit.runtime.clock.now()));
  const on = service.verifiedOn === null ? "" : timeText(visit.lang, service.verifiedOn);
  return [
    freshness === "never" ? say("freshness.never") : say(`freshness.${freshness}`, { on }),
    ...(service.provenance.kind === "sourced" ? [say("source", { source: service.provenance.source })] : []),
  ];
}

const ServicePage = ({ visit, card, links }: Props) => {
  const { service, place, names, lists, can } = card;
  const say = publicWords(visit.lang);
  const now = visit.runtime.clock.now();
  const state = openState(service.opening, now);
  const open = openText(visit.lang, state, now);
  const kind = names.plainKind(service.offer.kind);
  const at = visit.at(`/annuaire/services/${service.id}`);
  const address = new URL(at, visit.runtime.origin).href;
  const props = { visit, card };
  return (
    <Screen
      visit={visit}
      title={service.offer.name}
      description={say("service.description", { kind, place: communeOf(place, lists) ?? place.name })}
      crumbs={[{ label: say("service.crumb"), href: visit.at("/annuaire") }]}
    >
      <PageHeading
        above={kind}
        title={service.offer.name}
        marks={
          <>
            {open !== null && <Badge tone={state.kind === "open" ? "good" : "plain"}>{open}</Badge>}
            {service.provenance.kind === "example" && <ExampleMark />}
          </>
        }
        intro={service.offer.description !== null && <p class="typed">{service.offer.description}</p>}
        actions={
          can.edit && (
            <ButtonLink icon="pencil" href={`${at}/modifier`}>
              {say("edit")}
            </ButtonLink>
          )
        }
      />
      <div class="service-answers">
        <ForWhom {...props} />
        <When {...props} />
        <Where {...props} />
        <WhomToCall {...props} />
        <HowToRegister {...props} />
        <Cost {...props} />
        <Carriers {...props} />
        <PlanLinksAnswer visit={visit} links={links} />
      </div>
      <footer class="service-trust">
        <Badge tone={freshnessTone(freshnessOf(service.verifiedOn, dayOf(now)))}>
          {say(`freshness.short.${freshnessOf(service.verifiedOn, dayOf(now))}`)}
        </Badge>
        {trustText(visit, card).map((text) => (
          <p>{text}</p>
        ))}
        <p class="actions no-print">
          <a href={`${at}/proposer`}>{say("propose")}</a>
          <a href={`${at}/fiche.pdf`}>{say("print")}</a>
        </p>
        <details class="share no-print">
          <summary>{say("share")}</summary>
          <p>{say("share.text")}</p>
          <p class="typed">{address}</p>
          <QrCode text={address} label={say("share.code", { address })} />
        </details>
      </footer>
    </Screen>
  );
};

/** What a family finds at the address of a service that has closed: not an error, and where to look next. */
const ClosedPage = ({
  visit,
  context,
  id,
}: {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly id: ServiceId;
}) => {
  const say = publicWords(visit.lang);
  const service = context.directory.services.get(id);
  if (service === undefined) return <MissingPage visit={visit} />;
  return (
    <Screen visit={visit} title={say("closed.title")} crumbs={[{ label: say("service.crumb"), href: visit.at("/annuaire") }]}>
      <PageHeading
        title={say("closed.title")}
        intro={say("closed.text", { name: service.offer.name })}
        actions={
          <ButtonLink look="main" href={searchAddress(visit, { kind: service.offer.kind })}>
            {say("closed.search", { kind: context.names.plainKind(service.offer.kind) })}
          </ButtonLink>
        }
      />
    </Screen>
  );
};

/** A service as families read it: `/annuaire/services/:id`, and its page to print. */
export const servicePages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/services/:id", async (c) => {
      const { visit } = c.var;
      const found = await readCard(visit, c.req.param("id"));
      const id = ServiceId.safeParse(c.req.param("id"));
      if (id.success && found.kind !== "missing") {
        const context = await visit.read((tx) => readDirectoryContext(tx, visit));
        const state = context.directory.services.get(id.data)?.state;
        if (state?.kind === "merged") return c.redirect(visit.at(`/annuaire/services/${state.into}`), 301);
        if (state?.kind === "closed" && found.kind === "refused")
          return c.html(<ClosedPage visit={visit} context={context} id={id.data} />, 410);
      }
      return show(c, found, async (card) => (
        <ServicePage visit={visit} card={card} links={await readPlanLinks(visit, card.service.id)} />
      ));
    })
    .get("/annuaire/services/:id/fiche.pdf", async (c) =>
      show(c, await readCard(c.var.visit, c.req.param("id")), (card) =>
        documentAnswer(c, serviceSheet(c.var.visit, card, trustText(c.var.visit, card)), "pdf"),
      ),
    );
