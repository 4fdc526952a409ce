import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Lang } from "../words.ts";
import { headingsOf, type Heading } from "./contents.ts";
import { documentStyle } from "./html-look.ts";
import type { Block, Cell, Column, Document, Figure, List, ListItem, Logo, Run, Section, Table } from "./model.ts";
import { linesOf, oneLine, readable, targetOf } from "./readable.ts";
import { cellRuns } from "./value.ts";
import { documentWords } from "./words.ts";
import { timeText } from "../french/time.ts";

interface Place {
  readonly lang: Lang;
  /** The level of the headings at this depth. */
  readonly level: number;
  readonly document: Document;
}

/** The document as a part of a page. `baseLevel` is the level of its title: 2 under the page's own heading. */
export function DocumentPreview({ document, baseLevel = 1 }: { readonly document: Document; readonly baseLevel?: number }) {
  return (
    <article class={`document document-${document.orientation}`} lang={document.lang}>
      <header class="document-head">
        {document.logos.length > 0 && (
          <div class="document-logos">
            {document.logos.map((logo) => (
              <img src={imageOf(logo)} alt={oneLine(logo.alt)} />
            ))}
          </div>
        )}
        {document.coverNote !== null && <p class="document-note">{oneLine(document.coverNote)}</p>}
        <Title level={baseLevel}>{oneLine(document.title)}</Title>
        {document.subtitle !== null && <p class="document-subtitle">{oneLine(document.subtitle)}</p>}
        <p class="document-parties">{oneLine(document.header)}</p>
        <p class="document-date">
          <time datetime={document.date}>{timeText(document.lang, document.date)}</time>
        </p>
      </header>
      <Blocks blocks={document.blocks} place={{ lang: document.lang, level: baseLevel + 1, document }} />
      {document.footer !== null && <footer class="document-foot">{oneLine(document.footer)}</footer>}
    </article>
  );
}

/** The same as a whole file that can be kept, sent or printed. */
export async function writeHtml(document: Document): Promise<Uint8Array> {
  const page = await html`<!doctype html>${(
      <html lang={document.lang}>
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width" />
          <title>{oneLine(document.title)}</title>
          <style dangerouslySetInnerHTML={{ __html: documentStyle(document.accent) }} />
        </head>
        <body>
          <main>
            <DocumentPreview document={document} />
          </main>
        </body>
      </html>
    )}`;
  return new TextEncoder().encode(page.toString());
}

const tags = ["h1", "h2", "h3", "h4", "h5", "h6"] as const;

function Title({ level, id, children }: { readonly level: number; readonly id?: string; readonly children?: Child }) {
  const Tag = tags[level - 1] ?? "h6";
  // A seventh level does not exist in HTML: its depth is told to those who hear it.
  return (
    <Tag id={id} aria-level={level > 6 ? level : undefined}>
      {children}
    </Tag>
  );
}

function Blocks({ blocks, place }: { readonly blocks: readonly Block[]; readonly place: Place }) {
  return (
    <>
      {blocks.map((block) => (
        <BlockView block={block} place={place} />
      ))}
    </>
  );
}

function BlockView({ block, place }: { readonly block: Block; readonly place: Place }) {
  switch (block.kind) {
    case "section":
      return <SectionView section={block} place={place} />;
    case "paragraph":
      return (
        <p dir="auto">
          <Runs runs={block.runs} />
        </p>
      );
    case "list":
      return <ListView marker={block.marker} items={block.items} />;
    case "facts":
      return (
        <dl class="document-facts">
          {block.facts.map((fact) => (
            <div>
              <dt>{oneLine(fact.label)}</dt>
              <dd dir="auto">
                <Runs runs={fact.runs} />
              </dd>
            </div>
          ))}
        </dl>
      );
    case "table":
      return <TableView table={block} lang={place.lang} />;
    case "figure":
      return <FigureView figure={block} lang={place.lang} />;
    case "callout":
      return (
        <div class={`document-callout document-callout-${block.tone}`} role="note">
          <p dir="auto">
            <strong>{oneLine(block.title ?? documentWords(place.lang)(block.tone))}</strong>
            <br />
            <Runs runs={block.runs} />
          </p>
        </div>
      );
    case "page-break":
      return <div class="document-page-break"></div>;
    case "table-of-contents":
      return (
        <nav class="document-contents" aria-label={documentWords(place.lang)("contents")}>
          <p>{documentWords(place.lang)("contents")}</p>
          <Contents headings={headingsOf(place.document, block.depth)} />
        </nav>
      );
  }
}

function SectionView({ section, place }: { readonly section: Section; readonly place: Place }) {
  return (
    <section class={section.start === "new-page" ? "document-new-page" : undefined}>
      <Title level={place.level} id={section.id}>
        {oneLine(section.title)}
      </Title>
      <Blocks blocks={section.blocks} place={{ ...place, level: place.level + 1 }} />
    </section>
  );
}

function Contents({ headings }: { readonly headings: readonly Heading[] }) {
  return (
    <ol>
      {headings.map((heading) => (
        <li class={`document-contents-${heading.depth}`}>
          <a href={`#${heading.id}`}>{oneLine(heading.title)}</a>
        </li>
      ))}
    </ol>
  );
}

function ListView({ marker, items }: { readonly marker: List["marker"]; readonly items: readonly ListItem[] }) {
  const Tag = marker === "number" ? "ol" : "ul";
  return (
    <Tag>
      {items.map((each) => (
        <li dir="auto">
          <Runs runs={each.runs} />
          {each.items.length > 0 && <ListView marker={marker} items={each.items} />}
        </li>
      ))}
    </Tag>
  );
}

function TableView({ table, lang }: { readonly table: Table; readonly lang: Lang }) {
  return (
    <div class="document-table" role="region" aria-label={oneLine(table.caption)} tabindex={0}>
      <table>
        <caption>{oneLine(table.caption)}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th scope="col" class={`document-${column.align}`}>
                {oneLine(column.title)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <Row cells={row} columns={table.columns} lang={lang} />
          ))}
        </tbody>
        {table.totals.length > 0 && (
          <tfoot>
            {table.totals.map((row) => (
              <Row cells={row} columns={table.columns} lang={lang} />
            ))}
          </tfoot>
        )}
      </table>
      {table.note !== null && (
        <p class="document-source">
          <Lines text={table.note} />
        </p>
      )}
    </div>
  );
}

function Row({
  cells,
  columns,
  lang,
}: {
  readonly cells: readonly Cell[];
  readonly columns: readonly Column[];
  readonly lang: Lang;
}) {
  return (
    <tr>
      {columns.map((column, index) => {
        const cell = cells[index] ?? { kind: "missing", reason: null };
        const runs = <Runs runs={cellRuns(cell, lang)} />;
        return column.names === "row" ? (
          <th scope="row" class={`document-${column.align}`} dir="auto">
            {runs}
          </th>
        ) : (
          <td class={`document-${column.align}`} dir="auto">
            {runs}
          </td>
        );
      })}
    </tr>
  );
}

function FigureView({ figure, lang }: { readonly figure: Figure; readonly lang: Lang }) {
  return (
    <figure class="document-figure">
      <img src={imageOf({ kind: "svg", svg: figure.svg, alt: figure.alt })} alt={readable(figure.alt)} />
      <figcaption>{oneLine(figure.caption)}</figcaption>
      {figure.table !== null && <TableView table={figure.table} lang={lang} />}
    </figure>
  );
}

/** A drawing is shown as an image, so that nothing written in it can run. */
const imageOf = (logo: Logo): string =>
  logo.kind === "svg"
    ? `data:image/svg+xml;base64,${Buffer.from(readable(logo.svg)).toString("base64")}`
    : `data:image/png;base64,${Buffer.from(logo.bytes).toString("base64")}`;

function Runs({ runs }: { readonly runs: readonly Run[] }) {
  return (
    <>
      {runs.map((run) => (
        <RunView run={run} />
      ))}
    </>
  );
}

function RunView({ run }: { readonly run: Run }) {
  const text = <Lines text={run.text} />;
  switch (run.kind) {
    case "plain":
      return text;
    case "strong":
      return <strong>{text}</strong>;
    case "emphasis":
      return <em>{text}</em>;
    case "link":
    case "evidence": {
      const target = targetOf(run.href);
      if (target.kind === "nowhere") return text;
      const href = target.kind === "section" ? `#${target.id}` : target.kind === "page" ? target.path : target.href;
      return (
        <a href={href} class={run.kind === "evidence" ? "document-evidence" : undefined}>
          {text}
        </a>
      );
    }
  }
}

function Lines({ text }: { readonly text: string }) {
  return (
    <>
      {linesOf(text).map((line, index) => (
        <>
          {index > 0 && <br />}
          {line}
        </>
      ))}
    </>
  );
}
