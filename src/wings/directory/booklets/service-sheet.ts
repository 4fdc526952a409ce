import { dayOf } from "../../../platform/clock.ts";
import { bullets, facts, paragraph, report, section, strong } from "../../../platform/document/outline.ts";
import type { Block, Document } from "../../../platform/document/model.ts";
import type { TerritoryVisit } from "../../../platform/http/visit.ts";
import type { Lang } from "../../../platform/words.ts";
import { agesText, capacityText, choiceText, roundText } from "../card/card-text.ts";
import { cardWords } from "../card/words.ts";
import { daysText, hoursWords, spansText } from "../hours/words.ts";
import { weeksOf } from "../hours/opening.ts";
import type { Place } from "../places/model.ts";
import type { Service } from "../card/model.ts";
import { communeOf, type Lists, type DirectoryNames } from "../card/names.ts";
import { publicWords } from "../search/words.ts";
import { timeText } from "../../../platform/french/time.ts";

interface Shown {
  readonly service: Service;
  readonly place: Place;
  readonly names: DirectoryNames;
  readonly lists: Lists;
}

const written = (title: string, blocks: readonly Block[]): readonly Block[] =>
  blocks.length === 0 ? [] : [section(title, blocks)];

const listed = (lang: Lang, field: string, values: readonly string[]): string | null =>
  values.length === 0 ? null : values.map((value) => choiceText(lang, field, value)).join(", ");

/** The hours of a service, a line a period and a group of days. */
export function hoursLines(lang: Lang, { opening, where }: Service, names: DirectoryNames, now: Date): readonly string[] {
  return [
    ...weeksOf(opening, now).flatMap((period) => {
      const season = cardWords(lang)(`season.${period.season}`);
      return period.kind === "written"
        ? [`${season} : ${hoursWords(lang)("written", { text: period.text })}`]
        : period.rows.map((row) => `${season} : ${daysText(lang, row).toLowerCase()}, ${spansText(lang, row.spans)}`);
    }),
    ...where.rounds.map((round) => roundText(lang, names, round)),
  ].map(unbroken);
}

/** An hour or a telephone number is never cut by the end of a line. */
export const unbroken = (text: string): string =>
  text
    .replace(/(\d) h(?: (?=\d))?/g, (found) => found.replaceAll(" ", "\u00A0"))
    .replace(/\d\d(?: \d\d){3,}/g, (found) => found.replaceAll(" ", "\u00A0"));

/** The blocks of one service, as a family needs them on paper. Nothing of what is kept for those who keep the directory. */
export function serviceBlocks(lang: Lang, { service, place, names, lists }: Shown, now: Date): readonly Block[] {
  const say = publicWords(lang);
  const { forWhom, fees, wayIn, capacity } = service;
  const town = [place.postcode, communeOf(place, lists)].filter((text) => text !== null).join(" ");
  const hours = hoursLines(lang, service, names, now);
  return [
    facts([
      [say("where"), [place.name, place.address, town].filter((text) => text !== null && text !== "").join(", ")],
      [
        say("call"),
        [wayIn.contactName, wayIn.phone ?? place.phone, wayIn.email ?? place.email].filter((text) => text !== null).join(", "),
      ],
      [
        say("forWhom"),
        [agesText(lang, forWhom), listed(lang, "publics", forWhom.publics)].filter((text) => text !== null).join(" · "),
      ],
      [
        say("cost"),
        [fees.fee === "unknown" ? null : choiceText(lang, "fee", fees.fee), fees.details]
          .filter((text) => text !== null)
          .join(" · "),
      ],
      [say("how"), [listed(lang, "ways", wayIn.ways), wayIn.details].filter((text) => text !== null).join(" · ")],
      [say("where.wheelchair"), place.wheelchair === "unknown" ? null : choiceText(lang, "wheelchair", place.wheelchair)],
      [say("forWhom.disability"), forWhom.disability === "unknown" ? null : choiceText(lang, "disability", forWhom.disability)],
    ]),
    ...written(say("when"), hours.length === 0 ? [] : [bullets(hours)]),
    ...written(
      say("places"),
      capacity.capacities.length === 0 ? [] : [bullets(capacity.capacities.map((row) => capacityText(lang, row)))],
    ),
  ];
}

/** A service on one page: for a fridge door, or for the person at the counter who has no telephone. */
export function serviceSheet(
  { lang, territory, runtime, at }: Pick<TerritoryVisit, "lang" | "territory" | "runtime" | "at">,
  shown: Shown,
  trust: readonly string[],
): Document {
  const now = runtime.clock.now();
  const { service, names } = shown;
  const address = new URL(at(`/annuaire/services/${service.id}`), runtime.origin).href;
  return report(
    {
      title: service.offer.name,
      subtitle: names.plainKind(service.offer.kind),
      lang,
      header: territory.name,
      date: timeText(lang, dayOf(now)),
      origin: address,
    },
    [
      ...(service.provenance.kind === "example" ? [paragraph(strong(publicWords(lang)("examples.notice")))] : []),
      ...(service.offer.description === null ? [] : [paragraph(service.offer.description)]),
      ...serviceBlocks(lang, shown, now),
      ...trust.map((text) => paragraph(text)),
      paragraph(address),
    ],
  );
}
