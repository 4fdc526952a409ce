import { Hono, type Context } from "hono";
import { dayOf } from "../../../../platform/clock.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Outcome } from "../../../../platform/use-case.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Badge } from "../../../../ui/badge.tsx";
import { Button } from "../../../../ui/button.tsx";
import { ErrorSummary, errorList, Form } from "../../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Progress } from "../../../../ui/progress.tsx";
import { RoundMails } from "../../../../ui/round-mails.tsx";
import { show, type Found } from "../../../../ui/show.tsx";
import { Table } from "../../../../ui/table.tsx";
import { endCampaign, remindCampaign, revokeLink } from "../use-cases/run-campaign.ts";
import { mailsNotGone, type WaitingMail } from "../../../../platform/mail/store.ts";
import { RoundId, type Round } from "../../../../platform/rounds/model.ts";
import { answeredOf, progressBy, standingsOf, toTelephone, type Standing } from "../../../../platform/rounds/rules.ts";
import { listLinks, listRounds } from "../../../../platform/rounds/store.ts";
import { campaignKind, keeperAnswers, type KeeperAnswer } from "../model.ts";
import { upkeepWords } from "../words.ts";
import type { Place } from "../../places/model.ts";
import { ServiceId, type Service } from "../../card/model.ts";
import { directoryRights } from "../../card/rights.ts";
import { directoryContextFor, type DirectoryContext } from "../../card/pages/card-read.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { campaigns, crumbsOf, home } from "./campaign-new.tsx";
import { timeText } from "../../../../platform/french/time.ts";

interface Line extends Standing<KeeperAnswer> {
  readonly service: Service;
  readonly place: Place;
}

interface OpenCampaign extends DirectoryContext {
  readonly campaign: Round;
  readonly lines: readonly Line[];
  readonly notGone: readonly WaitingMail[];
}

/** A campaign with where each of its cards stands. A card that is no longer there is not counted. */
async function readCampaign(visit: TerritoryVisit, address: string): Promise<Found<OpenCampaign>> {
  const found = await directoryContextFor(visit, directoryRights.campaign);
  const id = RoundId.safeParse(address);
  if (found.kind !== "found") return found;
  if (!id.success) return { kind: "missing" };
  const context = found.value;
  return visit.read(async (tx): Promise<Found<OpenCampaign>> => {
    const campaign = (await listRounds(tx, campaignKind)).find((each) => each.id === id.data);
    if (campaign === undefined) return { kind: "missing" };
    const lines = standingsOf(await listLinks(tx, [campaign.id]), keeperAnswers).flatMap((line): Line[] => {
      const service = context.directory.services.get(ServiceId.parse(line.objectId));
      const place = service && context.directory.places.get(service.placeId);
      return service === undefined || place === undefined ? [] : [{ ...line, service, place }];
    });
    return { kind: "found", value: { ...context, campaign, lines, notGone: await mailsNotGone(tx, campaign.id) } };
  });
}

interface CampaignProps {
  readonly visit: TerritoryVisit;
  readonly open: OpenCampaign;
  readonly errors?: Readonly<Record<string, string>>;
}

const byCommune = ({ lines, names }: OpenCampaign) =>
  progressBy(lines, ({ place }) => place.communeCode)
    .map(({ group, ...progress }) => ({ commune: group === null ? null : names.commune(group), ...progress }))
    .toSorted((a, b) => (a.commune ?? "~").localeCompare(b.commune ?? "~", "fr"));

/** Those to telephone: one line a keeper, with all that they were asked for. */
const Silent = ({ visit, open }: CampaignProps) => {
  const say = upkeepWords(visit.lang);
  const silent = toTelephone(open.lines).map(({ email, lines }) => ({
    email,
    lines,
    keeper: lines.map(({ service }) => service.internal).find(({ keeperName }) => keeperName !== null),
  }));
  const phones = (lines: readonly Line[]) => [
    ...new Set(lines.flatMap(({ service, place }) => service.internal.phone ?? service.wayIn.phone ?? place.phone ?? [])),
  ];
  return (
    <Section title={say("silent.title", { count: silent.length })} intro={silent.length > 0 && say("silent.intro")} id="appeler">
      <Table
        caption={say("silent.caption")}
        hideCaption
        narrowly="blocks"
        rows={silent}
        empty={<p class="missing">{say("silent.none")}</p>}
        columns={[
          { key: "who", label: say("silent.who"), cell: ({ email, keeper }) => keeper?.keeperName ?? email },
          {
            key: "phone",
            label: say("silent.phone"),
            cell: ({ lines }) =>
              phones(lines).length === 0 ? (
                say("silent.noPhone")
              ) : (
                <ul class="plain-list">
                  {phones(lines).map((phone) => (
                    <li>
                      <a class="call" href={`tel:${phone.replace(/[^+\d]/g, "")}`}>
                        {phone}
                      </a>
                    </li>
                  ))}
                </ul>
              ),
          },
          {
            key: "cards",
            label: say("silent.cards"),
            cell: ({ lines }) => (
              <ul class="plain-list">
                {lines.map(({ service }) => (
                  <li>
                    <a href={visit.at(`/annuaire/services/${service.id}/modifier`)}>{service.offer.name}</a>
                  </li>
                ))}
              </ul>
            ),
          },
          {
            key: "mail",
            label: say("silent.mail"),
            narrow: true,
            cell: ({ lines: [first] }) => first && timeText(visit.lang, dayOf(first.remindedAt ?? first.askedAt)),
          },
        ]}
      />
    </Section>
  );
};

const tones = { confirmed: "good", corrected: "good", silent: "plain", revoked: "plain" } as const;

const CampaignPage = ({ visit, open, errors = {} }: CampaignProps) => {
  const say = upkeepWords(visit.lang);
  const { campaign, lines } = open;
  const at = visit.at(`${campaigns}/${campaign.id}`);
  const { done, total } = answeredOf(lines);
  const isRunning = campaign.endedAt === null;
  return (
    <DirectoryScreen visit={visit} title={campaign.name} tab={home} crumbs={crumbsOf(visit)}>
      <ErrorSummary errors={errorList(errors)} />
      <PageHeading
        above={say("campaign.above", { by: campaign.startedBy, on: timeText(visit.lang, dayOf(campaign.startedAt)) })}
        title={campaign.name}
        marks={<Badge tone={isRunning ? "accent" : "plain"}>{say(isRunning ? "campaign.running" : "campaign.ended")}</Badge>}
        intro={say("campaign.state", { done, total, until: timeText(visit.lang, campaign.closesOn) })}
        actions={
          isRunning && (
            <>
              {done < total && (
                <Form action={`${at}/relancer`} inline>
                  <Button look="main">{say("remind")}</Button>
                </Form>
              )}
              <Form action={`${at}/terminer`} inline>
                <Button>{say("campaign.end")}</Button>
              </Form>
            </>
          )
        }
      />
      <RoundMails lang={visit.lang} mails={open.notGone} now={visit.runtime.clock.now()} />
      <Progress done={done} total={total} label={say("campaign.cards")} />
      <Section title={say("campaign.byCommune")}>
        <Table
          caption={say("campaign.byCommune")}
          hideCaption
          narrowly="blocks"
          rows={byCommune(open)}
          columns={[
            { key: "commune", label: say("campaign.commune"), cell: ({ commune }) => commune ?? say("campaign.elsewhere") },
            {
              key: "progress",
              label: say("campaign.answered"),
              cell: (row) => <Progress done={row.done} total={row.total} label={say("campaign.cards")} />,
            },
          ]}
        />
      </Section>
      {isRunning && <Silent visit={visit} open={open} />}
      <details class="fold">
        <summary>{say("campaign.all")}</summary>
        <Table
          caption={say("campaign.all")}
          hideCaption
          narrowly="blocks"
          rows={lines}
          columns={[
            {
              key: "card",
              label: say("silent.cards"),
              cell: ({ service }) => <a href={visit.at(`/annuaire/services/${service.id}/modifier`)}>{service.offer.name}</a>,
            },
            { key: "email", label: say("campaign.sentTo"), cell: ({ email }) => <span class="typed">{email}</span> },
            {
              key: "state",
              label: say("campaign.answer"),
              narrow: true,
              cell: ({ state }) => <Badge tone={tones[state]}>{say(`answer.${state}`)}</Badge>,
            },
            {
              key: "do",
              label: <span class="sr-only">{say("revoke")}</span>,
              cell: ({ latest, service }) =>
                isRunning &&
                latest.revokedAt === null && (
                  <Form action={`${at}/liens/${latest.id}/reprendre`} inline>
                    <Button look="quiet" about={service.offer.name}>
                      {say("revoke")}
                    </Button>
                  </Form>
                ),
            },
          ]}
        />
      </details>
    </DirectoryScreen>
  );
};

type C = Context<TerritoryEnv>;

/** Answers a press on a campaign: back to it, with what was done or what stands in the way. */
async function answerOnCampaign<Value>(c: C, outcome: Outcome<Value>, said: (value: Value) => string): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param("id") ?? "";
  const found = await readCampaign(visit, id);
  return answer(c, outcome, {
    done: (value) => ({ to: visit.at(`${campaigns}/${id}`), said: said(value) }),
    again: (errors) =>
      found.kind === "found" ? <CampaignPage visit={visit} open={found.value} errors={errors} /> : <MissingPage visit={visit} />,
  });
}

/** Rounds in which the keepers of cards are asked whether they are right: `/annuaire/gestion/campagnes`. */
export const campaignPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get(`${campaigns}/:id`, async (c) =>
      show(c, await readCampaign(c.var.visit, c.req.param("id")), (open) => <CampaignPage visit={c.var.visit} open={open} />),
    )
    .post(`${campaigns}/:id/relancer`, async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(remindCampaign, { campaignId: c.req.param("id") });
      return answerOnCampaign(c, outcome, (count) => upkeepWords(visit.lang)("remind.done", { count }));
    })
    .post(`${campaigns}/:id/terminer`, async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(endCampaign, { campaignId: c.req.param("id") });
      return answerOnCampaign(c, outcome, () => upkeepWords(visit.lang)("campaign.over"));
    })
    .post(`${campaigns}/:id/liens/:link/reprendre`, async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(revokeLink, { linkId: c.req.param("link") });
      return answerOnCampaign(c, outcome, () => upkeepWords(visit.lang)("revoke.done"));
    });
