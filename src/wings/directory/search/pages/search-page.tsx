import { Hono } from "hono";
import { dayOf } from "../../../../platform/clock.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { FilterForm } from "../../../../ui/filters.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Pagination } from "../../../../ui/pagination.tsx";
import { cardWords } from "../../card/words.ts";
import { publicWords } from "../words.ts";
import { locate } from "../locate.ts";
import type { Result } from "../model.ts";
import { search } from "../search.ts";
import { searchIndexAt } from "../search-at.ts";
import { readDirectoryContext } from "../../card/pages/card-read.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { ResultCard } from "./result-card.tsx";
import { activeFilters, filterName, SearchFilters } from "./search-filters.tsx";
import { blankQuery, filtersOf, positionOf, readQuery, searchAddress, type SearchQuery } from "./search-query.ts";
import { ServiceMap } from "./service-map.tsx";
import type { Searched } from "./searched.ts";
import { ageText } from "../../../../platform/french/age.ts";

const pageSize = 20;

async function ask(visit: TerritoryVisit, query: SearchQuery): Promise<Searched> {
  const [context, index] = await visit.read(async (tx) => {
    const known = await readDirectoryContext(tx, visit);
    return [known, await searchIndexAt(tx, visit.territory.id, known.lists)] as const;
  });
  const typed = query.near === "" ? null : locate(query.near, index);
  const from = typed ?? positionOf(query);
  const today = Math.floor(Date.parse(`${dayOf(visit.runtime.clock.now())}T00:00:00Z`) / 86_400_000);
  const found = search(index, {
    text: query.q,
    filters: filtersOf(query),
    from,
    today,
    limit: pageSize,
    offset: (query.page - 1) * pageSize,
  });
  return { visit, context, index, query, found, from, isLost: query.near !== "" && typed === null };
}

const SearchFields = ({ visit, context, query, isLost }: Searched) => {
  const say = publicWords(visit.lang);
  return (
    <div class="search-fields">
      <TextField
        name="q"
        type="search"
        label={say("search.label")}
        hint={say("search.placeholder")}
        value={query.q}
        maxlength={200}
      />
      <TextField
        name="near"
        label={say("near.label")}
        hint={say("near.hint")}
        value={query.near}
        error={isLost ? say("near.unknown") : undefined}
        suggestions={context.lists.communes.map(({ name }) => name)}
        maxlength={200}
      />
      <div class="search-go">
        <Button look="main" icon="search">
          {say("search.go")}
        </Button>
        <button class="button button-quiet" type="button" hidden data-position data-denied={say("near.denied")}>
          <span>{say("near.mine")}</span>
        </button>
      </div>
    </div>
  );
};

/** What was read of the words that were typed, said back so that a wrong reading is seen. */
const UnderstoodLine = ({ visit, context, found: { understood } }: Searched) => {
  const say = publicWords(visit.lang);
  const { communes, ages, day, moments, unknown } = understood;
  const age = (months: number) => ageText(visit.lang, months);
  const parts = [
    ...communes.map((code) => say("understood.commune", { commune: context.names.commune(code) })),
    ...(ages === null
      ? []
      : [
          ages.exact
            ? say("understood.age", { age: age(ages.from) })
            : say("understood.ages", { from: age(ages.from), to: age(ages.to + 1) }),
        ]),
    ...(day === null ? [] : [say("reason.day", { day: cardWords(visit.lang)(`weekday.${day}`).toLowerCase() })]),
    ...moments.map((moment) => say(`reason.${moment}`)),
  ];
  if (parts.length === 0 && unknown.length === 0) return null;
  return (
    <p class="understood">
      {parts.length > 0 && (
        <>
          {say("understood")} {parts.join(", ")}.{" "}
        </>
      )}
      {unknown.length > 0 && say("understood.unknown", { words: unknown.join(", ") })}
    </p>
  );
};

const ResultList = ({ searched, results }: { readonly searched: Searched; readonly results: readonly Result[] }) => {
  const { visit, context, query } = searched;
  const first = (query.page - 1) * pageSize;
  return (
    <ol class="results" start={first + 1}>
      {results.map((result, at) => (
        <li>
          <ResultCard visit={visit} context={context} result={result} number={first + at + 1} />
        </li>
      ))}
    </ol>
  );
};

const ResultMap = ({ searched, results }: { readonly searched: Searched; readonly results: readonly Result[] }) => {
  const { visit, context, query, index, from } = searched;
  const say = publicWords(visit.lang);
  const points = results.flatMap(({ service }, at) => {
    const place = context.directory.places.get(service.placeId);
    if (place === undefined || place.latitude === null || place.longitude === null) return [];
    const position = { latitude: place.latitude, longitude: place.longitude };
    return [{ number: (query.page - 1) * pageSize + at + 1, position }];
  });
  if (points.length === 0) return null;
  return (
    <details class="results-map" open>
      <summary>{say("map.title")}</summary>
      <ServiceMap label={say("map.label")} points={points} communes={index.communes} here={from} hereLabel={say("map.here")} />
      <p class="hint">{say("map.note")}</p>
    </details>
  );
};

const NothingFound = (searched: Searched) => {
  const { visit, query, found } = searched;
  const say = publicWords(visit.lang);
  const { nearest } = found;
  return (
    <>
      <Empty
        icon="search"
        title={say("none.title")}
        action={
          <>
            <ButtonLink look="main" href={visit.at(`/annuaire/question?${new URLSearchParams({ q: query.q }).toString()}`)}>
              {say("none.ask")}
            </ButtonLink>
            <ButtonLink href={searchAddress(visit, {})}>{say("none.all")}</ButtonLink>
          </>
        }
      >
        {say("none.text")}
      </Empty>
      {nearest !== null && nearest.results.length > 0 && (
        <Section
          title={say("results.nearest")}
          intro={
            nearest.without.length > 0 &&
            say("results.without", { filters: nearest.without.map((name) => filterName(visit.lang, name)).join(", ") })
          }
        >
          <ResultList searched={{ ...searched, query: { ...query, page: 1 } }} results={nearest.results} />
        </Section>
      )}
    </>
  );
};

const SearchPage = (searched: Searched) => {
  const { visit, query, found } = searched;
  const say = publicWords(visit.lang);
  const active = activeFilters(searched);
  const isAsked = query.q !== "" || active.length > 0 || query.near !== "";
  const title = isAsked ? say("search.found", { count: found.total }) : say("search.title");
  const pages = Math.max(1, Math.ceil(found.total / pageSize));
  const hasExamples = found.results.some(({ service }) => service.provenance.kind === "example");
  return (
    <DirectoryScreen
      visit={visit}
      tab="/annuaire"
      title={title}
      description={say("search.description", { territory: visit.territory.name })}
    >
      <PageHeading title={title} intro={!isAsked && say("search.intro", { territory: visit.territory.name })} />
      <FilterForm
        action={visit.at("/annuaire")}
        active={active}
        clearHref={searchAddress(visit, { q: query.q, near: query.near })}
        hidden={{
          ages: query.ages ?? undefined,
          ...(query.near === "" ? { lat: query.lat?.toString(), lon: query.lon?.toString() } : {}),
        }}
        beside={<SearchFields {...searched} />}
      >
        <SearchFilters {...searched} />
      </FilterForm>
      {!isAsked && <Starters visit={visit} />}
      <UnderstoodLine {...searched} />
      {hasExamples && <Notice>{say("examples.notice")}</Notice>}
      {found.total === 0 ? (
        <NothingFound {...searched} />
      ) : (
        <section class="results-frame" aria-labelledby="results">
          <h2 class="sr-only" id="results">
            {say("results")}
          </h2>
          <div>
            <ResultList searched={searched} results={found.results} />
            <Pagination
              page={Math.min(query.page, pages)}
              pages={pages}
              href={(page) => searchAddress(visit, { ...query, page })}
            />
          </div>
          <ResultMap searched={searched} results={found.results} />
        </section>
      )}
      <p class="directory-foot no-print">
        <a href={visit.at("/annuaire/donnees")}>{publicWords(visit.lang)("link.data")}</a>
      </p>
    </DirectoryScreen>
  );
};

const starters = ["example.1", "example.2", "example.3", "example.4"] as const;

const Starters = ({ visit }: { readonly visit: TerritoryVisit }) => {
  const say = publicWords(visit.lang);
  return (
    <div class="starters">
      <p>{say("search.examples")}</p>
      <ul class="tags">
        {starters.map((key) => (
          <li>
            <a href={searchAddress(visit, { ...blankQuery, q: say(key) })}>{say(key)}</a>
          </li>
        ))}
      </ul>
      <p>
        <a href={visit.at("/annuaire/couverture")}>{publicWords(visit.lang)("link.coverage")}</a>
        {" · "}
        <a href={visit.at("/annuaire/livret")}>{publicWords(visit.lang)("link.booklet")}</a>
        {" · "}
        <a href={visit.at("/annuaire/integrer")}>{publicWords(visit.lang)("link.widget")}</a>
      </p>
    </div>
  );
};

/** The directory as families search it: `/annuaire`. */
export const searchPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get("/annuaire", async (c) => {
    const searched = await ask(c.var.visit, readQuery(c.req.query()));
    return c.html(<SearchPage {...searched} />);
  });
