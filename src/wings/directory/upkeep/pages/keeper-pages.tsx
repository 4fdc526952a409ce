import { Hono, type Context } from "hono";
import { z } from "zod";
import { dayOf } from "../../../../platform/clock.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { fieldErrors } from "../../../../ui/form/typed.ts";
import { Form } from "../../../../ui/form/form.tsx";
import { Fiche } from "../../../../ui/layouts/fiche.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { cardWords } from "../../card/words.ts";
import { confirmCard, correctCard } from "../use-cases/answer-by-link.ts";
import { linkStateOf } from "../../../../platform/rounds/rules.ts";
import { digestOf, Secret } from "../../../../platform/rounds/secret.ts";
import { linkByDigest } from "../../../../platform/rounds/store.ts";
import { upkeepWords } from "../words.ts";
import type { Place } from "../../places/model.ts";
import { ServiceId, type Service } from "../../card/model.ts";
import { readDirectoryContext, type DirectoryContext } from "../../card/pages/card-read.ts";
import { PartBlock } from "../../card/pages/part-block.tsx";
import type { PartState } from "../../../../ui/record/part-form.tsx";
import { PartForm, readPartForm } from "../../card/pages/part-form.tsx";
import { typedOf } from "../../card/pages/typed.ts";
import { timeText } from "../../../../platform/french/time.ts";

/** What a keeper may correct, in the order in which a family asks. Who carries the service is said by those who hold the directory. */
const keptParts = ["offer", "forWhom", "opening", "where", "wayIn", "fees", "capacity"] as const;
type KeptPart = (typeof keptParts)[number];
const KeptPartName = z.enum(keptParts);

interface Opened {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly service: Service;
  readonly place: Place;
  readonly secret: Secret;
  readonly seq: number;
  /** Who passed the card on can read it still. */
  readonly isPassedOn: boolean;
}

type Opening = { readonly kind: "open"; readonly opened: Opened } | { readonly kind: "missing" } | { readonly kind: "shut" };

/** What the link in a mail opens: its card, or the reason why it no longer does. */
async function openByLink(visit: TerritoryVisit, address: string): Promise<Opening> {
  const secret = Secret.safeParse(address);
  if (!secret.success) return { kind: "missing" };
  return visit.read(async (tx): Promise<Opening> => {
    const link = await linkByDigest(tx, digestOf(secret.data));
    if (link === undefined) return { kind: "missing" };
    const context = await readDirectoryContext(tx, visit);
    const service = context.directory.services.get(ServiceId.parse(link.objectId));
    const place = service && context.directory.places.get(service.placeId);
    const state = linkStateOf(link, visit.runtime.clock.now());
    const isOpen = state === "open" || state === "passed";
    if (service === undefined || place === undefined || service.state.kind !== "published" || !isOpen) return { kind: "shut" };
    const seq = await lastSeq(tx, { kind: "service", id: service.id });
    return { kind: "open", opened: { visit, context, service, place, secret: secret.data, seq, isPassedOn: state === "passed" } };
  });
}

const KeeperPage = ({ visit, context, service, place, secret, isPassedOn }: Opened) => {
  const say = upkeepWords(visit.lang);
  const at = visit.at(`/annuaire/cle/${secret}`);
  const isDone = service.verifiedOn === dayOf(visit.runtime.clock.now());
  const press = !isPassedOn && (
    <Form action={at} inline>
      <Button look="main" icon="check">
        {say("keeper.confirm")}
      </Button>
    </Form>
  );
  return (
    <Screen visit={visit} title={say("keeper.title", { name: service.offer.name })}>
      <PageHeading
        above={`${context.names.plainKind(service.offer.kind)} · ${place.name}`}
        title={say("keeper.title", { name: service.offer.name })}
        intro={say("keeper.intro", { territory: visit.territory.name })}
        actions={!isDone && press}
      />
      {isPassedOn && (
        <Notice kind="info" title={say("keeper.passed")}>
          <p>{say("keeper.passed.text")}</p>
        </Notice>
      )}
      {isDone && (
        <Notice
          kind="success"
          title={say("keeper.done")}
          actions={<ButtonLink href={visit.at(`/annuaire/services/${service.id}`)}>{say("keeper.see")}</ButtonLink>}
        >
          <p>{say("keeper.done.text", { on: timeText(visit.lang, service.verifiedOn) })}</p>
        </Notice>
      )}
      <Fiche
        contentsLabel={say("keeper.contents")}
        contents={keptParts.map((part) => ({ id: part, label: cardWords(visit.lang)(`part.${part}`) }))}
      >
        {keptParts.map((part) => (
          <PartBlock
            lang={visit.lang}
            card={{ service, names: context.names }}
            part={part}
            editHref={isPassedOn ? undefined : `${at}/${part}`}
          />
        ))}
      </Fiche>
      {!isDone && <div class="actions form-actions">{press}</div>}
    </Screen>
  );
};

const CorrectPage = ({
  opened,
  part,
  state,
}: {
  readonly opened: Opened;
  readonly part: KeptPart;
  readonly state: PartState;
}) => {
  const { visit, context, service, secret } = opened;
  const title = cardWords(visit.lang)(`part.${part}`);
  const at = visit.at(`/annuaire/cle/${secret}`);
  return (
    <Screen visit={visit} title={`${title} · ${service.offer.name}`} crumbs={[{ label: service.offer.name, href: at }]}>
      <PageHeading above={service.offer.name} title={title} intro={upkeepWords(visit.lang)("keeper.correct")} />
      <PartForm
        visit={visit}
        context={context}
        part={part}
        action={`${at}/${part}`}
        draft={`keeper-${service.id}-${part}`}
        back={`${at}#${part}`}
        state={state}
      />
    </Screen>
  );
};

const ShutPage = ({ visit }: { readonly visit: TerritoryVisit }) => {
  const say = upkeepWords(visit.lang);
  return (
    <Screen visit={visit} title={say("keeper.shut")} width="text">
      <PageHeading
        title={say("keeper.shut")}
        intro={say("keeper.shut.text")}
        actions={
          <ButtonLink look="main" href={visit.at("/annuaire")}>
            {say("keeper.shut.search")}
          </ButtonLink>
        }
      />
    </Screen>
  );
};

type C = Context<TerritoryEnv>;

/** The answer for whoever follows a link: what it opens, or why it does not. Never kept by a cache: the address is a key. */
async function withLink(c: C, draw: (opened: Opened) => Response | Promise<Response>): Promise<Response> {
  const { visit } = c.var;
  c.header("Cache-Control", "no-store");
  c.header("X-Robots-Tag", "noindex");
  const opening = await openByLink(visit, c.req.param("secret") ?? "");
  if (opening.kind === "missing") return c.html(<MissingPage visit={visit} />, 404);
  return opening.kind === "shut" ? c.html(<ShutPage visit={visit} />, 410) : draw(opening.opened);
}

/** The card of whoever keeps a service, by the link in their mail: `/annuaire/cle/:secret`. */
export const keeperPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/cle/:secret", (c) => withLink(c, (opened) => c.html(<KeeperPage {...opened} />)))
    .post("/annuaire/cle/:secret", (c) =>
      withLink(c, async (opened) => {
        const { visit, secret } = opened;
        return answer(c, await visit.perform(confirmCard, { secret }), {
          done: () => ({ to: visit.at(`/annuaire/cle/${secret}`), said: upkeepWords(visit.lang)("keeper.thanks") }),
          again: () => <KeeperPage {...opened} />,
        });
      }),
    )
    .get("/annuaire/cle/:secret/:part", (c) =>
      withLink(c, (opened) => {
        const part = KeptPartName.safeParse(c.req.param("part"));
        if (!part.success) return c.html(<MissingPage visit={opened.visit} />, 404);
        if (opened.isPassedOn) return c.html(<KeeperPage {...opened} />);
        const state = { typed: typedOf(opened.service, part.data), seen: opened.seq };
        return c.html(<CorrectPage opened={opened} part={part.data} state={state} />);
      }),
    )
    .post("/annuaire/cle/:secret/:part", (c) =>
      withLink(c, async (opened) => {
        const { visit, secret, service } = opened;
        const part = KeptPartName.safeParse(c.req.param("part"));
        if (!part.success) return c.html(<MissingPage visit={visit} />, 404);
        const sent = await readPartForm(c, service, part.data);
        const page = { opened, part: part.data };
        if (sent.kind === "redraw") return c.html(<CorrectPage {...page} state={sent.state} />);
        const { seen } = sent.state;
        const outcome = await visit.perform(correctCard, { secret, part: part.data, seen, value: sent.value });
        return answer(c, outcome, {
          done: () => ({
            to: visit.at(`/annuaire/cle/${secret}#${part.data}`),
            said: upkeepWords(visit.lang)("keeper.corrected", { part: cardWords(visit.lang)(`part.${part.data}`) }),
          }),
          again: (errors, conflict) => <CorrectPage {...page} state={{ ...sent.state, errors: fieldErrors(errors), conflict }} />,
        });
      }),
    );
