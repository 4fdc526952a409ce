import { AxisMark, axisTone } from "../../../../ui/axis-mark.tsx";
import { ExampleMark } from "../../../../ui/badge.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Card, Cards } from "../../../../ui/card.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { FilterForm } from "../../../../ui/filters.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Pagination } from "../../../../ui/pagination.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { State } from "../../../../ui/state.tsx";
import { stateKind } from "../../action/facts-text.ts";
import { countFilters, noFilters } from "../filters.ts";
import type { Action } from "../../action/model.ts";
import { actionWords } from "../../action/words.ts";
import { viewWords } from "../words.ts";
import { activeFilters, planAddress, type Shown } from "./plan-address.ts";

/** So many actions a page: a phone in a valley waits for no more. */
const PUBLIC_PAGE_SIZE = 100;

/** The plan as everyone may read it: what is done, where and how it stands, without the tools of those who work on it. */
export const PublicListPage = (shown: Shown) => {
  const { visit, work, filters, found } = shown;
  const say = viewWords(visit.lang);
  const count = found.actions.length;
  const pages = Math.max(1, Math.ceil(count / PUBLIC_PAGE_SIZE));
  const page = Math.min(filters.page, pages);
  const shownHere = found.actions.slice((page - 1) * PUBLIC_PAGE_SIZE, page * PUBLIC_PAGE_SIZE);
  const title = countFilters(filters) === 0 ? say("public.title.all", { count }) : say("public.title.some", { count });
  return (
    <Screen visit={visit} title={title} description={say("public.description", { name: visit.territory.name })}>
      <PageHeading title={title} intro={say("public.intro")} />
      {found.actions.some(({ provenance }) => provenance.kind === "example") && (
        <Notice kind="warning">{say("public.examples")}</Notice>
      )}
      <PublicFilters {...shown} />
      {count === 0 ? (
        <Empty
          icon="search"
          title={say("public.none.title")}
          action={<ButtonLink href={planAddress(visit, noFilters)}>{say("public.none.all")}</ButtonLink>}
        >
          {say("public.none.text")}
        </Empty>
      ) : (
        work.plan.axes.map(({ id, number, title: axis, plainWords }) => {
          const own = shownHere.filter(({ identity }) => identity.axisId === id);
          if (own.length === 0) return null;
          return (
            <Section title={<AxisTitle number={number} title={axis} />} id={`axe-${number}`} intro={plainWords ?? undefined}>
              <Cards>
                {own.map((action) => (
                  <PublicCard shown={shown} action={action} axis={number} />
                ))}
              </Cards>
            </Section>
          );
        })
      )}
      <Pagination page={page} pages={pages} href={(to) => planAddress(visit, { ...filters, page: to })} />
    </Screen>
  );
};

const AxisTitle = ({ number, title }: { readonly number: number; readonly title: string }) => (
  <span class="axis-title">
    <AxisMark number={number} /> <span>{title}</span>
  </span>
);

const PublicCard = ({
  shown: { visit, work },
  action,
  axis,
}: {
  readonly shown: Shown;
  readonly action: Action;
  readonly axis: number;
}) => {
  const { identity, what, life, provenance } = action;
  const where =
    what.communes.length === 0 ? viewWords(visit.lang)("public.everywhere") : what.communes.map(work.names.commune).join(", ");
  return (
    <Card
      title={identity.title}
      href={visit.at(`/plan/actions/${action.id}`)}
      axisTone={axisTone(axis)}
      marks={
        <>
          <State kind={stateKind[life.status]} label={actionWords(visit.lang)(`status.${life.status}`)} />
          {provenance.kind === "example" && <ExampleMark />}
        </>
      }
      foot={where}
    >
      {what.goals}
    </Card>
  );
};

const PublicFilters = ({ visit, work, filters, found }: Shown) => {
  const say = viewWords(visit.lang);
  const { facets } = found;
  const counted = (label: string, count: number | undefined) => say("public.counted", { label, count: count ?? 0 });
  return (
    <FilterForm
      action={planAddress(visit, noFilters)}
      active={activeFilters({ visit, work, filters })}
      clearHref={planAddress(visit, noFilters)}
      open
    >
      <SelectField
        name="commune"
        label={say("public.filter.commune")}
        value={filters.commune}
        emptyLabel={say("public.filter.anyCommune")}
        choices={work.directory.communes.map(({ code, name }) => ({
          value: code,
          label: counted(name, facets.commune.get(code)),
        }))}
      />
      <SelectField
        name="theme"
        label={say("public.filter.theme")}
        value={filters.theme}
        emptyLabel={say("public.filter.anyTheme")}
        choices={work.directory.themes.map(({ key, name }) => ({
          value: key,
          label: counted(name[visit.lang], facets.theme.get(key)),
        }))}
      />
      <SelectField
        name="axis"
        label={say("public.filter.axis")}
        value={filters.axis.length === 1 ? String(filters.axis[0]) : undefined}
        emptyLabel={say("public.filter.anyAxis")}
        choices={work.plan.axes.map(({ number, title }) => ({
          value: String(number),
          label: counted(`${number}. ${title}`, facets.axis.get(number)),
        }))}
      />
    </FilterForm>
  );
};
