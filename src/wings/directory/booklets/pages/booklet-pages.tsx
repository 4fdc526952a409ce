import { Hono } from "hono";
import { z } from "zod";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { CommuneCode } from "../../../territory/territories/model.ts";
import { documentAnswer } from "../../../../ui/document-answer.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { Table } from "../../../../ui/table.tsx";
import { bookletWords } from "../words.ts";
import { coverageWords } from "../../coverage/words.ts";
import { AgeBandKey } from "../../coverage/model.ts";
import { referenceFigures } from "../../coverage/reference-figures.ts";
import { ageBand, byCommune, coverageOf } from "../../coverage/rules.ts";
import { booklet, bookletTitle, type BookletChoice } from "../booklet.ts";
import { publicWords } from "../../search/words.ts";
import { readDirectoryContext, type DirectoryContext } from "../../card/pages/card-read.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";

const choice = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null).default(null);
const Address = z.object({ commune: choice(CommuneCode), ages: choice(AgeBandKey), plier: choice(z.literal("1")) });

interface Row {
  readonly choice: BookletChoice;
  readonly label: string;
  readonly services: number;
}

/** The booklets that can be taken, with how many services each holds. */
function rowsOf({ lang, territory }: TerritoryVisit, { directory, lists, names }: DirectoryContext) {
  const communes = lists.communes.map(({ code }) => code);
  const cover = (band: AgeBandKey | null) =>
    coverageOf(directory, { communes, epciSiren: territory.siren, band: ageBand(band), figures: referenceFigures });
  return {
    communes: byCommune(cover(null)).map(({ commune, services }): Row => ({
      choice: { kind: "commune", commune },
      label: names.commune(commune),
      services: services.length,
    })),
    ages: AgeBandKey.options.map((ages): Row => ({
      choice: { kind: "ages", ages },
      label: coverageWords(lang)(`ages.${ages}`),
      services: new Set(cover(ages).rows.flatMap(({ services }) => services)).size,
    })),
  };
}

const fileOf = (visit: TerritoryVisit, asked: BookletChoice, isFolded: boolean): string => {
  const params = new URLSearchParams(asked.kind === "commune" ? { commune: asked.commune } : { ages: asked.ages });
  if (isFolded) params.set("plier", "1");
  return visit.at(`/annuaire/livret.pdf?${params.toString()}`);
};

interface TableProps {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly caption: string;
  readonly rows: readonly Row[];
}

const Booklets = ({ visit, context, caption, rows }: TableProps) => {
  const say = bookletWords(visit.lang);
  const about = (asked: BookletChoice) => <span class="sr-only"> {bookletTitle(visit, context.names, asked)}</span>;
  return (
    <Table
      caption={caption}
      hideCaption
      narrowly="blocks"
      rows={rows}
      columns={[
        { key: "for", label: say("for"), cell: ({ label }) => label },
        { key: "services", label: say("services"), numeric: true, cell: ({ services }) => services },
        {
          key: "read",
          label: say("read"),
          cell: (row) => (
            <a href={fileOf(visit, row.choice, false)}>
              {say("read.link")}
              {about(row.choice)}
            </a>
          ),
        },
        {
          key: "fold",
          label: say("fold"),
          cell: (row) => (
            <a href={fileOf(visit, row.choice, true)}>
              {say("fold.link")}
              {about(row.choice)}
            </a>
          ),
        },
      ]}
    />
  );
};

const BookletsPage = ({ visit, context }: { readonly visit: TerritoryVisit; readonly context: DirectoryContext }) => {
  const say = bookletWords(visit.lang);
  const rows = rowsOf(visit, context);
  return (
    <DirectoryScreen
      visit={visit}
      tab="/annuaire"
      title={say("page.title")}
      description={say("page.description", { territory: visit.territory.name })}
      crumbs={[{ label: publicWords(visit.lang)("service.crumb"), href: visit.at("/annuaire") }]}
    >
      <PageHeading title={say("page.title")} intro={say("page.intro")} />
      <Section id="ages" title={say("ages")}>
        <Booklets visit={visit} context={context} caption={say("ages")} rows={rows.ages} />
      </Section>
      <Section id="communes" title={say("communes")}>
        <Booklets visit={visit} context={context} caption={say("communes")} rows={rows.communes} />
      </Section>
    </DirectoryScreen>
  );
};

/** The directory on paper: the booklets that can be taken, `/annuaire/livret`, and each of them, `/annuaire/livret.pdf`. */
export const bookletPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/livret", async (c) => {
      const { visit } = c.var;
      return c.html(<BookletsPage visit={visit} context={await visit.read((tx) => readDirectoryContext(tx, visit))} />);
    })
    .get("/annuaire/livret.pdf", async (c) => {
      const { visit } = c.var;
      const { commune, ages, plier } = Address.parse(c.req.query());
      const context = await visit.read((tx) => readDirectoryContext(tx, visit));
      const known = context.lists.communes.find(({ code }) => code === commune);
      const asked: BookletChoice | null =
        known !== undefined ? { kind: "commune", commune: known.code } : ages === null ? null : { kind: "ages", ages };
      if (asked === null) return c.html(<MissingPage visit={visit} />, 404);
      const { clock, origin } = visit.runtime;
      const paper = plier === null ? "a5" : "a5-folded";
      return documentAnswer(c, booklet({ ...visit, now: clock.now(), origin }, context, asked, paper), "pdf");
    });
