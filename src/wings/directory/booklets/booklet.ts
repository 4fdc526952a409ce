import { dayOf } from "../../../platform/clock.ts";
import { bullets, callout, contentsDownTo, link, paragraph, report, section } from "../../../platform/document/outline.ts";
import type { Block, Document, Paper } from "../../../platform/document/model.ts";
import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import type { CommuneCode } from "../../territory/territories/model.ts";
import { bookletWords } from "./words.ts";
import { coverageWords } from "../coverage/words.ts";
import type { AgeBandKey } from "../coverage/model.ts";
import { referenceFigures } from "../coverage/reference-figures.ts";
import { ageBand, byCommune, coverageOf, type Coverage } from "../coverage/rules.ts";
import type { Directory, Service } from "../card/model.ts";
import type { Place } from "../places/model.ts";
import type { ServiceKind } from "../kinds/model.ts";
import { communeOf, type Lists, type DirectoryNames } from "../card/names.ts";
import { publicWords } from "../search/words.ts";
import { serviceBlocks, unbroken } from "./service-sheet.ts";
import { timeText } from "../../../platform/french/time.ts";

/** Whom a booklet is for: those of a commune, or the children of an age. */
export type BookletChoice =
  { readonly kind: "commune"; readonly commune: CommuneCode } | { readonly kind: "ages"; readonly ages: AgeBandKey };

interface BookletContext {
  readonly directory: Directory;
  readonly lists: Lists;
  readonly names: DirectoryNames;
}

/** Who is asked for it, when and where. */
type Asked = Pick<TerritoryVisit, "lang" | "territory" | "at"> & { readonly now: Date; readonly origin: string };

interface Written {
  readonly visit: Asked;
  readonly context: BookletContext;
}

/** The directory on paper, for a commune or for an age: pages to read, or sheets to print on both sides and fold. */
export function booklet(visit: Asked, context: BookletContext, choice: BookletChoice, paper: Paper): Document {
  const { lang, territory, now, origin } = visit;
  const say = bookletWords(lang);
  const coverage = coverageOf(context.directory, {
    communes: context.lists.communes.map(({ code }) => code),
    epciSiren: territory.siren,
    band: choice.kind === "ages" ? ageBand(choice.ages) : null,
    figures: referenceFigures,
  });
  const address = new URL(visit.at("/annuaire"), origin).href;
  const on = timeText(lang, dayOf(now));
  const parts =
    choice.kind === "commune"
      ? communeParts({ visit, context }, coverage, choice.commune)
      : kindSections({ visit, context }, coverage);
  const isExample = shownIn(coverage, choice).some(({ provenance }) => provenance.kind === "example");
  return report(
    {
      title: bookletTitle(visit, context.names, choice),
      subtitle: say("subtitle"),
      lang,
      paper,
      opening: "cover",
      header: territory.name,
      footer: say("footer", { on }),
      date: dayOf(now),
      coverNote: isExample ? say("example") : null,
      origin,
    },
    [
      contentsDownTo(1),
      ...(isExample ? [callout("example", publicWords(lang)("examples.notice"))] : []),
      ...parts,
      section(say("end"), [paragraph(say("end.text", { on })), paragraph([say("end.online"), " ", link(address, address), "."])]),
    ],
  );
}

/** What a booklet is called. */
export function bookletTitle(
  { lang }: Pick<TerritoryVisit, "lang">,
  names: Pick<DirectoryNames, "commune">,
  choice: BookletChoice,
): string {
  return choice.kind === "commune"
    ? bookletWords(lang)("title.commune", { commune: names.commune(choice.commune) })
    : bookletWords(lang)("title.ages", { ages: coverageWords(lang)(`ages.${choice.ages}`).toLowerCase() });
}

const shownIn = ({ rows }: Coverage, choice: BookletChoice): readonly Service[] =>
  rows.flatMap(({ services, cells }) => {
    if (choice.kind === "ages") return services;
    const cell = cells.get(choice.commune);
    return cell === undefined ? [] : [...cell.here, ...cell.fromElsewhere];
  });

/** The services of a commune, those of elsewhere that come to it or take its people, and where to find what it lacks. */
function communeParts(written: Written, coverage: Coverage, commune: CommuneCode): readonly Block[] {
  const { visit, context } = written;
  const { lang } = visit;
  const say = bookletWords(lang);
  const name = context.names.commune(commune);
  const cells = coverage.rows.map(({ kind, cells: all }) => ({ kind, cell: all.get(commune) }));
  const here = cells.filter(({ cell }) => (cell?.here.length ?? 0) > 0);
  const elsewhere = cells.filter(({ cell }) => (cell?.fromElsewhere.length ?? 0) > 0);
  const lacking = byCommune(coverage).find((each) => each.commune === commune)?.lacking ?? [];
  const findable = lacking.filter((kind) => coverage.rows.some((row) => row.kind === kind));
  return [
    ...here.map(({ kind, cell }) => kindSection(written, kind, cell?.here ?? [])),
    ...(elsewhere.length === 0
      ? []
      : [
          section(say("elsewhere", { commune: name }), [
            ...elsewhere.flatMap(({ cell }) => (cell?.fromElsewhere ?? []).map((service) => shortSection(written, service))),
          ]),
        ]),
    ...(findable.length === 0
      ? []
      : [
          section(say("nearby"), [
            paragraph(say("nearby.text", { commune: name })),
            ...findable.map((kind) =>
              section(kind.plain[lang], [
                bullets(
                  (coverage.rows.find((row) => row.kind === kind)?.services ?? []).map((service) => lineOf(written, service)),
                ),
              ]),
            ),
          ]),
        ]),
  ];
}

const kindSections = (written: Written, { rows }: Coverage): readonly Block[] =>
  rows.map(({ kind, services }) => kindSection(written, kind, services));

const kindSection = (written: Written, kind: ServiceKind, services: readonly Service[]): Block =>
  section(
    kind.plain[written.visit.lang],
    services.map((service) => shortSection(written, service)),
  );

const placeOf = ({ directory }: BookletContext, { placeId }: Service): Place | undefined => directory.places.get(placeId);

function shortSection({ visit, context }: Written, service: Service): Block {
  const place = placeOf(context, service);
  return section(service.offer.name, [
    ...(service.offer.description === null ? [] : [paragraph(service.offer.description)]),
    ...(place === undefined
      ? []
      : serviceBlocks(visit.lang, { service, place, names: context.names, lists: context.lists }, visit.now)),
  ]);
}

/** A service in a line: what it is called, where, and whom to call. */
function lineOf({ context }: Written, service: Service): string {
  const place = placeOf(context, service);
  const phone = service.wayIn.phone ?? place?.phone ?? null;
  const town = place === undefined ? null : communeOf(place, context.lists);
  return unbroken([service.offer.name, town, phone].filter((text) => text !== null).join(", "));
}
