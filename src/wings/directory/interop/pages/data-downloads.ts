import { Hono, type Context } from "hono";
import { dayOf } from "../../../../platform/clock.ts";
import { readEvents } from "../../../../platform/history/store.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { CommuneCode } from "../../../territory/territories/model.ts";
import { writeCalendar } from "../open-data/calendar.ts";
import { catalogueOf } from "../open-data/catalogue.ts";
import { publicChanges } from "../open-data/changes.ts";
import { writeFeed } from "../open-data/feed.ts";
import { fileNames, files, writeFile } from "../open-data/files.ts";
import { readOpenData, type OpenData } from "../open-data/open-data.ts";

type C = Context<TerritoryEnv>;

interface Answered {
  readonly mediaType: string;
  /** Under which name it is kept; what is read on the spot has none. */
  readonly keptAs: string | null;
  readonly write: () => AsyncGenerator<string | Uint8Array> | string;
}

/** Sends parts as they are asked for: whoever hangs up stops the writing. */
function streamOf(parts: AsyncGenerator<string | Uint8Array>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  return new ReadableStream({
    pull: async (controller) => {
      const next = await parts.next();
      if (next.done === true) controller.close();
      else controller.enqueue(typeof next.value === "string" ? encoder.encode(next.value) : next.value);
    },
    cancel: async () => {
      await parts.return(undefined);
    },
  });
}

/** Answers with what is written, or with nothing where the asker has it already: it is then not written at all. */
function answer(c: C, { version }: OpenData, { mediaType, keptAs, write }: Answered): Response {
  // The same version on the same day says the same: the calendar begins today, and files carry their date.
  const tag = `W/"${version}-${dayOf(c.var.visit.runtime.clock.now())}"`;
  const headers = { "Cache-Control": "public, no-cache", ETag: tag };
  const asked = c.req.header("if-none-match")?.split(/\s*,\s*/) ?? [];
  if (asked.includes(tag)) return c.body(null, 304, headers);
  const written = write();
  return c.body(typeof written === "string" ? written : streamOf(written), 200, {
    ...headers,
    "Content-Type": mediaType,
    ...(keptAs === null ? {} : { "Content-Disposition": `attachment; filename="${keptAs}"` }),
  });
}

const read = (c: C): Promise<OpenData> => {
  const { visit } = c.var;
  return visit.read((tx) => readOpenData(tx, visit.territory, visit.runtime.origin));
};

/** `annuaire.json`, or `annuaire-2026-11-28.json` on that day. */
const datedName = (name: string, day: string): string => name.replace(".", `-${day}.`);

async function giveFile(c: C): Promise<Response> {
  const { visit } = c.var;
  const today = dayOf(visit.runtime.clock.now());
  const asked = c.req.param("file") ?? "";
  const name = fileNames.find((each) => asked === each || asked === datedName(each, today));
  if (name === undefined) return c.html(MissingPage({ visit }), 404);
  const data = await read(c);
  return answer(c, data, {
    mediaType: files[name].mediaType,
    keptAs: datedName(name, today).replace("annuaire", `annuaire-${visit.territory.slug}`),
    write: () => writeFile(name, data, today),
  });
}

/** How many events the feed is made from. */
const feedEvents = 500;

const giveFeed =
  (format: "atom" | "rss") =>
  async (c: C): Promise<Response> => {
    const { visit } = c.var;
    const { data, events } = await visit.read(async (tx) => ({
      data: await readOpenData(tx, visit.territory, visit.runtime.origin),
      events: await readEvents(tx, { kinds: ["service", "place"], limit: feedEvents }),
    }));
    return answer(c, data, {
      mediaType: `application/${format}+xml; charset=utf-8`,
      keptAs: null,
      write: () => writeFeed(data, publicChanges(events, data.directory).slice(0, 100), format),
    });
  };

async function giveCalendar(c: C): Promise<Response> {
  const { visit } = c.var;
  const asked = c.req.query("commune");
  const commune = asked === undefined ? null : CommuneCode.safeParse(asked).data;
  if (commune === undefined) return c.html(MissingPage({ visit }), 404);
  const data = await read(c);
  return answer(c, data, {
    mediaType: "text/calendar; charset=utf-8",
    keptAs: null,
    write: () => writeCalendar(data, dayOf(visit.runtime.clock.now()), commune),
  });
}

async function giveCatalogue(c: C): Promise<Response> {
  const data = await read(c);
  return answer(c, data, {
    mediaType: "application/ld+json; charset=utf-8",
    keptAs: null,
    write: () => `${JSON.stringify(catalogueOf(data, c.var.visit.runtime.origin), null, 2)}\n`,
  });
}

/** What programs and people take from the directory: `/annuaire/donnees/…`. */
export const dataDownloads = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/donnees/tournees.ics", giveCalendar)
    .get("/annuaire/donnees/changements.atom", giveFeed("atom"))
    .get("/annuaire/donnees/changements.rss", giveFeed("rss"))
    .get("/annuaire/donnees/catalogue.jsonld", giveCatalogue)
    .get("/annuaire/donnees/:file", giveFile);
