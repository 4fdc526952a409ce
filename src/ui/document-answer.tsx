import type { Context } from "hono";
import type { TerritoryEnv } from "../platform/http/visit.ts";
import type { Format } from "../platform/document/formats.ts";
import { renderDocument } from "../platform/document/render-document.ts";
import type { Document } from "../platform/document/model.ts";
import { PageHeading } from "./heading.tsx";
import { Screen } from "./screen.tsx";
import { uiWords } from "./words.ts";

/** A file name that every system takes: "Fiche 2.1 – Crèche" → `fiche-2-1-creche`. */
const fileName = (title: string): string =>
  title
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 80) || "document";

/** Answers with a document in a format, or with a page that says why this machine can't make it. */
export async function documentAnswer(c: Context<TerritoryEnv>, document: Document, format: Format): Promise<Response> {
  const made = await renderDocument(document, format);
  if (made.kind === "unavailable") {
    const { visit } = c.var;
    const say = uiWords(visit.lang);
    return c.html(
      <Screen visit={visit} title={say("file.unavailable")} width="text">
        <PageHeading title={say("file.unavailable")} intro={say(made.reason === "no-table" ? "file.noTable" : "file.noPdf")} />
      </Screen>,
      503,
    );
  }
  return fileAnswer(made.bytes, made.mediaType, `${fileName(document.title)}.${made.extension}`);
}

/** A file to keep: the browser saves it, and never runs it. */
export const fileAnswer = (bytes: Uint8Array, mediaType: string, name: string): Response =>
  new Response(new Uint8Array(bytes), {
    headers: {
      "Content-Type": mediaType,
      "Content-Length": String(bytes.byteLength),
      "Content-Disposition": `attachment; filename="${name.replace(/[^\w.-]/g, "_")}"; filename*=UTF-8''${encodeURIComponent(name)}`,
    },
  });
