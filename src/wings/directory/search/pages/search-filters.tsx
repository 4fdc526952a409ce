import type { Lang } from "../../../../platform/words.ts";
import type { ActiveFilter } from "../../../../ui/filters.tsx";
import { ChoiceGroup, SelectField } from "../../../../ui/form/choice.tsx";
import { cardWords } from "../../card/words.ts";
import { Weekday } from "../../card/model.ts";
import { publicWords } from "../words.ts";
import type { FilterName } from "../model.ts";
import type { Searched } from "./searched.ts";
import { searchAddress, yearsOf } from "./search-query.ts";

export const filterName = (lang: Lang, name: FilterName): string => publicWords(lang)(`filter.${name}`);

/** The filters, each value with how many services it would leave. */
export const SearchFilters = ({ visit, context, query, found: { facets } }: Searched) => {
  const say = publicWords(visit.lang);
  const { lang } = visit;
  const counted = (label: string, count: number | undefined) => say("counted", { label, count: count ?? 0 });
  return (
    <>
      <SelectField
        name="age"
        label={say("filter.age")}
        value={query.age === null ? "" : String(query.age)}
        emptyLabel={say("filter.age.any")}
        choices={facets.age.map((count, year) => ({
          value: String(year),
          label: counted(say("filter.age.year", { year }), count),
        }))}
      />
      <SelectField
        name="day"
        label={say("filter.day")}
        value={query.day}
        emptyLabel={say("filter.day.any")}
        choices={Weekday.options.map((day) => ({
          value: day,
          label: counted(cardWords(lang)(`weekday.${day}`), facets.day.get(day)),
        }))}
      />
      <SelectField
        name="kind"
        label={say("filter.kind")}
        value={query.kind}
        emptyLabel={say("filter.kind.any")}
        choices={context.directory.kinds
          .filter(({ key }) => facets.kind.has(key) || key === query.kind)
          .map(({ key, plain }) => ({ value: key, label: counted(plain[lang], facets.kind.get(key)) }))}
      />
      <SelectField
        name="theme"
        label={say("filter.theme")}
        value={query.theme}
        emptyLabel={say("filter.theme.any")}
        choices={context.lists.themes.map(({ key, name }) => ({ value: key, label: counted(name[lang], facets.theme.get(key)) }))}
      />
      <SelectField
        name="commune"
        label={say("filter.commune")}
        value={query.commune}
        emptyLabel={say("filter.commune.any")}
        choices={context.lists.communes.map(({ code, name }) => ({
          value: code,
          label: counted(name, facets.commune.get(code)),
        }))}
      />
      <div class="choices-beside">
        <ChoiceGroup
          name="free"
          label={say("filter.more")}
          pick="many"
          values={query.free ? ["1"] : []}
          choices={[{ value: "1", label: counted(say("filter.free"), facets.free) }]}
        />
        <ChoiceGroup
          name="wheelchair"
          label={say("filter.more")}
          hideLabel
          pick="many"
          values={query.wheelchair ? ["1"] : []}
          choices={[{ value: "1", label: counted(say("filter.wheelchair"), facets.wheelchair) }]}
        />
      </div>
    </>
  );
};

/** Each filter in force, with the address of the same search without it. */
export function activeFilters({ visit, context, query }: Pick<Searched, "visit" | "context" | "query">): readonly ActiveFilter[] {
  const say = publicWords(visit.lang);
  const { names } = context;
  const years = yearsOf(query);
  const without = (some: Partial<Searched["query"]>) => searchAddress(visit, { ...query, page: 1, ...some });
  const chip = (label: string | null, some: Partial<Searched["query"]>): ActiveFilter[] =>
    label === null ? [] : [{ label, removeHref: without(some) }];
  return [
    ...chip(query.age === null ? null : say("filter.age.year", { year: query.age }), { age: null, ages: null }),
    ...chip(query.age === null && years !== null ? say("filter.ages", { ...years, until: years.to + 1 }) : null, { ages: null }),
    ...chip(query.day && cardWords(visit.lang)(`weekday.${query.day}`), { day: null }),
    ...chip(query.kind && names.plainKind(query.kind), { kind: null }),
    ...chip(query.theme && names.theme(query.theme), { theme: null }),
    ...chip(query.commune && names.commune(query.commune), { commune: null }),
    ...chip(query.free ? say("filter.free") : null, { free: false }),
    ...chip(query.wheelchair ? say("filter.wheelchair") : null, { wheelchair: false }),
    ...chip(query.near === "" && query.lat !== null ? say("near.here") : null, { lat: null, lon: null }),
  ];
}
