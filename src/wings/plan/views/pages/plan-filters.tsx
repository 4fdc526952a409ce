import { Button } from "../../../../ui/button.tsx";
import { FilterForm } from "../../../../ui/filters.tsx";
import { ChoiceGroup, SelectField } from "../../../../ui/form/choice.tsx";
import { countFilters, flags, noFilters, toQuery } from "../filters.ts";
import { ActionStatus } from "../../action/model.ts";
import { actionWords } from "../../action/words.ts";
import { viewWords } from "../words.ts";
import { activeFilters, planAddress, type Shown } from "./plan-address.ts";

/** The filters of the plan, each choice with how many actions it would leave. */
export const PlanFilters = ({ visit, work, filters, found }: Shown) => {
  const { lang } = visit;
  const say = viewWords(lang);
  const status = actionWords(lang);
  const { facets } = found;
  const counted = (label: string, count: number | undefined) => say("filter.count", { label, count: count ?? 0 });
  const order = new URLSearchParams(toQuery({ ...noFilters, sort: filters.sort })).get("sort") ?? undefined;
  return (
    <FilterForm
      action={planAddress(visit, { ...noFilters, view: filters.view })}
      active={activeFilters({ visit, work, filters })}
      clearHref={planAddress(visit, { ...noFilters, view: filters.view })}
      hidden={{ sort: order }}
      result={
        filters.view === "list" || countFilters(filters) === 0
          ? undefined
          : say("result.list", { count: found.actions.length, total: work.plan.actions.length })
      }
      beside={
        <div class="filters-search">
          <label class="sr-only" for="f-q">
            {say("search")}
          </label>
          <input
            class="input"
            id="f-q"
            type="search"
            name="q"
            value={filters.q}
            placeholder={say("search")}
            autocomplete="off"
            data-search
          />
          <Button icon="search">
            <span class="sr-only">{say("searchButton")}</span>
          </Button>
        </div>
      }
    >
      <ChoiceGroup
        pick="many"
        name="axis"
        label={say("filter.axis")}
        values={filters.axis.map(String)}
        choices={work.plan.axes.map(({ number, title }) => ({
          value: String(number),
          label: counted(`${String(number)}. ${title}`, facets.axis.get(number)),
        }))}
      />
      <ChoiceGroup
        pick="many"
        name="status"
        label={say("filter.status")}
        values={filters.status}
        choices={ActionStatus.options.map((each) => ({
          value: each,
          label: counted(status(`status.${each}`), facets.status.get(each)),
        }))}
      />
      <fieldset class="field choices">
        <legend>{say("filter.flags")}</legend>
        <div class="choice-list">
          {flags.map((flag) => (
            <div class="choice">
              <input type="checkbox" id={`f-${flag}`} name={flag} value="1" checked={filters.flags.includes(flag)} />
              <label for={`f-${flag}`}>{counted(say(`flag.${flag}`), facets.flags.get(flag))}</label>
            </div>
          ))}
        </div>
      </fieldset>
      <div class="stack">
        <SelectField
          name="theme"
          label={say("filter.theme")}
          value={filters.theme}
          emptyLabel={say("filter.anyTheme")}
          choices={work.directory.themes.map(({ key, name }) => ({
            value: key,
            label: counted(name[lang], facets.theme.get(key)),
          }))}
        />
        <SelectField
          name="commune"
          label={say("filter.commune")}
          value={filters.commune}
          emptyLabel={say("filter.any")}
          choices={work.directory.communes.map(({ code, name }) => ({
            value: code,
            label: counted(name, facets.commune.get(code)),
          }))}
        />
        <SelectField
          name="organisation"
          label={say("filter.organisation")}
          value={filters.organisation}
          emptyLabel={say("filter.any")}
          choices={work.directory.organisations
            .filter(({ id }) => facets.organisation.has(id) || filters.organisation === id)
            .map(({ id, name }) => ({ value: id, label: counted(name, facets.organisation.get(id)) }))}
        />
      </div>
    </FilterForm>
  );
};
