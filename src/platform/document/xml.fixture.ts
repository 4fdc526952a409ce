/** A strict reader of XML for tests: throws on what a strict reader would refuse, and gives the elements in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly path: readonly string[];
  text: string;
}

const token =
  /<\?[^?]*\?>|<!--[\s\S]*?-->|<(\/?)([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+/y;
const attribute = /([A-Za-z_][\w.:-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
// eslint-disable-next-line no-control-regex -- XML forbids them
const forbidden = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/;

function unescaped(text: string): string {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-fA-F]+);)/.test(text)) throw new Error(`Bare "&" in ${text.slice(0, 80)}`);
  return text.replace(/&(?:#x([0-9a-fA-F]+)|#(\d+)|(\w+));/g, (_, hex?: string, decimal?: string, name?: string) =>
    hex
      ? String.fromCodePoint(Number.parseInt(hex, 16))
      : decimal
        ? String.fromCodePoint(Number(decimal))
        : (entities[name ?? ""] ?? ""),
  );
}

export function readXml(xml: string): readonly XmlElement[] {
  if (forbidden.test(xml) || !xml.isWellFormed()) throw new Error("A character that XML forbids.");
  const all: XmlElement[] = [];
  const open: XmlElement[] = [];
  token.lastIndex = 0;
  while (token.lastIndex < xml.length) {
    const at = token.lastIndex;
    const match = token.exec(xml);
    if (match === null) throw new Error(`Not XML at ${at}: ${xml.slice(at, at + 80)}`);
    const [whole, closing, name, attributes, empty] = match;
    if (name === undefined) {
      if (!whole.startsWith("<")) for (const element of open) element.text += unescaped(whole);
    } else if (closing === "/") {
      if (open.pop()?.name !== name) throw new Error(`</${name}> closes nothing at ${at}.`);
    } else {
      const read = [...(attributes ?? "").matchAll(attribute)].map(
        ([, key = "", double, single]) => [key, unescaped(double ?? single ?? "")] as const,
      );
      if (new Set(read.map(([key]) => key)).size !== read.length) throw new Error(`An attribute is twice at ${at}.`);
      const element: XmlElement = { name, attributes: new Map(read), path: open.map((each) => each.name), text: "" };
      all.push(element);
      if (empty !== "/") open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.name}> stays open.`);
  return all;
}
