import { Hono } from "hono";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Badge } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { errorList, ErrorSummary, Form, FormActions } from "../../../../ui/form/form.tsx";
import { DateField, TextArea, TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Time } from "../../../../ui/time.tsx";
import { addAmendment } from "../use-cases/add-amendment.ts";
import { signAmendment } from "../use-cases/sign-amendment.ts";
import type { Amendment } from "../model.ts";
import type { SnapshotId } from "../../snapshots/model.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { isRunning } from "../../conventions/rules.ts";
import { amendmentWords } from "../words.ts";
import { ChangeList } from "../../snapshots/pages/change-list.tsx";
import { differences, readSnapshot, standingContent } from "../../snapshots/pages/changes.ts";
import { addressOf, ConventionScreen } from "../../conventions/pages/frame.tsx";
import type { OpenConvention } from "../../conventions/pages/read.ts";
import { showConvention } from "../../conventions/pages/show.tsx";
import { partyWords } from "../../parties/words.ts";
import { conventionWords } from "../../conventions/words.ts";

interface PageProps {
  readonly opened: OpenConvention;
  readonly typed?: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const ListPage = ({ opened }: PageProps) => {
  const { visit, convention, can } = opened;
  const say = amendmentWords(visit.lang);
  const { amendments } = convention;
  const add = can.amend && isRunning(convention.state) && (
    <ButtonLink look="main" icon="plus" href={addressOf(opened, "/avenants/nouveau")}>
      {say("amendment.add")}
    </ButtonLink>
  );
  const title = say("amendment.list", { count: amendments.length });
  return (
    <ConventionScreen opened={opened} title={title} part="amendments">
      <PageHeading title={title} intro={say("amendment.what")} actions={amendments.length > 0 && add} />
      {amendments.length === 0 ? (
        <Empty icon="file-text" title={say("amendment.none")} action={add}>
          {say(isRunning(convention.state) ? "amendment.none.running" : "amendment.none.notRunning")}
        </Empty>
      ) : (
        <ul class="plain-list">
          {amendments.map((each) => (
            <li>
              <a href={addressOf(opened, `/avenants/${each.id}`)}>
                {say("amendment.name", { number: each.number, title: each.title })}
              </a>{" "}
              {each.signedOn === null ? <Badge tone="wait">{say("amendment.draft")}</Badge> : <Time value={each.signedOn} />}
            </li>
          ))}
        </ul>
      )}
    </ConventionScreen>
  );
};

const NewPage = ({ opened, typed = {}, errors = {} }: PageProps) => {
  const say = amendmentWords(opened.visit.lang);
  const title = say("amendment.add.title");
  return (
    <ConventionScreen opened={opened} title={title} part={null} width="text">
      <PageHeading title={title} intro={say("amendment.add.intro")} />
      <Form action={addressOf(opened, "/avenants/nouveau")} draft={`convention-${opened.convention.id}-avenant`}>
        <ErrorSummary errors={errorList(errors)} />
        <TextField
          name="number"
          label={conventionWords(opened.visit.lang)("field.number")}
          value={typedText(typed, "number")}
          error={errors["number"]}
          width="short"
          required
        />
        <TextField
          name="title"
          label={conventionWords(opened.visit.lang)("field.title")}
          value={typedText(typed, "title")}
          error={errors["title"]}
          required
        />
        <TextArea
          name="reason"
          label={conventionWords(opened.visit.lang)("field.reason")}
          value={typedText(typed, "reason")}
          error={errors["reason"]}
        />
        <FormActions>
          <Button look="main">{say("amendment.add")}</Button>
          <ButtonLink look="quiet" href={addressOf(opened, "/avenants")}>
            {commonWords(opened.visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
    </ConventionScreen>
  );
};

/** The difference that an amendment makes: with the snapshot before it, up to its own, or up to today while it is a draft. */
async function differenceOf(opened: OpenConvention, { snapshotId }: Amendment) {
  const { visit, snapshots } = opened;
  const end = snapshotId === null ? snapshots.length : snapshots.findIndex(({ id }) => id === snapshotId);
  const before: SnapshotId | undefined = snapshots[end - 1]?.id;
  return visit.read(async (tx) => {
    const then = before === undefined ? undefined : await readSnapshot(tx, opened, before);
    const now = snapshotId === null ? await standingContent(tx, opened) : (await readSnapshot(tx, opened, snapshotId))?.content;
    return then && now && (await differences(tx, opened, then.content, now));
  });
}

const AmendmentPage = async ({ opened, amendment, typed = {}, errors = {} }: PageProps & { readonly amendment: Amendment }) => {
  const { visit, convention, can } = opened;
  const say = amendmentWords(visit.lang);
  const found = await differenceOf(opened, amendment);
  const title = say("amendment.name", { number: amendment.number, title: amendment.title });
  return (
    <ConventionScreen opened={opened} title={title} part="amendments">
      <PageHeading
        title={title}
        marks={
          amendment.signedOn === null ? (
            <Badge tone="wait">{say("amendment.draft")}</Badge>
          ) : (
            <Badge tone="good">{say("amendment.signed")}</Badge>
          )
        }
        intro={
          <>
            {amendment.signedOn !== null && (
              <p>
                {say("amendment.signedOn")} <Time value={amendment.signedOn} />.
              </p>
            )}
            {amendment.reason !== null && <p class="typed">{amendment.reason}</p>}
          </>
        }
      />
      {found === undefined ? (
        <p>{say("amendment.unreadable")}</p>
      ) : found.changes.length + found.hidden === 0 ? (
        <p>{say("amendment.same")}</p>
      ) : (
        <ChangeList opened={opened} differences={found} />
      )}
      {can.amend && amendment.signedOn === null && isRunning(convention.state) && (
        <Section title={say("amendment.sign.title")} intro={say("amendment.sign.intro")} sheet>
          <Form action={addressOf(opened, `/avenants/${amendment.id}/signer`)} label={say("amendment.sign.title")}>
            <DateField
              name="signedOn"
              label={partyWords(visit.lang)("sign.label")}
              value={typedText(typed, "signedOn")}
              error={errors["signedOn"]}
              required
            />
            <FormActions>
              <Button look="main">{say("amendment.sign")}</Button>
            </FormActions>
          </Form>
        </Section>
      )}
    </ConventionScreen>
  );
};

/** The amendments of a convention, each shown as the difference that it makes. */
export function amendmentPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/convention/:id/avenants", (c) => showConvention(c, conventionRights.read, (opened) => <ListPage opened={opened} />));
  app.get("/convention/:id/avenants/nouveau", (c) =>
    showConvention(c, conventionRights.amend, (opened) => <NewPage opened={opened} />),
  );
  app.post("/convention/:id/avenants/nouveau", (c) =>
    showConvention(c, conventionRights.amend, async (opened) => {
      const typed = readForm(await c.req.formData());
      const outcome = await opened.visit.perform(addAmendment, { ...typed, conventionId: opened.convention.id });
      return answer(c, outcome, {
        done: (id) => ({ to: addressOf(opened, `/avenants/${id}`), said: amendmentWords(opened.visit.lang)("amendment.added") }),
        again: (errors) => <NewPage opened={opened} typed={typed} errors={errors} />,
      });
    }),
  );
  app.get("/convention/:id/avenants/:amendmentId", (c) =>
    showConvention(c, conventionRights.read, (opened) => {
      const amendment = opened.convention.amendments.find(({ id }) => id === c.req.param("amendmentId"));
      return amendment === undefined ? (
        c.html(<MissingPage visit={c.var.visit} />, 404)
      ) : (
        <AmendmentPage opened={opened} amendment={amendment} />
      );
    }),
  );
  app.post("/convention/:id/avenants/:amendmentId/signer", (c) =>
    showConvention(c, conventionRights.amend, async (opened) => {
      const amendment = opened.convention.amendments.find(({ id }) => id === c.req.param("amendmentId"));
      if (amendment === undefined) return c.html(<MissingPage visit={c.var.visit} />, 404);
      const typed = readForm(await c.req.formData());
      const outcome = await opened.visit.perform(signAmendment, { ...typed, amendmentId: amendment.id });
      return answer(c, outcome, {
        done: () => ({
          to: addressOf(opened, `/avenants/${amendment.id}`),
          said: amendmentWords(opened.visit.lang)("amendment.sign.done"),
        }),
        again: (errors) => <AmendmentPage opened={opened} amendment={amendment} typed={typed} errors={errors} />,
      });
    }),
  );
  return app;
}
