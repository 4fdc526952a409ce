import type { Block, Document } from "../../../platform/document/model.ts";
import {
  bullets,
  column,
  day,
  emphasis,
  missing,
  numbered,
  paragraph,
  prose,
  report,
  rowNames,
  section,
  strong,
  table,
  contentsDownTo,
} from "../../../platform/document/outline.ts";
import type { Day } from "../../../platform/model.ts";
import type { Lang } from "../../../platform/words.ts";
import type { SharedAxis } from "../../../platform/wing/contributions.ts";
import { dayOf } from "../../../platform/clock.ts";
import { fieldsOf } from "../../../platform/record/fields.ts";
import { conventionParts, type Convention } from "../conventions/model.ts";
import { conventionWords, isFieldName } from "../conventions/words.ts";
import type { Framework } from "../frameworks/model.ts";
import type { Party } from "../parties/model.ts";
import type { Snapshot } from "../snapshots/model.ts";
import { isSigned } from "../conventions/rules.ts";
import { documentWords } from "./words.ts";
import { timeText } from "../../../platform/french/time.ts";
import { knownDateText } from "../../../platform/french/known-date.ts";

export interface ConventionReportParts {
  readonly lang: Lang;
  readonly today: Day;
  readonly origin: string;
  readonly territory: string;
  readonly convention: Convention;
  readonly framework: Framework | null;
  readonly axes: readonly SharedAxis[];
  /** In the order in which a convention names them. */
  readonly parties: readonly { readonly party: Party; readonly name: string }[];
  /** The parties in a line, for the head of each page. */
  readonly header: string;
  readonly themeName: (key: string) => string;
  /** The last state that a signature froze, whose hash the document carries. */
  readonly snapshot: Snapshot | null;
}

/** The convention as it is signed: parties, articles in their usual order, signatures, annexes. */
export function conventionReport(parts: ConventionReportParts): Document {
  const { convention, lang, today } = parts;
  const say = documentWords(lang);
  const note = convention.provenance.kind === "example" ? say("example") : isSigned(convention.state) ? null : say("project");
  return report(
    {
      title: convention.title,
      subtitle: say("subtitle", { territory: parts.territory }),
      lang,
      opening: "cover",
      header: parts.header === "" ? parts.territory : parts.header,
      footer: say("footer", { day: timeText(lang, today) }),
      date: today,
      coverNote: note,
      origin: parts.origin,
    },
    [contentsDownTo(1), ...opening(parts), ...articles(parts), ...closing(parts)],
  );
}

function opening(parts: ConventionReportParts): readonly Block[] {
  const { convention, lang, parties } = parts;
  const say = documentWords(lang);
  const label = conventionWords(lang);
  return [
    section(say("parties"), [paragraph(strong(say("between"))), bullets(parties.map(({ name }) => name)), partiesTable(parts)], {
      start: "new-page",
    }),
    ...(convention.visas === null ? [] : [section(say("visas"), prose(convention.visas))]),
    ...(convention.preamble === null ? [] : [section(label("field.preamble"), prose(convention.preamble))]),
  ];
}

function partiesTable({ parties, lang, convention }: ConventionReportParts): Block {
  const say = documentWords(lang);
  const label = conventionWords(lang);
  return table({
    caption: say("parties"),
    columns: [
      rowNames(say("party"), { width: 4 }),
      column(say("representative")),
      column(say("deliberation")),
      column(say("signedOn"), "day"),
    ],
    rows: parties.map(({ party, name }) => [
      name,
      [party.representative, party.representativeFunction].filter((each) => each !== null).join(", ") ||
        missing(label("absent.unpublished")),
      deliberation(party, lang) || missing(label("absent.unpublished")),
      signed(party, convention, lang),
    ]),
  });
}

const signed = ({ signedOn }: Party, { signedOn: together }: Convention, lang: Lang) => {
  const known = signedOn ?? together;
  return known === null ? missing(conventionWords(lang)("dates.signed.notYet")) : day(known);
};

const deliberation = ({ deliberationNumber, deliberationDate }: Party, lang: Lang): string => {
  const say = documentWords(lang);
  return [
    deliberationNumber === null ? null : say("number", { number: deliberationNumber }),
    deliberationDate === null ? null : say("on", { day: timeText(lang, deliberationDate) }),
  ]
    .filter((each) => each !== null)
    .join(" ");
};

/** Articles that the document puts at a place of their own; the others follow them. */
const placed: ReadonlySet<string> = new Set([
  ...["visas", "preamble", "purpose", "cafScope", "cooperation", "dataExchange"],
  ...["communication", "evaluation", "ending", "recourse", "confidentiality"],
]);

/** The articles in the order in which the model conventions of the Cnaf put them. One that nobody wrote keeps its number, and says so. */
function articles(parts: ConventionReportParts): readonly Block[] {
  const { convention, lang } = parts;
  const say = documentWords(lang);
  const label = conventionWords(lang);
  const text = (content: string | null): readonly Block[] =>
    content === null ? [paragraph(emphasis(say("notWritten")))] : prose(content);
  const bodies: readonly (readonly [title: string, body: readonly Block[]])[] = [
    [say("purpose"), text(convention.purpose)],
    [label("field.cafScope"), text(convention.cafScope)],
    [say("competences"), competences(parts)],
    [say("axes"), axes(parts)],
    [say("commitments"), commitments(parts)],
    [label("field.cooperation"), text(convention.cooperation)],
    [label("field.dataExchange"), text(convention.dataExchange)],
    [label("field.communication"), text(convention.communication)],
    [label("field.evaluation"), text(convention.evaluation)],
    [say("duration"), duration(parts)],
    [say("amendments"), amendments(parts)],
    [label("field.ending"), text(convention.ending)],
    [label("field.recourse"), text(convention.recourse)],
    [label("field.confidentiality"), text(convention.confidentiality)],
  ];
  const others = fieldsOf(conventionParts.texts)
    .map(({ name }) => name)
    .filter((name) => !placed.has(name))
    .flatMap((name): typeof bodies => {
      const content = Object.entries(convention).find(([field]) => field === name)?.[1];
      return [
        [isFieldName(name) ? conventionWords(lang)(`field.${name}`) : name, text(typeof content === "string" ? content : null)],
      ];
    });
  return [...bodies, ...others].map(([title, body], index) => section(say("article", { number: index + 1, title }), body));
}

function competences({ convention, themeName, lang }: ConventionReportParts): readonly Block[] {
  const say = documentWords(lang);
  const label = conventionWords(lang);
  if (convention.competences.length === 0) return [paragraph(emphasis(say("notWritten")))];
  return [
    table({
      caption: say("competences.caption"),
      columns: [rowNames(label("field.theme")), column(say("holder")), column(label("field.note"))],
      rows: convention.competences.map(({ theme, holder, note }) => [themeName(theme), say(`holder.${holder}`), note]),
    }),
  ];
}

function axes({ axes: all, framework, convention, themeName, lang }: ConventionReportParts): readonly Block[] {
  const say = documentWords(lang);
  return [
    ...(framework === null ? [] : [paragraph(say("axes.framework", { name: framework.name }))]),
    numbered(
      all.map(({ title, objectives }) => ({
        runs: [strong(title)],
        items: objectives.map(({ number, title: objective }) => ({
          runs: [{ kind: "plain" as const, text: `${number} ${objective}` }],
          items: [],
        })),
      })),
    ),
    ...(convention.themes.length === 0
      ? []
      : [paragraph(say("themes", { themes: convention.themes.map(themeName).join(", ") }))]),
  ];
}

function commitments({ parties, lang }: ConventionReportParts): readonly Block[] {
  const written = parties.flatMap(({ party, name }) =>
    party.commitments === null ? [] : [section(name, prose(party.commitments))],
  );
  return written.length === 0 ? [paragraph(emphasis(documentWords(lang)("notWritten")))] : written;
}

function duration({ convention: { periodStart, periodEnd, planValidatedOn }, lang }: ConventionReportParts): readonly Block[] {
  const say = documentWords(lang);
  return [
    periodStart === null || periodEnd === null
      ? paragraph(emphasis(say("notWritten")))
      : paragraph(say("duration.text", { start: knownDateText(lang, periodStart), end: knownDateText(lang, periodEnd) })),
    ...(planValidatedOn === null
      ? []
      : [paragraph(say("duration.planValidated", { day: knownDateText(lang, planValidatedOn) }))]),
  ];
}

function amendments({ convention, lang }: ConventionReportParts): readonly Block[] {
  const say = documentWords(lang);
  if (convention.amendments.length === 0) return [paragraph(emphasis(say("notWritten")))];
  return convention.amendments.map(({ number, title, reason, signedOn }) =>
    section(say("amendment", { number, title }), [
      ...(signedOn === null ? [] : [paragraph(`${say("signedOn")} ${timeText(lang, signedOn)}`)]),
      ...(reason === null ? [] : prose(reason)),
    ]),
  );
}

function closing({ convention, snapshot, lang }: ConventionReportParts): readonly Block[] {
  const say = documentWords(lang);
  const annexes = ["diagnosis", "services", "plan", "steering", "evaluation", "deliberations"] as const;
  return [
    section(say("signatures"), [
      ...(convention.signedOn === null ? [] : [paragraph(`${say("signedOn")} ${timeText(lang, convention.signedOn)}`)]),
      ...(convention.signingNote === null ? [] : prose(convention.signingNote)),
      ...(snapshot === null
        ? []
        : [paragraph(say("snapshot", { day: timeText(lang, dayOf(snapshot.takenAt)), hash: snapshot.hash }))]),
    ]),
    section(say("annexes"), [numbered(annexes.map((each) => say(`annex.${each}`)))]),
    ...(convention.sources.length === 0 ? [] : [section(say("sources"), [bullets(convention.sources)])]),
  ];
}
