import { Hono, type Context } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Child } from "hono/jsx";
import { z } from "zod";
import { readForm } from "../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../platform/http/visit.ts";
import type { DraftKind } from "../../platform/import-draft/draft-kind.ts";
import type { Reading } from "../../platform/import-draft/kept-reading.ts";
import { ImportId, type DraftState, type ImportDraft } from "../../platform/import-draft/model.ts";
import { readingOf } from "../../platform/import-draft/read-draft.ts";
import { isWaiting } from "../../platform/import-draft/rules.ts";
import type { StartedImport } from "../../platform/import-draft/start-draft.ts";
import { draftById, listDrafts, loadMemory } from "../../platform/import-draft/store.ts";
import { draftWords } from "../../platform/import-draft/words.ts";
import { decide } from "../../platform/rights.ts";
import type { Conflict, Outcome } from "../../platform/use-case.ts";
import { answer, errorsOf } from "../answer.tsx";
import { fieldErrors, type Typed } from "../form/typed.ts";
import { MissingPage } from "../missing-page.tsx";
import { RefusedPage } from "../refused-page.tsx";
import { show, type Found } from "../show.tsx";
import { ColumnsPage, type ColumnsBeside } from "./columns-page.tsx";
import type { DraftLook } from "./look.ts";
import { PutAsidePage } from "./put-aside-page.tsx";

type C = Context<TerritoryEnv>;
type Errors = Readonly<Record<string, string>>;

/** A draft that waits, with what was read of its file. */
export interface WaitingDraft<Target, Decisions, Result> {
  readonly draft: ImportDraft<Target, Decisions, Result>;
  readonly reading: Reading;
}

/** What a draft has to show. */
export type DraftPreview =
  | { readonly kind: "preview"; readonly draw: (errors: Errors, conflict: Conflict | null) => Child }
  /** Its columns must be said first, or corrected. */
  | { readonly kind: "columns" };

/** A preview is asked for by an address, or comes back with the form that was sent. */
export type PreviewAsked = { readonly query: Typed } | { readonly form: Typed };

type Visit = TerritoryVisit;
type Perform<Value> = (visit: Visit, raw: object) => Promise<Outcome<Value>>;

/** What a wing gives so that its imports have pages. */
export interface DraftPages<Target, Decisions, Result> {
  readonly kind: DraftKind<Target, Decisions, Result>;
  readonly look: DraftLook;
  readonly start: Perform<StartedImport>;
  readonly map: Perform<void>;
  readonly accept: Perform<unknown>;
  readonly abandon: Perform<void>;
  /** What a browser may send, in bytes, and the sentence for what weighs more. */
  readonly largest: { readonly bytes: number; readonly say: (bytes: number, visit: Visit) => string };
  /** The states of the drafts that the first page lists. */
  readonly listed: readonly DraftState[];
  readonly startPage: (visit: Visit, drafts: readonly ImportDraft<Target, Decisions, Result>[], errors: Errors) => Child;
  readonly choices: Parameters<typeof ColumnsPage<Target, Decisions, Result>>[0]["choices"];
  readonly beside: (visit: Visit, waiting: WaitingDraft<Target, Decisions, Result>) => Promise<ColumnsBeside>;
  readonly preview: (
    visit: Visit,
    waiting: WaitingDraft<Target, Decisions, Result>,
    asked: PreviewAsked,
  ) => Promise<DraftPreview>;
  readonly accepted: (
    visit: Visit,
    draft: ImportDraft<Target, Decisions, Result> & { readonly result: NonNullable<Result> },
  ) => Promise<Child>;
}

const megabyte = 1024 * 1024;
const number = z.coerce.number().int().min(0).max(100_000).optional().catch(undefined);
const Asked = z.object({ sheet: number, header: number });
const Columns = z.array(z.object({ index: z.coerce.number(), target: z.string() })).catch([]);

type Opened<Target, Decisions, Result> =
  | { readonly kind: "waiting"; readonly waiting: WaitingDraft<Target, Decisions, Result> }
  /** Its pages are at an end, or never begin. */
  | { readonly kind: "page"; readonly page: Child };

/** The draft of an address, for those who may import. Its file's reading is loaded once the transaction has ended. */
async function openAt<Target, Decisions, Result>(
  { kind, look, accepted }: DraftPages<Target, Decisions, Result>,
  visit: Visit,
  address: string,
): Promise<Found<Opened<Target, Decisions, Result>>> {
  const decision = decide(kind.right, visit.actor, {});
  if (decision.kind === "refused") return decision;
  const id = ImportId.safeParse(address);
  const draft = id.success ? await visit.read((tx) => draftById(tx, kind, id.data)) : undefined;
  if (draft === undefined) return { kind: "missing" };
  const aside = (unreadable: string | null) => (
    <PutAsidePage visit={visit} look={look} id={draft.id} fileName={draft.file.name} unreadable={unreadable} />
  );
  const page = (content: Child) => ({ kind: "found", value: { kind: "page", page: content } }) as const;
  if (!isWaiting(draft))
    return page(draft.result == null ? aside(null) : await accepted(visit, { ...draft, result: draft.result }));
  const reading = await readingOf(visit.runtime.files, visit.territory.id, kind, draft, visit.lang);
  if (reading.kind === "unreadable") return page(aside(reading.why));
  return { kind: "found", value: { kind: "waiting", waiting: { draft, reading } } };
}

/** The columns of a draft, as they are guessed or were agreed to, or as they came back with a form. */
async function columnsPage<Target, Decisions, Result>(
  of: DraftPages<Target, Decisions, Result>,
  visit: Visit,
  waiting: WaitingDraft<Target, Decisions, Result>,
  asked: z.infer<typeof Asked>,
  again: { readonly typed?: ReadonlyMap<number, string>; readonly errors?: Errors } = {},
): Promise<Child> {
  const { kind, look } = of;
  const { draft, reading } = waiting;
  const reader = await visit.read(async (tx) => kind.columns(tx, draft, await loadMemory(tx, kind), visit.lang));
  return (
    <ColumnsPage
      visit={visit}
      kind={kind}
      look={look}
      draft={draft}
      sheets={reading.kind === "sheets" ? reading.sheets : []}
      reader={reader}
      asked={asked}
      choices={of.choices}
      beside={await of.beside(visit, waiting)}
      {...again}
    />
  );
}

/** The pages of one kind of import, from the file that is sent to what became of it. */
export function draftPages<Target, Decisions, Result>(of: DraftPages<Target, Decisions, Result>): Hono<TerritoryEnv> {
  const { kind, look } = of;
  const to = (visit: Visit, id: string, step = "") => visit.at(`${look.path}/${id}${step}`);
  const first = async (c: C, errors: Errors): Promise<Response> => {
    const { visit } = c.var;
    const decision = decide(kind.right, visit.actor, {});
    const drafts: Found<readonly ImportDraft<Target, Decisions, Result>[]> =
      decision.kind === "refused"
        ? decision
        : { kind: "found", value: await visit.read((tx) => listDrafts(tx, kind, of.listed)) };
    return show(c, drafts, (found) => {
      if (Object.keys(errors).length > 0) c.status(422);
      return of.startPage(visit, found, errors);
    });
  };
  // Refuses what is far too heavy before anything of it is kept in memory. A form around a file weighs a little more than the file.
  const largestForm = of.largest.bytes + megabyte;
  const noHeavyForm = bodyLimit({
    maxSize: largestForm,
    onError: (c: C) => {
      const { visit } = c.var;
      const allowed = decide(kind.right, visit.actor, {});
      // Not 403: nobody's form is kept for after they have signed in when it weighs that much.
      if (allowed.kind === "refused") return c.html(<RefusedPage visit={visit} door={allowed.door} />, 413);
      const told = Number(c.req.header("content-length") ?? 0);
      return first(c, { file: of.largest.say(Math.max(told, largestForm), visit) });
    },
  });
  const app = new Hono<TerritoryEnv>();
  app.get(look.path, (c) => first(c, {}));
  app.post(look.path, noHeavyForm, async (c) => {
    const { visit } = c.var;
    const allowed = decide(kind.right, visit.actor, {});
    if (allowed.kind === "refused") return c.html(<RefusedPage visit={visit} door={allowed.door} />, 403);
    const { file } = readForm(await c.req.formData());
    if (!(file instanceof File)) return first(c, { file: look.words(visit.lang)("file.missing") });
    const outcome = await of.start(visit, { file });
    if (outcome.kind === "invalid")
      return first(c, Object.fromEntries(outcome.problems.map(({ path, message }) => [path, message])));
    return answer(c, outcome, {
      done: ({ id, next }) => c.redirect(to(visit, id, next === "columns" ? "/colonnes" : ""), 303),
      again: () => null,
    });
  });
  app.get(`${look.path}/:id`, async (c) => {
    const { visit } = c.var;
    return show(c, await openAt(of, visit, c.req.param("id")), async (opened) => {
      if (opened.kind === "page") return opened.page;
      const preview = await of.preview(visit, opened.waiting, { query: c.req.query() });
      return preview.kind === "preview"
        ? preview.draw({}, null)
        : c.redirect(to(visit, opened.waiting.draft.id, "/colonnes"), 303);
    });
  });
  app.get(`${look.path}/:id/colonnes`, async (c) => {
    const { visit } = c.var;
    return show(c, await openAt(of, visit, c.req.param("id")), (opened) => {
      if (opened.kind === "page") return opened.page;
      if (opened.waiting.reading.kind === "list") return c.redirect(to(visit, opened.waiting.draft.id), 303);
      return columnsPage(of, visit, opened.waiting, Asked.parse(c.req.query()));
    });
  });
  app.post(`${look.path}/:id/colonnes`, async (c) => {
    const { visit } = c.var;
    const importId = c.req.param("id");
    const form = readForm(await c.req.formData());
    const outcome = await of.map(visit, { columns: [], ...form, importId });
    const opened = outcome.kind === "invalid" ? await openAt(of, visit, importId) : null;
    const waiting = opened?.kind === "found" && opened.value.kind === "waiting" ? opened.value.waiting : null;
    const typed = new Map(Columns.parse(form["columns"]).map(({ index, target }) => [index, target]));
    const errors = outcome.kind === "invalid" ? fieldErrors(errorsOf(outcome.problems)) : {};
    const again = waiting && (await columnsPage(of, visit, waiting, Asked.parse(form), { typed, errors }));
    return answer(c, outcome, {
      done: () => ({ to: to(visit, importId), said: draftWords(visit.lang)("columns.saved") }),
      again: () => again ?? <MissingPage visit={visit} />,
    });
  });
  app.post(`${look.path}/:id/accepter`, async (c) => {
    const { visit } = c.var;
    const importId = c.req.param("id");
    const form = readForm(await c.req.formData());
    const outcome = await of.accept(visit, { ...form, importId });
    return previewAgain(of, c, importId, form, outcome, () => c.redirect(to(visit, importId), 303));
  });
  app.post(`${look.path}/:id/abandonner`, async (c) => {
    const { visit } = c.var;
    const outcome = await of.abandon(visit, { importId: c.req.param("id") });
    return answer(c, outcome, {
      done: () => ({ to: visit.at(look.path), said: look.words(visit.lang)("abandoned") }),
      again: () => null,
    });
  });
  return app;
}

/** The preview again, with what was typed and what is wrong with it, or compared with what there is now. */
export async function previewAgain<Target, Decisions, Result, Value>(
  of: DraftPages<Target, Decisions, Result>,
  c: C,
  importId: string,
  form: Typed,
  outcome: Outcome<Value>,
  done: Parameters<typeof answer<Value>>[2]["done"],
): Promise<Response> {
  const { visit } = c.var;
  const isAgain = outcome.kind === "invalid" || outcome.kind === "conflict";
  const opened = isAgain ? await openAt(of, visit, importId) : null;
  const waiting = opened?.kind === "found" && opened.value.kind === "waiting" ? opened.value.waiting : null;
  const preview = waiting && (await of.preview(visit, waiting, { form }));
  const columns = waiting && preview?.kind === "columns" && (await columnsPage(of, visit, waiting, {}));
  return answer(c, outcome, {
    done,
    again: (errors, conflict) =>
      preview?.kind === "preview" ? preview.draw(fieldErrors(errors), conflict) : columns || <MissingPage visit={visit} />,
  });
}
