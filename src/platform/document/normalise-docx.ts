import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

/** The parts of the file where bookmarks and drawings are numbered, in the order a reader meets them. */
const drawn = /^word\/(?:document|header\d+|footer\d+|footnotes|endnotes)\.xml$/;
// ZIP knows no time zone: a date built from local parts is written the same everywhere.
const MTIME = new Date(2000, 0, 1);

/**
 * Makes the same outline give the same bytes: the library dates the file with the clock and numbers bookmarks and drawings
 * with counters that go on from one document to the next. Here they are dated with the document and numbered from one.
 */
export function normaliseDocx(file: Uint8Array, date: string): Uint8Array {
  const parts = unzipSync(file);
  const bookmarks = renumber();
  const drawings = renumber();
  // The library names links by chance. Their own order in the file names them as well.
  const links = renumber();
  const names = Object.keys(parts).sort();
  const normalised = names.map((name): [string, Uint8Array] => {
    const bytes = parts[name] ?? new Uint8Array();
    if (name === "word/_rels/document.xml.rels") return [name, strToU8(named(strFromU8(bytes), links))];
    if (name === "docProps/core.xml") return [name, strToU8(dated(strFromU8(bytes), date))];
    if (!drawn.test(name)) return [name, bytes];
    const xml = strFromU8(bytes)
      .replace(
        /(<w:bookmark(?:Start|End)\b[^>]*?\bw:id=")(\d+)(")/g,
        (_, before: string, id: string, after: string) => before + bookmarks(id) + after,
      )
      .replace(
        /(<wp:docPr\b[^>]*?\bid=")(\d+)(")/g,
        (_, before: string, id: string, after: string) => before + drawings(id) + after,
      )
      // Within a tag, or within the instruction of a field: never in what people wrote.
      .replace(/(w:(?:name|anchor)="|PAGEREF )_Toc(\d+)/g, (_, before: string, id: string) => `${before}_Toc${bookmarks(id)}`);
    return [name, strToU8(named(xml, links))];
  });
  return zipSync(Object.fromEntries(contentTypesFirst(normalised)), { level: 6, mtime: MTIME });
}

const named = (xml: string, links: (id: string) => string): string =>
  xml.replace(
    /((?:r:id|Id)=")(rId[\w-]{12,})(")/g,
    (_, before: string, id: string, after: string) => `${before}link${links(id)}${after}`,
  );

const dated = (xml: string, date: string): string =>
  xml.replace(
    /(<dcterms:(?:created|modified)[^>]*>)[^<]*/g,
    `$1${/^\d{4}-\d{2}-\d{2}$/.test(date) ? date : "2000-01-01"}T00:00:00Z`,
  );

function renumber(): (id: string) => string {
  const given = new Map<string, string>();
  return (id) => {
    const known = given.get(id) ?? String(given.size + 1);
    given.set(id, known);
    return known;
  };
}

/** Some readers tell what a file is from its first entry. */
const contentTypesFirst = (entries: readonly (readonly [string, Uint8Array])[]): readonly (readonly [string, Uint8Array])[] => {
  const isTypes = ([name]: readonly [string, Uint8Array]): boolean => name === "[Content_Types].xml";
  return [...entries.filter(isTypes), ...entries.filter((entry) => !isTypes(entry))];
};
