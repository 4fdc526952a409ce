/**
 * The text that every format can hold: XML knows no control characters, no half of a surrogate pair and no noncharacters. Line breaks are
 * `\n`, and stay; a tab is a space. Marks that turn the direction of what follows go: text that reads from the right needs none.
 */
export const readable = (text: string): string =>
  text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    // eslint-disable-next-line no-control-regex -- they are what must go
    .replace(/[\u0000-\u0008\u000E-\u001F\u007F-\u0084\u0086-\u009F]/g, "")
    .replace(/[\u202D\u202E]/g, "")
    .replaceAll("\t", " ")
    .toWellFormed()
    .replace(/[\uFFFE\uFFFF]|[\uFDD0-\uFDEF]/g, "\uFFFD");

/** The lines of a text; there is always one. */
export const linesOf = (text: string): readonly string[] => readable(text).split("\n");

/** About how many lines a text takes where so many letters stand side by side. */
export const linesTaken = (text: string, letters: number): number =>
  linesOf(text).reduce((sum, each) => sum + Math.max(1, Math.ceil(each.length / Math.max(letters, 1))), 0);

/** A row or a frame of more lines than this may be cut by the end of a page. */
export const ONE_PIECE = 20;

/** One line, for titles, captions and headers. */
export const oneLine = (text: string): string =>
  readable(text)
    .replace(/\s*\n\s*/g, " ")
    .trim();

/** A text of at most so many characters, with a sign that there was more. */
export const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1).toWellFormed()}…`;

/** How a link may be followed: to a whole address, to a page of the instance, within the document, or not at all. */
export type Target =
  | { readonly kind: "address"; readonly href: string }
  | { readonly kind: "page"; readonly path: string }
  | { readonly kind: "section"; readonly id: string }
  | { readonly kind: "nowhere" };

const followed = new Set(["http:", "https:", "mailto:", "tel:"]);

/** Where a link leads. Only http(s), mail and telephone are followed: anything else, `javascript:` first, stays text. */
export function targetOf(href: string): Target {
  const clean = oneLine(href);
  if (clean.startsWith("#")) return clean.length > 1 ? { kind: "section", id: clean.slice(1) } : { kind: "nowhere" };
  if (/^\/(?![/\\])/.test(clean)) return { kind: "page", path: clean };
  const url = URL.parse(clean);
  return url !== null && followed.has(url.protocol) ? { kind: "address", href: url.href } : { kind: "nowhere" };
}

/** Where a link leads from paper, where a page of the instance needs the instance's address. */
export function targetOnPaper(href: string, origin: string | null): Exclude<Target, { kind: "page" }> {
  const target = targetOf(href);
  if (target.kind !== "page") return target;
  return origin === null ? { kind: "nowhere" } : targetOnPaper(new URL(target.path, origin).href, null);
}
