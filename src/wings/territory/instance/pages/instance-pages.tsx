import { Hono, type Context } from "hono";
import { perform } from "../../../../platform/use-case.ts";
import type { Actor } from "../../../../platform/actor.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { Account, InstanceEnv, Visit } from "../../../../platform/http/visit.ts";
import { v7 } from "../../../../platform/id.ts";
import { decide } from "../../../../platform/rights.ts";
import { errorsOf, tell } from "../../../../ui/answer.tsx";
import { Button } from "../../../../ui/button.tsx";
import { ErrorSummary, errorList, Form } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { Table } from "../../../../ui/table.tsx";
import { addTerritory } from "../../territories/use-cases/add-territory.ts";
import { TerritoryId, type Territory } from "../../territories/model.ts";
import { searchEpci } from "../../territories/national-register.ts";
import { instanceRights } from "../../territories/rights.ts";
import { actorIn } from "../../people/rules.ts";
import { listTerritories } from "../../territories/store.ts";
import { words } from "../../territories/words.ts";

const most = 20;

/** The screen of whoever runs the instance: its territories, and any EPCI of France to add. */
export function instancePages(): Hono<InstanceEnv> {
  const app = new Hono<InstanceEnv>();

  app.get("/instance", async (c) => closed(c) ?? c.html(await draw(c.var.visit, c.req.query("q") ?? "", {})));

  app.post("/instance", async (c) => {
    const { visit } = c.var;
    const raw = readForm(await c.req.formData());
    const territory = TerritoryId.parse(v7(visit.runtime.clock.now()));
    const outcome = await perform(visit.runtime, addTerritory, operatorOr(visit.account, territory), raw, visit.lang);
    switch (outcome.kind) {
      case "done":
        tell(c, words(visit.lang)("instance.added", { name: outcome.value.name }));
        return c.redirect(`/${outcome.value.slug}/territoire`, 303);
      case "invalid":
        return c.html(await draw(visit, "", errorsOf(outcome.problems)), 422);
      default:
        return closed(c) ?? c.html(await draw(visit, "", {}), 409);
    }
  });

  return app;
}

const operatorOr = (account: Account | null, territory: TerritoryId): Actor => actorIn({ account, person: undefined, territory });

function closed(c: Context<InstanceEnv>): Response | Promise<Response> | undefined {
  const { visit } = c.var;
  const nowhere = TerritoryId.parse("00000000-0000-4000-8000-000000000000");
  const decision = decide(instanceRights.addTerritory, operatorOr(visit.account, nowhere), {});
  return decision.kind === "refused" ? c.html(<RefusedPage visit={visit} door={decision.door} />, 403) : undefined;
}

async function draw(visit: Visit, search: string, errors: Readonly<Record<string, string>>) {
  const territories = await visit.runtime.database.inInstance(listTerritories);
  return <InstancePage visit={visit} territories={territories} search={search} errors={errors} />;
}

interface InstanceProps {
  readonly visit: Visit;
  readonly territories: readonly Territory[];
  readonly search: string;
  readonly errors: Readonly<Record<string, string>>;
}

const InstancePage = ({ visit, territories, search, errors }: InstanceProps) => {
  const say = words(visit.lang);
  const title = say("instance.title", { count: territories.length });
  const found = search.trim() === "" ? null : searchEpci(search);
  const here = new Set(territories.map(({ siren }) => siren));
  return (
    <Screen visit={visit} title={title}>
      <ErrorSummary errors={errorList(errors).map(({ message }) => ({ message }))} />
      <PageHeading title={title} intro={say("instance.intro")} />
      <Table
        caption={say("instance.caption")}
        hideCaption
        rows={territories}
        columns={[
          { key: "name", label: say("instance.territory"), cell: ({ slug, name }) => <a href={`/${slug}/territoire`}>{name}</a> },
          { key: "siren", label: say("overview.siren"), cell: ({ siren }) => siren },
          { key: "departement", label: say("overview.departement"), cell: ({ departement }) => departement.name },
        ]}
        empty={<></>}
      />
      <Section title={say("instance.add")}>
        <form method="get" action="/instance" class="form" role="search">
          <TextField name="q" label={say("instance.search")} type="search" value={search} />
          <div class="actions">
            <Button look="main" icon="search">
              {say("instance.searchButton")}
            </Button>
          </div>
        </form>
        {found !== null && (
          <Table
            caption={say("instance.results", { count: found.length })}
            rows={found}
            columns={[
              { key: "name", label: say("instance.territory"), cell: ({ name }) => name },
              { key: "siren", label: say("overview.siren"), cell: ({ siren }) => siren },
              { key: "communes", label: say("instance.communes"), numeric: true, cell: ({ communes }) => communes },
              {
                key: "add",
                label: <span class="sr-only">{say("instance.addThis")}</span>,
                cell: ({ siren, name }) =>
                  here.has(siren) ? (
                    say("instance.here")
                  ) : (
                    <Form action="/instance" hidden={{ siren }} inline>
                      <Button look="quiet" about={name}>
                        {say("instance.addThis")}
                      </Button>
                    </Form>
                  ),
              },
            ]}
            note={found.length === most ? say("instance.resultsMost", { count: most }) : undefined}
            empty={<p>{say("instance.results", { count: 0 })}</p>}
          />
        )}
      </Section>
    </Screen>
  );
};
