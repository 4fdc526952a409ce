import { territoryRights } from "../../../territory/territories/rights.ts";
import type { Child } from "hono/jsx";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { Menu, NavList, TabsNav } from "../../../../ui/nav.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { countFilters, noFilters, toQuery, views, type ActionFilters, type View } from "../filters.ts";
import type { SavedView } from "../model.ts";
import { newActionRights, planRights } from "../../action/rights.ts";
import { viewWords } from "../words.ts";
import { PlanFilters } from "./plan-filters.tsx";
import { examplesBanner } from "../../deletion/pages/examples-banner.tsx";
import { planAddress, type Shown } from "./plan-address.ts";

const viewIcons = { list: "layout-list", board: "columns-3", timeline: "calendar-days", matrix: "grid-3x3" } as const;

const IgnoredNotice = ({ visit, ignored }: Pick<Shown, "visit" | "ignored">) => {
  const say = viewWords(visit.lang);
  if (ignored.length === 0) return null;
  return (
    <Notice kind="warning" title={say("ignored", { count: ignored.length })}>
      <ul class="plain-list">
        {ignored.slice(0, 8).map((each) => (
          <li>{say("ignored.one", { ...each })}</li>
        ))}
      </ul>
    </Notice>
  );
};

const exports = ["docx", "pdf", "xlsx", "ods", "csv", "json"] as const;

const ExportMenu = ({ visit, filters }: Pick<Shown, "visit" | "filters">) => {
  const say = viewWords(visit.lang);
  const query = toQuery({ ...filters, view: "list", page: 1 });
  return (
    <Menu label={say("export")} name={say("export.name")} icon="download">
      <NavList
        items={[
          ...exports.map((kind) => ({
            href: `${visit.at(`/plan/export.${kind}`)}${query === "" ? "" : `?${query}`}`,
            label: say(`export.${kind}`),
          })),
          ...(["docx", "pdf"] as const).map((kind) => ({
            href: visit.at(`/plan/fiches.${kind}`),
            label: say(`export.fiches.${kind}`),
          })),
          ...(may(territoryRights.takeAway, visit.actor, {})
            ? [{ href: visit.at("/archive.zip"), label: say("export.archive") }]
            : []),
        ]}
      />
    </Menu>
  );
};

const MoreMenu = ({ visit }: { readonly visit: TerritoryVisit }) => {
  const say = viewWords(visit.lang);
  const items = [
    ...(may(planRights.configureAxes, visit.actor, {}) ? [{ href: visit.at("/plan/axes"), label: say("more.axes") }] : []),
    ...(may(planRights.restore, visit.actor, {}) ? [{ href: visit.at("/plan/supprimees"), label: say("more.deleted") }] : []),
  ];
  if (items.length === 0) return null;
  return (
    <Menu label={say("more")}>
      <NavList items={items} />
    </Menu>
  );
};

/** The query that a saved view keeps: the filters and the view, from the first page. */
const keptQuery = (filters: ActionFilters): string => toQuery({ ...filters, page: 1 });

const OneView = ({ visit, view, here }: { readonly visit: TerritoryVisit; readonly view: SavedView; readonly here: string }) => {
  const say = viewWords(visit.lang);
  return (
    <li class="saved-view">
      <a href={`${visit.at("/plan")}?${view.query}`} aria-current={view.query === here ? "true" : undefined}>
        {view.name}
      </a>
      <Form action={visit.at("/plan/vues/supprimer")} hidden={{ viewId: view.id, query: here }} inline>
        <Button look="quiet" icon="trash-2">
          <span class="sr-only">{say("saved.delete", { name: view.name })}</span>
        </Button>
      </Form>
    </li>
  );
};

/** The views that a person keeps under a name of their own. */
const SavedViews = ({ visit, work, filters, errors }: Shown) => {
  const say = viewWords(visit.lang);
  if (!may(planRights.saveView, visit.actor, {})) return null;
  const here = keptQuery(filters);
  return (
    <Menu label={say("saved")} icon="star">
      {work.views.length === 0 ? (
        <p class="menu-note">{say("saved.none")}</p>
      ) : (
        <ul class="saved-views">
          {work.views.map((view) => (
            <OneView visit={visit} view={view} here={here} />
          ))}
        </ul>
      )}
      {here !== "" && (
        <Form action={visit.at("/plan/vues")} hidden={{ query: here }}>
          <TextField name="name" label={say("saved.name")} hint={say("saved.replaces")} error={errors?.["name"]} />
          <FormActions>
            <Button icon="check">{say("saved.save")}</Button>
          </FormActions>
        </Form>
      )}
    </Menu>
  );
};

/** Where the number of actions is said first: it changes with the filters. */
export function countTitle({ visit, work, filters, found }: Shown): string {
  const say = viewWords(visit.lang);
  const counts = { count: found.actions.length, late: found.late, total: work.plan.actions.length };
  if (countFilters(filters) === 0) return say("title.all", counts);
  if (counts.count > 1 && counts.late === counts.count) return say("title.allLate", counts);
  return counts.count === 0 ? say("title.none") : say("title.some", counts);
}

type FrameProps = Shown & {
  /** Says something about what is shown. */
  readonly title: string;
  readonly view: View;
  readonly children: Child;
};

/** The frame of every view of the plan: heading, views, filters, saved views, exports. */
export const PlanFrame = ({ title, view, children, ...shown }: FrameProps) => {
  const { visit, work, filters, found } = shown;
  const say = viewWords(visit.lang);
  const mayAdd = may(newActionRights.create, visit.actor, {
    leadId: "organisation" in visit.actor ? visit.actor.organisation : null,
  });
  const isEmpty = work.plan.actions.length === 0;
  return (
    <Screen visit={visit} title={title} width="wide" banner={examplesBanner(visit, work.plan)}>
      <PageHeading
        above={say("plan")}
        title={title}
        intro={view === "list" ? undefined : say(`intro.${view}`)}
        actions={
          <>
            {mayAdd && !isEmpty && (
              <ButtonLink look="main" icon="plus" href={visit.at("/plan/actions/nouvelle")}>
                {say("add")}
              </ButtonLink>
            )}
            {may(planRights.import, visit.actor, {}) && !isEmpty && (
              <ButtonLink icon="upload" href={visit.at("/plan/import")}>
                {say("import")}
              </ButtonLink>
            )}
          </>
        }
      />
      <IgnoredNotice {...shown} />
      {isEmpty ? (
        <EmptyPlan visit={visit} mayAdd={mayAdd} />
      ) : (
        <>
          <div class="view-bar">
            <TabsNav
              label={say("views")}
              items={views.map((each) => ({
                href: planAddress(visit, { ...filters, view: each, page: 1 }),
                label: say(`view.${each}`),
                icon: viewIcons[each],
                current: each === view ? ("page" as const) : undefined,
              }))}
            />
            <div class="view-tools">
              <SavedViews {...shown} />
              <ExportMenu visit={visit} filters={filters} />
              <MoreMenu visit={visit} />
            </div>
          </div>
          <PlanFilters {...shown} />
          {found.actions.length === 0 ? (
            <Empty
              icon="search"
              title={say("none.title")}
              action={<ButtonLink href={planAddress(visit, { ...noFilters, view })}>{say("todo.all")}</ButtonLink>}
            >
              {say("none.text")}
            </Empty>
          ) : (
            children
          )}
        </>
      )}
    </Screen>
  );
};

const EmptyPlan = ({ visit, mayAdd }: { readonly visit: TerritoryVisit; readonly mayAdd: boolean }) => {
  const say = viewWords(visit.lang);
  return (
    <Empty
      icon="clipboard-list"
      title={say("empty.title")}
      action={
        <>
          {may(planRights.import, visit.actor, {}) && (
            <ButtonLink look="main" icon="upload" href={visit.at("/plan/import")}>
              {say("import")}
            </ButtonLink>
          )}
          {mayAdd && (
            <ButtonLink icon="plus" href={visit.at("/plan/actions/nouvelle")}>
              {say("add")}
            </ButtonLink>
          )}
        </>
      }
    >
      {say("empty.text")}
    </Empty>
  );
};

/** Nothing to plan under yet: what belongs there, and the first step. */
export const Unstarted = ({ visit }: { readonly visit: TerritoryVisit }) => {
  const say = viewWords(visit.lang);
  return (
    <Empty
      icon="clipboard-list"
      title={say("unstarted.title")}
      action={
        <ButtonLink look="main" href={visit.at("/convention")}>
          {say("unstarted.go")}
        </ButtonLink>
      }
    >
      {say("unstarted.text")}
    </Empty>
  );
};

/** The plan before there is a convention. */
export const UnstartedPage = ({ visit }: { readonly visit: TerritoryVisit }) => {
  const say = viewWords(visit.lang);
  return (
    <Screen visit={visit} title={say("plan")}>
      <PageHeading title={say("plan")} />
      <Unstarted visit={visit} />
    </Screen>
  );
};
