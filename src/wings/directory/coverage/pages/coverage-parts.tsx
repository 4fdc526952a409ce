import { Section } from "../../../../ui/heading.tsx";
import { Matrix } from "../../../../ui/matrix.tsx";
import { Table } from "../../../../ui/table.tsx";
import { coverageWords } from "../words.ts";
import { AgeBandKey, type Figure } from "../model.ts";
import { referenceFigures } from "../reference-figures.ts";
import {
  byCommune,
  childcareKinds,
  crossChecks,
  ratesOf,
  type CommuneCoverage,
  type CoverageCell,
  type CoverageRow,
  type CrossCheck,
  type Places,
} from "../rules.ts";
import { cellAddress, coverageAddress, type Covered } from "./coverage-read.ts";
import { numberText } from "../../../../platform/french/number.ts";
import { uncapitalised } from "../../../../platform/french/capital.ts";

/** The ages that can be looked at, as links. */
export const AgeLinks = ({ visit, query }: Covered) => {
  const say = coverageWords(visit.lang);
  return (
    <nav class="coverage-ages" aria-label={say("ages")}>
      <p>{say("ages")}</p>
      <ul class="switch">
        {[null, ...AgeBandKey.options].map((ages) => (
          <li>
            <a href={coverageAddress(visit, { ...query, ages })} aria-current={ages === query.ages ? "true" : undefined}>
              {say(`ages.${ages ?? "all"}`)}
            </a>
          </li>
        ))}
      </ul>
      {query.ages !== null && <p class="hint">{say("ages.note")}</p>}
    </nav>
  );
};

/** The whole at a glance, where there is room for it; the lists under it say the same, commune by commune and kind by kind. */
export const CoverageMatrix = (covered: Covered) => {
  const { visit, context, query, coverage } = covered;
  const say = coverageWords(visit.lang);
  const rows = new Map<string, CoverageRow>(coverage.rows.map((row) => [row.kind.key, row]));
  return (
    <div class="coverage-matrix">
      <Matrix
        caption={say("matrix.caption")}
        corner={say("matrix.corner")}
        rows={coverage.rows.map(({ kind }) => ({
          key: kind.key,
          label: kind.plain[visit.lang],
          href: coverageAddress(visit, { kind: kind.key, ages: query.ages }),
        }))}
        columns={context.lists.communes.map(({ code, name }) => ({
          key: code,
          label: name,
          href: coverageAddress(visit, { commune: code, ages: query.ages }),
        }))}
        cell={(key, column) => {
          const row = rows.get(key);
          const cell = [...(row?.cells.values() ?? [])].find(({ commune }) => commune === column);
          if (row === undefined || cell === undefined) return { count: 0 };
          return {
            count: cell.here.length,
            href: cellAddress(covered, { kind: row.kind.key, commune: cell.commune }),
            otherwise:
              cell.fromElsewhere.length === 0
                ? undefined
                : {
                    label: say("matrix.served"),
                    said: say("matrix.served.said"),
                    href: cellAddress(covered, { kind: row.kind.key, near: context.names.commune(cell.commune) }),
                  },
          };
        }}
        rowTotal={(key) => rows.get(key)?.services.length ?? 0}
        note={say("matrix.note")}
      />
    </div>
  );
};

const CommuneCard = ({ covered, has }: { readonly covered: Covered; readonly has: CommuneCoverage }) => {
  const { visit, context, query } = covered;
  const { lang } = visit;
  const say = coverageWords(lang);
  return (
    <article class="coverage-commune">
      <h3>
        <a href={coverageAddress(visit, { commune: has.commune, ages: query.ages })}>{context.names.commune(has.commune)}</a>
      </h3>
      <p>{say("commune.has", { services: has.services.length, kinds: has.given.length })}</p>
      {has.served.length > 0 && (
        <p class="hint">{say("commune.served", { kinds: has.served.map(({ plain }) => plain[lang]).join(" · ") })}</p>
      )}
      {has.lacking.length === 0 ? (
        <p class="hint">{say("commune.full")}</p>
      ) : (
        <details>
          <summary>{say("commune.lacks", { count: has.lacking.length })}</summary>
          <ul>
            {has.lacking.map(({ plain }) => (
              <li>{plain[lang]}</li>
            ))}
          </ul>
        </details>
      )}
    </article>
  );
};

export const CommuneCards = (covered: Covered) => (
  <Section id="communes" title={coverageWords(covered.visit.lang)("communes")}>
    <div class="coverage-communes">
      {byCommune(covered.coverage).map((has) => (
        <CommuneCard covered={covered} has={has} />
      ))}
    </div>
  </Section>
);

/** On a phone, the kinds one under another in the place of the matrix. */
export const KindLinks = ({ visit, query, coverage }: Covered) => {
  const say = coverageWords(visit.lang);
  return (
    <div class="coverage-kinds">
      <Section id="genres" title={say("kinds")}>
        <ul>
          {coverage.rows.map(({ kind, cells }) => (
            <li>
              <a href={coverageAddress(visit, { kind: kind.key, ages: query.ages })}>{kind.plain[visit.lang]}</a>
              <span>
                {say("kind.where", {
                  count: [...cells.values()].filter(({ here }) => here.length > 0).length,
                  all: coverage.communes.length,
                })}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
};

export const Nowhere = ({ visit, query, coverage: { nowhere } }: Covered) => {
  const say = coverageWords(visit.lang);
  if (nowhere.length === 0) return null;
  return (
    <Section id="nulle-part" title={say(query.ages === null ? "nowhere" : "nowhere.ages")} intro={say("nowhere.text")}>
      <ul>
        {nowhere.map(({ plain }) => (
          <li>{plain[visit.lang]}</li>
        ))}
      </ul>
    </Section>
  );
};

/** A sum of places, or the least that it is. */
function placesText(lang: Covered["visit"]["lang"], { known, saying, silent }: Places): string {
  const say = coverageWords(lang);
  if (saying === 0) return say(silent === 0 ? "places.none" : "places.unsaid");
  return say(silent === 0 ? "places.count" : "places.least", { known });
}

/** The places of a cell: those that come by rounds have theirs where they come from. */
export const CellPlaces = ({ covered: { visit }, cell }: { readonly covered: Covered; readonly cell: CoverageCell }) => {
  const { places, here } = cell;
  if (places.saying > 0) return <>{placesText(visit.lang, places)}</>;
  const isRound = here.length > 0 && places.silent === 0;
  return (
    <span class="coverage-none">{isRound ? coverageWords(visit.lang)("places.round") : placesText(visit.lang, places)}</span>
  );
};

const figureText = (lang: Covered["visit"]["lang"], figure: Figure | null): string =>
  figure === null ? coverageWords(lang)("places.unknown") : numberText(lang, figure.count);

/** The rate of a commune, rounded to a whole place and said as a least where some do not say theirs. */
export function rateText(lang: Covered["visit"]["lang"], per100: number | null, { silent }: Places): string {
  const say = coverageWords(lang);
  if (per100 === null) return say("places.unknown");
  const rate = numberText(lang, per100, 0);
  return silent === 0 ? rate : say("places.least.rate", { rate });
}

/** Places and children under three, commune by commune: the rate that a convention is followed by. */
export const ChildcarePlaces = ({ visit, context, query, coverage }: Covered) => {
  const { lang } = visit;
  const say = coverageWords(lang);
  const rates = ratesOf(coverage, referenceFigures, ({ key }) => childcareKinds.includes(key));
  const shown = rates.filter(({ places, children }) => places.saying + places.silent > 0 || children !== null);
  if (query.ages !== "0-2" || shown.length === 0) return null;
  const source = shown.find(({ children }) => children !== null)?.children;
  return (
    <Section id="places" title={say("places")} intro={say("places.intro")}>
      <Table
        caption={say("places.caption")}
        hideCaption
        narrowly="blocks"
        rows={shown}
        columns={[
          { key: "commune", label: say("places.commune"), cell: ({ commune }) => context.names.commune(commune) },
          { key: "places", label: say("places.places"), numeric: true, cell: ({ places }) => placesText(lang, places) },
          { key: "children", label: say("places.children"), numeric: true, cell: ({ children }) => figureText(lang, children) },
          {
            key: "rate",
            label: say("places.rate"),
            numeric: true,
            cell: ({ per100, places }) =>
              per100 === null ? rateText(lang, null, places) : <strong>{rateText(lang, per100, places)}</strong>,
          },
        ]}
        note={source ? say("places.note", { source: source.source, year: String(source.year) }) : say("places.note.unknown")}
      />
    </Section>
  );
};

/** What public statistics counted beside what the directory knows, in sentences. */
export const CrossChecks = ({ visit, context, coverage, query }: Covered) => {
  const { lang } = visit;
  const say = coverageWords(lang);
  const isAsked = ({ commune, kind }: CrossCheck) =>
    (query.commune === null || commune === query.commune) && (query.kind === null || kind.key === query.kind);
  const checks = crossChecks(coverage, referenceFigures).filter(isAsked);
  const [first] = checks;
  if (first === undefined) return null;
  const years = [...new Set(checks.map(({ counted }) => counted.year))].join(", ");
  return (
    <Section id="chiffres-publics" title={say("checks")}>
      <ul>
        {checks.map(({ commune, kind, known, counted }) => (
          <li>
            {say("check", {
              commune: context.names.commune(commune),
              kind: lang === "fr" ? uncapitalised(kind.plain[lang]) : kind.plain[lang],
              known,
              counted: counted.count,
              year: String(counted.year),
            })}
          </li>
        ))}
      </ul>
      <p class="source">{say("checks.note", { source: first.counted.source, years })}</p>
    </Section>
  );
};
