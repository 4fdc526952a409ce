import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import { etag } from "hono/etag";
import type { Runtime } from "../../../platform/use-case.ts";
import { listTerritories } from "../../territory/territories/store.ts";
import type { Territory } from "../../territory/territories/model.ts";
import { ServiceKindKey } from "../kinds/model.ts";
import { DiService, DiStructure } from "./data-inclusion/schema.ts";
import {
  structurePlaces,
  thematiquesSaid,
  toServices,
  toStructure,
  type PublicCard,
} from "./data-inclusion/to-data-inclusion.ts";
import { Thematique } from "../card/data-inclusion-model.ts";
import { readOpenData, type OpenData } from "./open-data/open-data.ts";
import { PublicService, toPublicService } from "./open-data/public-service.ts";
import { pageAfter, readCursor, writeCursor, type Cursor, type Page } from "./open-data/turn-pages.ts";

const query = z.object({
  territory: z
    .string()
    .regex(/^\d{9}$/)
    .optional()
    .openapi({ description: "SIREN of a territory of this instance; all of them without it.", example: "200068377" }),
  commune: z
    .string()
    .regex(/^\w{5}$/)
    .optional()
    .openapi({ description: "INSEE code: services that are given or stop there.", example: "88383" }),
  kind: ServiceKindKey.optional().openapi({ description: "Key of a kind of service.", example: "eaje" }),
  thematique: Thematique.optional().openapi({
    description: "A thématique of data·inclusion.",
    example: "famille--garde-denfants",
  }),
  cursor: z.string().max(100).optional().openapi({ description: "`next` of the page before." }),
  limit: z.coerce.number().int().min(1).max(500).default(100).openapi({ description: "How many on a page, 500 at most." }),
});
type Query = z.infer<typeof query>;

const Wrong = z.object({ error: z.string().openapi({ description: "What is wrong, in French." }) }).openapi("Error");

const pagesOf = <Item extends z.ZodType>(path: string, name: string, summary: string, item: Item) =>
  createRoute({
    method: "get",
    path,
    operationId: name,
    tags: ["directory"],
    summary,
    request: { query },
    responses: {
      200: {
        description: 'A page, in the order of identifiers. `Link: rel="next"` and `next` lead to the following one.',
        content: {
          "application/json": {
            schema: z.object({
              items: z.array(item),
              next: z.string().nullable().openapi({ description: "`cursor` of the next page; null on the last one." }),
            }),
          },
        },
      },
      304: { description: "Nothing has changed since the `ETag` of `If-None-Match`." },
      400: { description: "A parameter is not understood.", content: { "application/json": { schema: Wrong } } },
      404: { description: "No such territory here.", content: { "application/json": { schema: Wrong } } },
      429: { description: "Too many requests: see `Retry-After`.", content: { "application/json": { schema: Wrong } } },
    },
  });

/**
 * A record as it is given: each of its fields is there. The object is made anew by the `z` that knows of OpenAPI, which one made before it
 * was loaded does not.
 */
const whole = <Shape extends z.ZodRawShape>(name: string, record: z.ZodObject<Shape>) =>
  record.openapi(name, { required: Object.keys(record.shape) });

const routes = {
  structures: pagesOf(
    "/structures",
    "listStructures",
    "Places of published services, as structures of data·inclusion 1.0.8",
    whole("Structure", z.object(DiStructure.shape)),
  ),
  services: pagesOf(
    "/services",
    "listServices",
    "Published services, as services of data·inclusion 1.0.8",
    whole("Service", z.object(DiService.shape)),
  ),
  directory: pagesOf(
    "/annuaire",
    "listDirectory",
    "Published services, whole: kind, ages, opening by period, rounds, capacity…",
    whole("DirectoryService", z.object(PublicService.shape)),
  ),
};

/** Whether a card is asked for. */
function isAsked({ service, place }: PublicCard, { commune, kind, thematique }: Query): boolean {
  return (
    (kind === undefined || service.offer.kind === kind) &&
    (thematique === undefined || thematiquesSaid(service).includes(thematique)) &&
    (commune === undefined ||
      place.communeCode === commune ||
      service.where.rounds.some(({ communeCode }) => communeCode === commune))
  );
}

const isFiltered = ({ commune, kind, thematique }: Query): boolean =>
  commune !== undefined || kind !== undefined || thematique !== undefined;

/** A page of one territory, after an identifier. */
type Turn<Item> = (data: OpenData, asked: Query, after: string | null, limit: number) => Page<Item>;

const turnStructures: Turn<DiStructure> = (data, asked, after, limit) => {
  const { directory, producer, cards } = data;
  const chosen = cards.filter((card) => isAsked(card, asked));
  const which = isFiltered(asked) ? "of_these_cards" : "and_without_services";
  const page = pageAfter(structurePlaces(chosen, directory, producer, which), ({ id }) => id, after, limit);
  return { ...page, items: page.items.map((place) => toStructure(place, producer)) };
};

const turnCards = (data: OpenData, asked: Query, after: string | null, limit: number): Page<PublicCard> =>
  pageAfter(
    data.cards.filter((card) => isAsked(card, asked)),
    ({ service }) => service.id,
    after,
    limit,
  );

const turnServices: Turn<DiService> = (data, asked, after, limit) => {
  const page = turnCards(data, asked, after, limit);
  return { ...page, items: toServices(page.items, data.directory, data.producer) };
};

const turnDirectory: Turn<PublicService> = (data, asked, after, limit) => {
  const page = turnCards(data, asked, after, limit);
  return { ...page, items: page.items.map((card) => toPublicService(card, data)) };
};

type Turned<Item> =
  | { readonly kind: "page"; readonly items: readonly Item[]; readonly next: Cursor | null }
  | { readonly kind: "refused"; readonly status: 400 | 404; readonly error: string };

const refused = {
  cursor: {
    kind: "refused",
    status: 400,
    error: "Ce curseur n’est pas de nous : reprenez à la première page, sans « cursor ».",
  },
  territory: { kind: "refused", status: 404, error: "Aucun territoire de cette instance n’a ce SIREN." },
} as const;

/** Turns the pages of each territory in turn, by their SIREN, until one is full. */
async function turn<Item>(runtime: Runtime, asked: Query, turnOne: Turn<Item>): Promise<Turned<Item>> {
  const cursor = asked.cursor === undefined ? null : readCursor(asked.cursor);
  if (asked.cursor !== undefined && cursor === null) return refused.cursor;
  const all = await runtime.database.inInstance(listTerritories);
  const territories = all
    .filter(({ siren }) => asked.territory === undefined || siren === asked.territory)
    .filter(({ siren }) => cursor === null || siren >= cursor.siren)
    .toSorted((a, b) => (a.siren < b.siren ? -1 : 1));
  if (asked.territory !== undefined && !all.some(({ siren }) => siren === asked.territory)) return refused.territory;
  const items: Item[] = [];
  let last: Territory | undefined;
  for (const territory of territories) {
    // A full page ends where the next territory begins.
    if (last !== undefined && items.length >= asked.limit)
      return { kind: "page", items, next: { siren: last.siren, after: lastIdentifier } };
    const data = await runtime.database.look(territory.id, (tx) => readOpenData(tx, territory, runtime.origin));
    const after = cursor?.siren === territory.siren ? cursor.after : null;
    const page = turnOne(data, asked, after, asked.limit - items.length);
    items.push(...page.items);
    if (page.last !== null) return { kind: "page", items, next: { siren: territory.siren, after: page.last } };
    last = territory;
  }
  return { kind: "page", items, next: null };
}

/** Sorts after every identifier: what is left of a territory after it is nothing. */
const lastIdentifier = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const parameterNames = (issues: readonly { readonly path: readonly PropertyKey[] }[]): string =>
  [...new Set(issues.map(({ path }) => String(path[0] ?? "")))].join(", ");

/** The directory for programs: open to any site, read only, a page at a time. */
export function directoryApi(runtime: Runtime): OpenAPIHono {
  const api = new OpenAPIHono({
    defaultHook: (result, c) =>
      result.success
        ? undefined
        : c.json(
            { error: `Ce paramètre n’est pas compris : ${parameterNames(result.error.issues)}. Voir /api/v1/openapi.json.` },
            400,
          ),
  });
  for (const path of ["/structures", "/services", "/annuaire"]) api.use(path, etag());

  const linkNext = (c: Context, next: Cursor | null): string | null => {
    // Asked again before it is used: a page that has not changed travels without its body.
    c.header("Cache-Control", "public, no-cache");
    if (next === null) return null;
    const url = new URL(c.req.url);
    url.searchParams.set("cursor", writeCursor(next));
    c.header("Link", `<${runtime.origin}${url.pathname}${url.search}>; rel="next"`);
    return writeCursor(next);
  };

  api.openapi(routes.structures, async (c) => {
    const page = await turn(runtime, c.req.valid("query"), turnStructures);
    if (page.kind === "refused") return c.json({ error: page.error }, page.status);
    return c.json({ items: [...page.items], next: linkNext(c, page.next) }, 200);
  });
  api.openapi(routes.services, async (c) => {
    const page = await turn(runtime, c.req.valid("query"), turnServices);
    if (page.kind === "refused") return c.json({ error: page.error }, page.status);
    return c.json({ items: [...page.items], next: linkNext(c, page.next) }, 200);
  });
  api.openapi(routes.directory, async (c) => {
    const page = await turn(runtime, c.req.valid("query"), turnDirectory);
    if (page.kind === "refused") return c.json({ error: page.error }, page.status);
    return c.json({ items: [...page.items], next: linkNext(c, page.next) }, 200);
  });
  return api;
}
