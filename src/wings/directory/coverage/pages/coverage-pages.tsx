import { Hono } from "hono";
import type { Child } from "hono/jsx";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Table } from "../../../../ui/table.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { coverageWords } from "../words.ts";
import { referenceFigures } from "../reference-figures.ts";
import { byCommune, ratesOf, type CoverageCell, type CoverageRow } from "../rules.ts";
import type { ServiceKind } from "../../kinds/model.ts";
import { publicWords } from "../../search/words.ts";
import {
  AgeLinks,
  CellPlaces,
  ChildcarePlaces,
  CommuneCards,
  CoverageMatrix,
  CrossChecks,
  KindLinks,
  Nowhere,
  rateText,
} from "./coverage-parts.tsx";
import { cellAddress, coverageAddress, coveragePath, readCoverage, type Covered } from "./coverage-read.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";

interface FrameProps {
  readonly covered: Covered;
  readonly title: string;
  readonly intro?: Child;
  readonly children: Child;
}

const Frame = ({ covered, title, intro, children }: FrameProps) => {
  const { visit, query, coverage } = covered;
  const say = coverageWords(visit.lang);
  const isPart = query.commune !== null || query.kind !== null;
  const hasExamples = coverage.rows.some(({ services }) => services.some(({ provenance }) => provenance.kind === "example"));
  return (
    <DirectoryScreen
      visit={visit}
      tab={coveragePath}
      title={title}
      description={say("description", { territory: visit.territory.name })}
      crumbs={[
        { label: publicWords(visit.lang)("service.crumb"), href: visit.at("/annuaire") },
        ...(isPart ? [{ label: say("short"), href: coverageAddress(visit, { ages: query.ages }) }] : []),
      ]}
      width={isPart ? "normal" : "wide"}
    >
      <PageHeading title={title} intro={intro} />
      <AgeLinks {...covered} />
      {hasExamples && <Notice>{publicWords(visit.lang)("examples.notice")}</Notice>}
      {children}
    </DirectoryScreen>
  );
};

const WholePage = (covered: Covered) => {
  const { visit, query, coverage } = covered;
  const say = coverageWords(visit.lang);
  const counts = {
    services: new Set(coverage.rows.flatMap(({ services }) => services)).size,
    kinds: coverage.rows.length,
    communes: coverage.communes.length,
  };
  return (
    <Frame
      covered={covered}
      title={say("title")}
      intro={`${say(query.ages === null ? "intro" : "intro.ages", counts)} ${say("intro.gap")}`}
    >
      {coverage.rows.length > 0 && <CoverageMatrix {...covered} />}
      <CommuneCards {...covered} />
      {coverage.rows.length > 0 && <KindLinks {...covered} />}
      <ChildcarePlaces {...covered} />
      <CrossChecks {...covered} />
      <Nowhere {...covered} />
    </Frame>
  );
};

const None = ({ word }: { readonly word: string }) => <span class="coverage-none">{word}</span>;

interface CellProps {
  readonly covered: Covered;
  readonly kind: ServiceKind;
  readonly cell: CoverageCell;
}

/** How many services, leading to them; a gap in words where there is none. */
const CellLink = ({ covered, kind, cell, count, href }: CellProps & { readonly count: number; readonly href: string }) => {
  const { visit, context } = covered;
  const say = coverageWords(visit.lang);
  if (count === 0) return <None word={say("gap")} />;
  return (
    <a href={href}>
      {say("here.link", { count })}
      <span class="sr-only">
        {" "}
        ({kind.plain[visit.lang]}, {context.names.commune(cell.commune)})
      </span>
    </a>
  );
};

const Here = (props: CellProps) => {
  const { covered, kind, cell } = props;
  const href = cellAddress(covered, { kind: kind.key, commune: cell.commune });
  return <CellLink {...props} count={cell.here.length} href={href} />;
};

const Elsewhere = (props: CellProps) => {
  const { covered, kind, cell } = props;
  const href = cellAddress(covered, { kind: kind.key, near: covered.context.names.commune(cell.commune) });
  return <CellLink {...props} count={cell.fromElsewhere.length} href={href} />;
};

const CommunePage = ({ covered, commune }: { readonly covered: Covered; readonly commune: CoverageCell["commune"] }) => {
  const { visit, context, query, coverage } = covered;
  const { lang } = visit;
  const say = coverageWords(lang);
  const name = context.names.commune(commune);
  const has = byCommune(coverage).find((each) => each.commune === commune);
  const rows = coverage.rows.flatMap(({ kind, cells }) => {
    const cell = cells.get(commune);
    return cell === undefined || cell.here.length + cell.fromElsewhere.length === 0 ? [] : [{ kind, cell }];
  });
  const lacking = has?.lacking ?? [];
  return (
    <Frame
      covered={covered}
      title={say("one.commune.title", { commune: name, kinds: has?.given.length ?? 0, lacking: lacking.length })}
    >
      {rows.length > 0 && (
        <Table
          caption={say("one.commune.caption", { commune: name })}
          hideCaption
          narrowly="blocks"
          rows={rows}
          columns={[
            {
              key: "kind",
              label: say("one.commune.kind"),
              cell: ({ kind }) => <a href={coverageAddress(visit, { kind: kind.key, ages: query.ages })}>{kind.plain[lang]}</a>,
            },
            { key: "here", label: say("one.commune.here"), cell: (row) => <Here covered={covered} {...row} /> },
            { key: "elsewhere", label: say("one.commune.elsewhere"), cell: (row) => <Elsewhere covered={covered} {...row} /> },
            {
              key: "places",
              label: say("one.commune.places"),
              cell: ({ cell }) => <CellPlaces covered={covered} cell={cell} />,
            },
          ]}
        />
      )}
      <Section
        id="manque"
        title={say("one.commune.lacking")}
        intro={lacking.length === 0 ? say("one.commune.lacking.none") : say("one.commune.lacking.text", { commune: name })}
      >
        <ul class="coverage-lacking">
          {lacking.map((kind) => (
            <li>
              <a href={cellAddress(covered, { kind: kind.key, near: name })}>{kind.plain[lang]}</a>
            </li>
          ))}
        </ul>
      </Section>
      <CrossChecks {...covered} />
      <Others
        label={say("other.communes")}
        items={context.lists.communes.map(({ code, name: label }) => ({
          label,
          href: coverageAddress(visit, { commune: code, ages: query.ages }),
          isHere: code === commune,
        }))}
      />
    </Frame>
  );
};

const KindPage = ({
  covered,
  kind,
  row,
}: {
  readonly covered: Covered;
  readonly kind: ServiceKind;
  readonly row: CoverageRow | undefined;
}) => {
  const { visit, context, query, coverage } = covered;
  const { lang } = visit;
  const say = coverageWords(lang);
  const name = kind.plain[lang];
  const cells = coverage.communes.map(
    (commune): CoverageCell =>
      row?.cells.get(commune) ?? {
        commune,
        here: [],
        fromElsewhere: [],
        places: { known: 0, saying: 0, silent: 0 },
        counted: referenceFigures.services(commune, kind.key),
      },
  );
  const rates = new Map(ratesOf(coverage, referenceFigures, ({ key }) => key === kind.key).map((rate) => [rate.commune, rate]));
  const hasRates = [...rates.values()].some(({ per100 }) => per100 !== null);
  return (
    <Frame
      covered={covered}
      title={say("one.kind.title", {
        kind: name,
        count: cells.filter(({ here }) => here.length > 0).length,
        all: coverage.communes.length,
      })}
    >
      <Table
        caption={say("one.kind.caption", { kind: name })}
        hideCaption
        narrowly="blocks"
        rows={cells}
        columns={[
          {
            key: "commune",
            label: say("places.commune"),
            cell: ({ commune }) => (
              <a href={coverageAddress(visit, { commune, ages: query.ages })}>{context.names.commune(commune)}</a>
            ),
          },
          { key: "here", label: say("one.commune.here"), cell: (cell) => <Here covered={covered} kind={kind} cell={cell} /> },
          {
            key: "elsewhere",
            label: say("one.commune.elsewhere"),
            cell: (cell) => <Elsewhere covered={covered} kind={kind} cell={cell} />,
          },
          {
            key: "places",
            label: say("one.commune.places"),
            cell: (cell) => <CellPlaces covered={covered} cell={cell} />,
          },
          ...(hasRates
            ? [
                {
                  key: "rate",
                  label: say("places.rate"),
                  cell: ({ commune, places }: CoverageCell) => rateText(lang, rates.get(commune)?.per100 ?? null, places),
                },
              ]
            : []),
        ]}
      />
      <CrossChecks {...covered} />
      <Others
        label={say("other.kinds")}
        items={coverage.rows.map(({ kind: other }) => ({
          label: other.plain[lang],
          href: coverageAddress(visit, { kind: other.key, ages: query.ages }),
          isHere: other.key === kind.key,
        }))}
      />
    </Frame>
  );
};

interface OthersProps {
  readonly label: string;
  readonly items: readonly { readonly label: string; readonly href: string; readonly isHere: boolean }[];
}

const Others = ({ label, items }: OthersProps) => (
  <nav class="coverage-others no-print" aria-label={label}>
    <h2>{label}</h2>
    <ul class="tags">
      {items.map((item) => (
        <li>
          <a href={item.href} aria-current={item.isHere ? "true" : undefined}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  </nav>
);

/** What there is and what is missing, kind by kind and commune by commune: `/annuaire/couverture`. */
export const coveragePages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get(coveragePath, async (c) => {
    const covered = await readCoverage(c.var.visit, c.req.query());
    const { query, context, coverage, visit } = covered;
    if (query.commune !== null)
      return coverage.communes.includes(query.commune)
        ? c.html(<CommunePage covered={covered} commune={query.commune} />)
        : c.html(<MissingPage visit={visit} />, 404);
    if (query.kind !== null) {
      const kind = context.directory.kinds.find(({ key }) => key === query.kind);
      if (kind === undefined) return c.html(<MissingPage visit={visit} />, 404);
      return c.html(<KindPage covered={covered} kind={kind} row={coverage.rows.find((each) => each.kind === kind)} />);
    }
    return c.html(<WholePage {...covered} />);
  });
