import { Hono } from "hono";
import type { Event } from "../../../../platform/history/model.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { decide } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button } from "../../../../ui/button.tsx";
import { Confirm } from "../../../../ui/confirm.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { ErrorSummary, Form } from "../../../../ui/form/form.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { Table } from "../../../../ui/table.tsx";
import { Time } from "../../../../ui/time.tsx";
import { emptyExamples } from "../use-cases/empty-examples.ts";
import { restorableDays, restorableUntil, restoreAction } from "../use-cases/restore-action.ts";
import { restoreExamples } from "../use-cases/restore-examples.ts";
import { actionWords } from "../../action/words.ts";
import { deletionsSince } from "../store.ts";
import { planRights } from "../../action/rights.ts";
import { deletionWords } from "../words.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly deletions: readonly Event[];
  readonly errors?: readonly string[];
}

const DeletedPage = ({ visit, deletions, errors = [] }: Props) => {
  const say = actionWords(visit.lang);
  const emptied = deletions.filter(({ action }) => action === emptyExamples.name).length;
  return (
    <Screen
      visit={visit}
      title={deletionWords(visit.lang)("deleted.title")}
      crumbs={[{ label: say("crumb.plan"), href: visit.at("/plan") }]}
    >
      <PageHeading
        title={deletionWords(visit.lang)("deleted.title")}
        intro={deletionWords(visit.lang)("deleted.intro", { days: restorableDays })}
      />
      <ErrorSummary errors={errors.map((message) => ({ message }))} />
      {emptied > 0 && (
        <Notice
          title={deletionWords(visit.lang)("examples.emptied", { count: emptied })}
          actions={
            <Form action={visit.at("/plan/exemples/retablir")} inline>
              <Button>{deletionWords(visit.lang)("examples.restore")}</Button>
            </Form>
          }
        />
      )}
      <Table
        caption={deletionWords(visit.lang)("deleted.title")}
        hideCaption
        columns={[
          { key: "title", label: say("field.title"), cell: ({ object }) => object.label },
          { key: "when", label: deletionWords(visit.lang)("deleted.when"), narrow: true, cell: ({ at }) => <Time value={at} /> },
          { key: "who", label: deletionWords(visit.lang)("deleted.who"), cell: ({ actor }) => actor.name },
          {
            key: "until",
            label: deletionWords(visit.lang)("deleted.until"),
            narrow: true,
            cell: ({ at }) => <Time value={restorableUntil(at)} />,
          },
          {
            key: "restore",
            label: deletionWords(visit.lang)("deleted.restore"),
            cell: ({ object }) => (
              <Form action={visit.at(`/plan/supprimees/${object.id}/retablir`)} inline>
                <Button look="quiet" about={object.label}>
                  {deletionWords(visit.lang)("deleted.restore")}
                </Button>
              </Form>
            ),
          },
        ]}
        rows={deletions}
        empty={
          <Empty title={deletionWords(visit.lang)("deleted.none")}>
            {deletionWords(visit.lang)("deleted.none.why", { days: restorableDays })}
          </Empty>
        }
      />
    </Screen>
  );
};

const readDeletions = (visit: TerritoryVisit): Promise<readonly Event[]> =>
  visit.read((tx) => deletionsSince(tx, new Date(visit.runtime.clock.now().getTime() - restorableDays * 86_400_000)));

/** Deleted actions and the way back, and the examples as a whole. */
export const deletedPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/plan/supprimees", async (c) => {
      const { visit } = c.var;
      const decision = decide(planRights.restore, visit.actor, {});
      if (decision.kind === "refused") return show(c, decision, () => null);
      return c.html(<DeletedPage visit={visit} deletions={await readDeletions(visit)} />);
    })
    .post("/plan/supprimees/:id/retablir", async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(restoreAction, { actionId: c.req.param("id") });
      const deletions = outcome.kind === "invalid" ? await readDeletions(visit) : [];
      return answer(c, outcome, {
        done: (id) => ({ to: visit.at(`/plan/actions/${id}`), said: actionWords(visit.lang)("saved.restored") }),
        again: (errors) => <DeletedPage visit={visit} deletions={deletions} errors={Object.values(errors)} />,
      });
    })
    .get("/plan/exemples/vider", async (c) => {
      const { visit } = c.var;
      const say = actionWords(visit.lang);
      const decision = decide(planRights.emptyExamples, visit.actor, {});
      if (decision.kind === "refused") return show(c, decision, () => null);
      return c.html(
        <Screen
          visit={visit}
          title={deletionWords(visit.lang)("examples.title")}
          crumbs={[{ label: say("crumb.plan"), href: visit.at("/plan") }]}
          width="text"
        >
          <PageHeading title={deletionWords(visit.lang)("examples.title")} />
          <Confirm
            action={visit.at("/plan/exemples/vider")}
            confirmLabel={deletionWords(visit.lang)("examples.empty")}
            cancelHref={visit.at("/plan")}
            danger
          >
            <p>{deletionWords(visit.lang)("examples.what", { days: restorableDays })}</p>
          </Confirm>
        </Screen>,
      );
    })
    .post("/plan/exemples/vider", async (c) => {
      const { visit } = c.var;
      return answer(c, await visit.perform(emptyExamples, {}), {
        done: (count) => ({ to: visit.at("/plan/supprimees"), said: deletionWords(visit.lang)("examples.emptied", { count }) }),
        again: () => null,
      });
    })
    .post("/plan/exemples/retablir", async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(restoreExamples, {});
      const deletions = outcome.kind === "invalid" ? await readDeletions(visit) : [];
      return answer(c, outcome, {
        done: (count) => ({ to: visit.at("/plan"), said: deletionWords(visit.lang)("examples.restored", { count }) }),
        again: (errors) => <DeletedPage visit={visit} deletions={deletions} errors={Object.values(errors)} />,
      });
    });
