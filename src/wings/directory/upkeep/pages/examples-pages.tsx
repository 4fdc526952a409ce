import { Hono } from "hono";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Confirm } from "../../../../ui/confirm.tsx";
import { Form } from "../../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { show } from "../../../../ui/show.tsx";
import { emptyExampleServices, exampleDays, examplesOf, restoreExampleServices } from "../../card/use-cases/example-services.ts";
import { upkeepWords } from "../words.ts";
import { directoryRights } from "../../card/rights.ts";
import { directoryContextFor, type DirectoryContext } from "../../card/pages/card-read.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { crumbsOf, home } from "./campaign-new.tsx";

const address = `${home}/exemples`;

interface Props {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
}

/** Says that examples are among the cards, and leads to where they go; or that they went, and can come back. */
export const ExamplesNote = ({ visit, context, canComeBack }: Props & { readonly canComeBack: boolean }) => {
  const say = upkeepWords(visit.lang);
  const count = examplesOf(context.directory).services.length;
  if (count === 0 && !canComeBack) return null;
  return (
    <Section
      title={say("examples.title")}
      intro={count > 0 ? say("examples.intro", { count }) : say("examples.gone")}
      action={
        count > 0 ? (
          <ButtonLink href={visit.at(address)}>{say("examples.empty")}</ButtonLink>
        ) : (
          <Form action={visit.at(`${address}/remettre`)} inline>
            <Button>{say("examples.restore")}</Button>
          </Form>
        )
      }
    >
      {null}
    </Section>
  );
};

const EmptyPage = ({ visit, context }: Props) => {
  const say = upkeepWords(visit.lang);
  return (
    <DirectoryScreen visit={visit} title={say("examples.empty")} tab={home} crumbs={crumbsOf(visit)} width="text">
      <PageHeading title={say("examples.empty")} />
      <Confirm action={visit.at(address)} confirmLabel={say("examples.empty")} cancelHref={visit.at(home)} danger>
        <p>{say("examples.what", { count: examplesOf(context.directory).services.length, days: exampleDays })}</p>
      </Confirm>
    </DirectoryScreen>
  );
};

/** The examples of the directory, away and back: `/annuaire/gestion/exemples`. */
export const examplesPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get(address, async (c) =>
      show(c, await directoryContextFor(c.var.visit, directoryRights.configure), (context) => (
        <EmptyPage visit={c.var.visit} context={context} />
      )),
    )
    .post(address, async (c) => {
      const { visit } = c.var;
      return answer(c, await visit.perform(emptyExampleServices, {}), {
        done: (count) => ({ to: visit.at(home), said: upkeepWords(visit.lang)("examples.emptied", { count }) }),
        again: () => null,
      });
    })
    .post(`${address}/remettre`, async (c) => {
      const { visit } = c.var;
      return answer(c, await visit.perform(restoreExampleServices, {}), {
        done: (count) => ({ to: visit.at(home), said: upkeepWords(visit.lang)("examples.restored", { count }) }),
        again: () => null,
      });
    });
