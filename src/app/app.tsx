import { randomBytes } from "node:crypto";
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono, type Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { pino } from "pino";
import { perform, type Runtime } from "../platform/use-case.ts";
import { lastMigration } from "../platform/database/prepare.ts";
import { clientFolder } from "../platform/http/assets.ts";
import { comesFromHere, securityHeaders } from "../platform/http/guard.ts";
import { keepPages } from "../platform/http/keep-pages.ts";
import { lightAnswers } from "../platform/http/light-answers.ts";
import { limited, openToAnySite } from "../platform/http/public-data.ts";
import type { Account, InstanceEnv, TerritoryEnv, TerritoryVisit, Visit } from "../platform/http/visit.ts";
import type { PublicPart, Wing } from "../platform/wing/wing.ts";
import { languages, type Lang } from "../platform/words.ts";
import { actorIn, listTerritories, personByEmail, type Territory } from "../wings/territory/wing.ts";
import { CrossSitePage, FailedPage, TooLargePage } from "../ui/failed-page.tsx";
import { ExpiredPage, sentFields } from "../ui/held-form.tsx";
import { MissingPage } from "../ui/missing-page.tsx";
import { accentCss } from "../ui/tokens.ts";
import { archivePages } from "./archive-page.ts";
import { homePages } from "./home/home-page.tsx";
import { navigation } from "./navigation.ts";
import { publicApi } from "./front-door/api.ts";
import { InstanceHome } from "./front-door/instance-home.tsx";
import { PublicPage } from "./front-door/public-page.tsx";

const themes = ["auto", "light", "dark"] as const;

export interface AppParts {
  readonly runtime: Runtime;
  /** In their order. */
  readonly wings: readonly Wing[];
  readonly databaseKind: "embedded" | "external";
  readonly version: string;
  readonly demo: boolean;
  readonly identity: {
    /** The token of the session that a request brings, if it brings one. */
    readonly sessionOf: (headers: Headers) => string | null;
    readonly networkOf: (c: Context) => string | null;
    /** Pages of sign-in and account, mounted at the root. */
    readonly pages: Hono<InstanceEnv>;
  };
}

/** No form of ours is larger: a file of 15 MB and its fields. The import counts its own, and says so at its place. */
const largestForm = 20 * 1024 * 1024;

const log = pino({ level: process.env["LOG_LEVEL"] ?? "warn" });

/** The whole instance behind one address: it can be asked in a test without a server, `app.request("/")`. */
export function createApp({ runtime, wings, databaseKind, version, demo, identity }: AppParts): Hono<InstanceEnv> {
  const app = new Hono<InstanceEnv>();
  const startedWith = lastMigration().tag;
  const arrive = arrivals(runtime, identity.sessionOf);

  app.use(lightAnswers());
  app.use(
    "/assets/*",
    serveStatic({ root: clientFolder(), onFound: (_, c) => c.header("Cache-Control", "public, max-age=31536000, immutable") }),
  );
  app.get("/favicon.svg", serveStatic({ root: clientFolder() }));
  app.get("/healthz", async (c) => {
    await runtime.database.pool.query("select 1");
    return c.json({ status: "ok", version, database: databaseKind, migration: startedWith });
  });

  app.use(async (c, next) => {
    c.set("network", identity.networkOf(c));
    await next();
  });
  app.use(
    securityHeaders(({ var: { place } }) => (place?.territory.accentHue == null ? null : accentCss(place.territory.accentHue))),
  );
  // What everyone may read is read by programs too: from any site, and not without measure.
  const publicData = [openToAnySite(), limited(identity.networkOf)] as const;
  app.use("/api/v1/*", ...publicData);
  app.use("/:territory/annuaire/donnees/*", ...publicData);
  app.route("/api/v1", publicApi(runtime, wings, version));

  app.use(async (c, next) => {
    const chosen = choose(c);
    if (chosen !== undefined) return chosen;
    const { session, account, place } = await arrive(c);
    c.set("session", session);
    c.set("place", place);
    c.set("visit", startVisit(c, runtime, demo, account));
    if (Number(c.req.header("content-length") ?? 0) > largestForm && !c.req.path.endsWith("/plan/import"))
      return c.html(<TooLargePage visit={c.var.visit} />, 413);
    if (!comesFromHere(c.req.raw)) return c.html(<CrossSitePage visit={c.var.visit} />, 403);
    return next();
  });
  app.use(keepPages(runtime));

  app.route("/", identity.pages);
  for (const { instancePages } of wings) if (instancePages !== undefined) app.route("/", instancePages());

  app.get("/", async (c) => {
    const { visit, place } = c.var;
    if (place !== null) return c.html(await frontDoor(await enter(visit, place, c.req.method, wings), wings));
    return c.html(<InstanceHome visit={visit} territories={await runtime.database.inInstance(listTerritories)} />);
  });

  const inside = new Hono<TerritoryEnv>();
  inside.use(async (c, next) => {
    const { visit, place } = c.var;
    if (place === null) return c.html(<MissingPage visit={visit} />, 404);
    c.set("visit", await enter(visit, place, c.req.method, wings));
    await next();
    // A refused form of someone who is no longer signed in is not lost: it comes back, whole, to be sent again.
    const fields = c.req.method === "POST" && c.res.status === 403 && c.var.visit.account === null ? await sentFields(c) : null;
    if (fields !== null) c.res = await c.html(<ExpiredPage visit={c.var.visit} fields={fields} />, 401);
    return undefined;
  });
  inside.get("/", async (c) => c.html(await frontDoor(c.var.visit, wings)));
  inside.route("/", homePages(wings));
  inside.route("/", archivePages(wings));
  for (const { pages = [] } of wings) for (const each of pages) inside.route("/", each());
  app.route("/:territory", inside);

  app.notFound((c) => c.html(<MissingPage visit={c.var.visit} />, 404));
  app.onError((error, c) => {
    const reference = randomBytes(4).toString("hex");
    log.error({ reference, method: c.req.method, path: c.req.path, err: error }, "request failed");
    // A failure before the visit began (the database does not answer) has no page to be told on.
    return "visit" in c.var ? c.html(<FailedPage visit={c.var.visit} reference={reference} />, 500) : c.text(reference, 500);
  });
  return app;
}

async function frontDoor(visit: TerritoryVisit, wings: readonly Wing[]) {
  const parts: PublicPart[] = [];
  for (const { publicPart } of wings) if (publicPart !== undefined) parts.push(await publicPart(visit));
  return <PublicPage visit={visit} parts={parts} />;
}

/** A change of language or appearance is remembered, and leaves the address clean. */
function choose(c: Context): Response | undefined {
  const url = new URL(c.req.url);
  const lang = languages.find((each) => each === url.searchParams.get("lang"));
  const theme = themes.find((each) => each === url.searchParams.get("theme"));
  const year = 365 * 86_400;
  if (c.req.method !== "GET" || url.pathname.startsWith("/api/") || (lang === undefined && theme === undefined)) return undefined;
  if (lang !== undefined) setCookie(c, "lang", lang, { path: "/", sameSite: "Lax", maxAge: year });
  if (theme !== undefined) setCookie(c, "appearance", theme, { path: "/", sameSite: "Lax", maxAge: year });
  url.searchParams.delete("lang");
  url.searchParams.delete("theme");
  return c.redirect(`${url.pathname}${url.search}`, 303);
}

function startVisit(c: Context, runtime: Runtime, demo: boolean, account: Account | null): Visit {
  const url = new URL(c.req.url);
  const flash = getCookie(c, "flash");
  if (flash !== undefined && c.req.method === "GET") deleteCookie(c, "flash", { path: "/" });
  return {
    lang: languageOf(c),
    theme: themes.find((each) => each === getCookie(c, "appearance")) ?? "auto",
    account,
    address: `${url.pathname}${url.search}`,
    demo,
    runtime,
    flash: flash === undefined ? null : readFlash(flash),
  };
}

/** A cookie is whatever the browser sends: one that can't be read says nothing. */
function readFlash(cookie: string): string | null {
  try {
    return decodeURIComponent(cookie).slice(0, 500);
  } catch {
    return null;
  }
}

function languageOf(c: Context): Lang {
  const kept = languages.find((each) => each === getCookie(c, "lang"));
  if (kept !== undefined) return kept;
  // French first: English only for a browser that asks for it and nowhere for French.
  const asked = c.req.header("accept-language") ?? "";
  return /\ben\b/i.test(asked) && !/\bfr\b/i.test(asked) ? "en" : "fr";
}

type Place = NonNullable<InstanceEnv["Variables"]["place"]>;
interface Arrived {
  readonly session: "brought" | "none";
  readonly account: Account | null;
  readonly place: Place | null;
}

/** Finds who comes and where, in one question to the database as long as no territory is added or renamed. */
function arrivals({ database, clock }: Runtime, sessionOf: AppParts["identity"]["sessionOf"]): (c: Context) => Promise<Arrived> {
  let known: readonly Territory[] = [];
  const placeAt = (path: string): Territory | undefined =>
    path === "/" && known.length === 1 ? known[0] : known.find(({ slug }) => slug === path.split("/", 2)[1]);
  return async (c) => {
    const session = sessionOf(c.req.raw.headers);
    const ask = (territory: Territory | undefined) =>
      database.arrive({ session, territory: territory?.id ?? null, now: clock.now() });
    const expected = placeAt(c.req.path);
    const arrival = await ask(expected);
    known = await database.reading(arrival.instance, listTerritories);
    const territory = placeAt(c.req.path);
    const { account, territory: state } = territory?.id === expected?.id ? arrival : await ask(territory);
    return {
      session: session === null ? "none" : "brought",
      account,
      place: territory === undefined || state === null ? null : { territory, state },
    };
  };
}

/** Lets a visit into a territory, as who it knows the visitor to be. What a visit that only reads finds is kept. */
async function enter(visit: Visit, { territory, state }: Place, method: string, wings: readonly Wing[]): Promise<TerritoryVisit> {
  const { runtime, account } = visit;
  const { database } = runtime;
  const onlyReads = method === "GET" || method === "HEAD";
  const read: TerritoryVisit["read"] = (query) =>
    onlyReads ? database.reading(state, query) : database.inTerritory(territory.id, query);
  const person = account === null ? undefined : await read((tx) => personByEmail(tx, account.email));
  const actor = actorIn({ account, person, territory: territory.id });
  const at = (path: string): string => `/${territory.slug}${path}`;
  return {
    ...visit,
    territory,
    actor,
    at,
    nav: navigation(wings, actor, at, visit.lang),
    state: onlyReads ? state : null,
    read,
    perform: (useCase, raw) => perform(runtime, useCase, actor, raw, visit.lang),
  };
}
