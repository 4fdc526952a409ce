import { Hono, type Context } from "hono";
import { dayOf } from "../../../../platform/clock.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import type { Typed } from "../../../../ui/form/typed.ts";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { endMandate } from "../use-cases/end-mandate.ts";
import { grantAccess } from "../use-cases/grant-access.ts";
import { removePerson } from "../use-cases/remove-person.ts";
import { revokeAccess } from "../use-cases/revoke-access.ts";
import { saveMandate } from "../use-cases/save-mandate.ts";
import { savePerson } from "../use-cases/save-person.ts";
import { PersonId } from "../../territories/model.ts";
import { territoryRights } from "../../territories/rights.ts";
import { listOrganisations } from "../../organisations/store.ts";
import { listPeople, personById } from "../store.ts";
import { words } from "../words.ts";
import { closed } from "../../territories/pages/frame.tsx";
import { PersonFormPage } from "./person-form.tsx";
import { PeoplePage } from "./people-list.tsx";
import { PersonPage, roleSaid } from "./person-page.tsx";

const list = "/territoire/personnes";

/** What came wrong out of one of the forms of a person's page: it is shown again, in its place. */
interface Again {
  readonly part: "mandate" | "access" | "whole";
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string>>;
}

/** The people of the address book: list, page with mandates and access, form. */
export function peoplePages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();

  app.get(list, async (c) => {
    const shut = closed(c, territoryRights.read);
    if (shut !== undefined) return shut;
    const { visit } = c.var;
    const [people, organisations] = await visit.read(async (tx) => [await listPeople(tx), await listOrganisations(tx)] as const);
    return c.html(
      <PeoplePage visit={visit} people={people} organisations={organisations} today={dayOf(visit.runtime.clock.now())} />,
    );
  });

  app.get(
    `${list}/nouvelle`,
    (c) =>
      closed(c, territoryRights.manage) ?? c.html(<PersonFormPage visit={c.var.visit} known={null} typed={{}} errors={{}} />),
  );

  app.post(list, async (c) => {
    const { visit } = c.var;
    const raw = readForm(await c.req.formData());
    const outcome = await visit.perform(savePerson, raw);
    const id = PersonId.safeParse(raw["id"]);
    const known = id.success ? await visit.read((tx) => personById(tx, id.data)) : undefined;
    return answer(c, outcome, {
      done: ({ id: saved, name }) => ({ to: visit.at(`${list}/${saved}`), said: words(visit.lang)("person.saved", { name }) }),
      again: (errors) => <PersonFormPage visit={visit} known={known ?? null} typed={raw} errors={errors} />,
    });
  });

  app.get(`${list}/:id`, (c) => closed(c, territoryRights.read) ?? show(c, null));

  app.get(`${list}/:id/modifier`, async (c) => {
    const shut = closed(c, territoryRights.manage);
    if (shut !== undefined) return shut;
    const { visit } = c.var;
    const id = PersonId.safeParse(c.req.param("id"));
    const known = id.success ? await visit.read((tx) => personById(tx, id.data)) : undefined;
    if (known === undefined) return c.html(<MissingPage visit={visit} />, 404);
    return c.html(<PersonFormPage visit={visit} known={known} typed={known} errors={{}} />);
  });

  app.post(`${list}/:id/mandats`, async (c) => {
    const { mandate = {} } = readForm(await c.req.formData());
    const typed = typeof mandate === "object" && !Array.isArray(mandate) && !(mandate instanceof File) ? { ...mandate } : {};
    const outcome = await c.var.visit.perform(saveMandate, { ...typed, personId: c.req.param("id") });
    const problems =
      outcome.kind === "invalid" ? outcome.problems.map(({ path, message }) => ({ path: `mandate.${path}`, message })) : [];
    const page = outcome.kind === "invalid" ? await prepare(c, typed, "mandate", problems) : null;
    return answer(c, outcome, { done: () => back(c, words(c.var.visit.lang)("mandate.saved")), again: () => page });
  });

  app.post(`${list}/:id/mandats/:mandate/fin`, async (c) => {
    const raw = readForm(await c.req.formData());
    const id = c.req.param("mandate");
    const outcome = await c.var.visit.perform(endMandate, { to: raw[`to-${id}`], personId: c.req.param("id"), id });
    const page = outcome.kind === "invalid" ? await prepare(c, raw, "whole", outcome.problems) : null;
    return answer(c, outcome, { done: () => back(c, words(c.var.visit.lang)("mandate.ended")), again: () => page });
  });

  app.post(`${list}/:id/acces`, async (c) => {
    const { visit } = c.var;
    const raw = readForm(await c.req.formData());
    const outcome = await visit.perform(grantAccess, { ...raw, personId: c.req.param("id") });
    const page = outcome.kind === "invalid" ? await prepare(c, raw, "access", outcome.problems) : null;
    const [person, organisations] = await findPerson(visit, c.req.param("id"));
    return answer(c, outcome, {
      done: (membership) => {
        const role = roleSaid(words(visit.lang), membership, organisations);
        return back(c, words(visit.lang)("access.given", { name: person?.name ?? "", role }));
      },
      again: () => page,
    });
  });

  app.post(`${list}/:id/acces/retirer`, async (c) => {
    const outcome = await c.var.visit.perform(revokeAccess, { personId: c.req.param("id") });
    const page = outcome.kind === "invalid" ? await prepare(c, {}, "whole", outcome.problems) : null;
    return answer(c, outcome, {
      done: ({ name }) => back(c, words(c.var.visit.lang)("access.revoked", { name })),
      again: () => page,
    });
  });

  app.post(`${list}/:id/retirer`, async (c) => {
    const { visit } = c.var;
    const outcome = await visit.perform(removePerson, { id: c.req.param("id") });
    const page = outcome.kind === "invalid" ? await prepare(c, {}, "whole", outcome.problems) : null;
    return answer(c, outcome, {
      done: ({ name }) => ({ to: visit.at(list), said: words(visit.lang)("person.removed", { name }) }),
      again: () => page,
    });
  });

  return app;
}

type Asked = Context<TerritoryEnv, `${string}/:id`>;

const back = (c: Asked, said: string) => ({ to: c.var.visit.at(`${list}/${c.req.param("id")}`), said });

const findPerson = (visit: TerritoryVisit, id: string) =>
  visit.read(async (tx) => {
    const known = PersonId.safeParse(id);
    return [known.success ? await personById(tx, known.data) : undefined, await listOrganisations(tx)] as const;
  });

async function show(c: Asked, again: Again | null): Promise<Response> {
  const page = await draw(c, again);
  return page === null ? c.html(<MissingPage visit={c.var.visit} />, 404) : c.html(page);
}

async function draw(c: Asked, again: Again | null) {
  const { visit } = c.var;
  const [person, organisations] = await findPerson(visit, c.req.param("id"));
  if (person === undefined) return null;
  const today = dayOf(visit.runtime.clock.now());
  return <PersonPage visit={visit} person={person} organisations={organisations} today={today} again={again} />;
}

const prepare = (
  c: Asked,
  typed: Typed,
  part: Again["part"],
  problems: readonly { readonly path: string; readonly message: string }[],
) => draw(c, { part, typed, errors: Object.fromEntries(problems.toReversed().map(({ path, message }) => [path, message])) });
