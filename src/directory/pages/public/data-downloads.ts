import { createHash } from "node:crypto";
import { Hono, type Context } from "hono";
import { dayOf } from "../../../platform/clock.ts";
import { readEvents } from "../../../platform/history/store.ts";
import type { TerritoryEnv } from "../../../platform/http/visit.ts";
import type { TerritoryId } from "../../../platform/model.ts";
import { MissingPage } from "../../../ui/missing-page.tsx";
import { CommuneCode } from "../../../territory/model.ts";
import { writeCalendar } from "../../exchange/open-data/calendar.ts";
import { catalogueOf } from "../../exchange/open-data/catalogue.ts";
import { publicChanges } from "../../exchange/open-data/changes.ts";
import { writeFeed } from "../../exchange/open-data/feed.ts";
import { fileNames, files, writeFile } from "../../exchange/open-data/files.ts";
import { readOpenData, type OpenData } from "../../exchange/open-data/open-data.ts";

type C = Context<TerritoryEnv>;

/** What is known of the files of a territory as of a version and a day: their tags, never their bytes. */
interface KnownTags {
  readonly version: number;
  readonly day: string;
  readonly tags: Map<string, string>;
}
const known = new Map<TerritoryId, KnownTags>();

function tagsOf({ publisher, version }: OpenData, day: string): Map<string, string> {
  const before = known.get(publisher.id);
  if (before?.version === version && before.day === day) return before.tags;
  const tags = new Map<string, string>();
  known.set(publisher.id, { version, day, tags });
  return tags;
}

interface Answered {
  readonly mediaType: string;
  /** Under which name it is kept; what is read on the spot has none. */
  readonly keptAs: string | null;
  readonly write: () => Promise<Uint8Array | string>;
}

/** Answers with what is written, or with nothing where the asker has it already: it is then not written at all. */
async function answer(c: C, data: OpenData, { mediaType, keptAs, write }: Answered): Promise<Response> {
  const tags = tagsOf(data, dayOf(c.var.visit.runtime.clock.now()));
  const address = `${c.req.path}?${new URL(c.req.url).searchParams.get("commune") ?? ""}`;
  const asked = c.req.header("if-none-match")?.split(/\s*,\s*/) ?? [];
  const headers = { "Cache-Control": "public, no-cache" };
  const knownTag = tags.get(address);
  if (knownTag !== undefined && asked.includes(knownTag)) return c.body(null, 304, { ...headers, ETag: knownTag });
  const written = await write();
  const bytes = typeof written === "string" ? new TextEncoder().encode(written) : new Uint8Array(written);
  const tag = `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 27)}"`;
  tags.set(address, tag);
  if (asked.includes(tag)) return c.body(null, 304, { ...headers, ETag: tag });
  return c.body(bytes, 200, {
    ...headers,
    ETag: tag,
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
      write: async () => writeFeed(data, publicChanges(events, data.directory).slice(0, 100), format),
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
    write: async () => writeCalendar(data, dayOf(visit.runtime.clock.now()), commune),
  });
}

async function giveCatalogue(c: C): Promise<Response> {
  const data = await read(c);
  return answer(c, data, {
    mediaType: "application/ld+json; charset=utf-8",
    keptAs: null,
    write: async () => `${JSON.stringify(catalogueOf(data, c.var.visit.runtime.origin), null, 2)}\n`,
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
