import { Hono } from "hono";
import type { Runtime } from "../../../platform/use-case.ts";
import { readForm } from "../../../platform/http/form.ts";
import type { InstanceEnv, Visit } from "../../../platform/http/visit.ts";
import { readOutbox, type OutboxMail } from "../../../platform/mail/outbox.ts";
import {
  PersonId,
  listOrganisations,
  listPeople,
  listTerritories,
  personById,
  type Organisation,
  type Person,
  type Territory,
} from "../../../wings/territory/wing.ts";
import { tell } from "../../../ui/answer.tsx";
import { Button } from "../../../ui/button.tsx";
import { Card, Cards } from "../../../ui/card.tsx";
import { Form } from "../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../ui/heading.tsx";
import { MissingPage } from "../../../ui/missing-page.tsx";
import { Screen } from "../../../ui/screen.tsx";
import { demoCast, type CastRole } from "../demo-cast.ts";
import { words } from "../words.ts";
import { setCookies, uncached, type Doors } from "./kit.ts";
import { timeText } from "../../../platform/french/time.ts";

const operatorEmail = "instance@exemple.fr";

interface Stage {
  readonly territory: Territory;
  readonly people: readonly Person[];
  readonly organisations: readonly Organisation[];
}

/** The doors of the demonstration: enter as anyone, read the mails that nobody receives. Elsewhere, these addresses lead nowhere. */
export function demoPages({ runtime, identity, demo, mailStays }: Doors): Hono<InstanceEnv> {
  const app = new Hono<InstanceEnv>();

  app.get("/demonstration", async (c) => {
    const { visit } = c.var;
    if (!demo) return c.html(<MissingPage visit={visit} />, 404);
    uncached(c);
    return c.html(<DemoScreen visit={visit} stages={await stagesOf(runtime)} />);
  });

  app.post("/demonstration", async (c) => {
    const { visit } = c.var;
    if (!demo) return c.html(<MissingPage visit={visit} />, 404);
    const { as, territory: slug } = readForm(await c.req.formData());
    const say = words(visit.lang);
    const territory = (await runtime.database.inInstance(listTerritories)).find((each) => each.slug === slug);
    const home = territory === undefined ? "/" : `/${territory.slug}/accueil`;
    if (as === "public") {
      setCookies(c, (await identity.leave(c.req.raw.headers)).cookies);
      return c.redirect(territory === undefined ? "/" : `/${territory.slug}`, 303);
    }
    const enter = async (who: { readonly email: string; readonly name: string; readonly operator: boolean }): Promise<void> => {
      setCookies(c, await identity.enterAs(who, c.req.raw.headers));
      tell(c, say("demo.entered", { name: who.name }));
    };
    if (as === "operator") {
      await enter({ email: operatorEmail, name: say("demo.operatorName"), operator: true });
      return c.redirect(territory === undefined ? "/instance" : home, 303);
    }
    const id = PersonId.safeParse(as);
    const person =
      id.success && territory !== undefined
        ? await runtime.database.inTerritory(territory.id, (tx) => personById(tx, id.data))
        : undefined;
    if (person === undefined || person.email === null || person.membership === null)
      return c.html(<MissingPage visit={visit} />, 404);
    await enter({ email: person.email, name: person.name, operator: false });
    return c.redirect(home, 303);
  });

  app.get("/courriels", async (c) => {
    const { visit } = c.var;
    if (!demo || !mailStays) return c.html(<MissingPage visit={visit} />, 404);
    uncached(c);
    return c.html(<OutboxScreen visit={visit} mails={await readOutbox(runtime.database.owner)} origin={runtime.origin} />);
  });

  return app;
}

async function stagesOf({ database }: Pick<Runtime, "database">): Promise<readonly Stage[]> {
  const territories = await database.inInstance(listTerritories);
  return Promise.all(
    territories.map(async (territory) => ({
      territory,
      ...(await database.inTerritory(territory.id, async (tx) => ({
        people: await listPeople(tx),
        organisations: await listOrganisations(tx),
      }))),
    })),
  );
}

const DemoScreen = ({ visit, stages }: { readonly visit: Visit; readonly stages: readonly Stage[] }) => {
  const say = words(visit.lang);
  return (
    <Screen visit={visit} title={say("demo.title")}>
      <PageHeading title={say("demo.title")} intro={say("demo.intro")} />
      {stages.map(({ territory, people, organisations }) => (
        <Section title={territory.name}>
          <Cards>
            {demoCast(people, organisations).map(({ role, person, organisation }) => (
              <Door
                visit={visit}
                part={role}
                slug={territory.slug}
                as={person.id}
                who={
                  organisation === null
                    ? person.name
                    : say("demo.as", { name: person.name, organisation: organisation.shortName ?? organisation.name })
                }
              />
            ))}
            <Door visit={visit} part="public" slug={territory.slug} as="public" who={null} />
          </Cards>
        </Section>
      ))}
      <Section title="Maillage">
        <Cards>
          <Door
            visit={visit}
            part="operator"
            slug={stages.length === 1 ? (stages[0]?.territory.slug ?? "") : ""}
            as="operator"
            who={null}
          />
        </Cards>
      </Section>
    </Screen>
  );
};

interface DoorProps {
  readonly visit: Visit;
  readonly part: CastRole | "public" | "operator";
  readonly slug: string;
  readonly as: string;
  readonly who: string | null;
}

const Door = ({ visit, part, slug, as, who }: DoorProps) => {
  const say = words(visit.lang);
  return (
    <Card
      title={say(`demo.${part}`)}
      above={who}
      foot={
        <Form
          id={slug === "" ? `as-${part}` : `as-${part}-${slug}`}
          action="/demonstration"
          hidden={{ as, territory: slug }}
          label={say(`demo.${part}`)}
          inline
        >
          <Button about={say("demo.enterAs", { role: say(`demo.${part}`) })}>{say("demo.enter")}</Button>
        </Form>
      }
    >
      <p>{say(`demo.${part}Does`)}</p>
    </Card>
  );
};

const OutboxScreen = ({
  visit,
  mails,
  origin,
}: {
  readonly visit: Visit;
  readonly mails: readonly OutboxMail[];
  readonly origin: string;
}) => {
  const say = words(visit.lang);
  const title = say("outbox.title", { count: mails.length });
  const dated = (at: Date): string => timeText(visit.lang, at, "moment");
  return (
    <Screen visit={visit} title={title} width="text">
      <PageHeading title={title} intro={say("outbox.intro")} />
      {mails.map(({ to, subject, text, sentAt, failure }) => (
        <Section
          title={subject === "" ? say("outbox.unwritten") : subject}
          intro={`${say("outbox.to", { to })}, ${failure !== null ? say("outbox.failed", { failure }) : sentAt === null ? say("outbox.waiting") : say("outbox.kept", { date: dated(sentAt) })}`}
          sheet
        >
          {text.split(/\n{2,}/).map((paragraph) => (
            <p>
              {paragraph
                .split(/(https?:\/\/\S+)/)
                .map((part) => (part.startsWith(`${origin}/`) ? <a href={part.slice(origin.length)}>{part}</a> : part))}
            </p>
          ))}
        </Section>
      ))}
    </Screen>
  );
};
