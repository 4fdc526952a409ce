import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";

const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");

// Archives keep local time: said so that every machine writes the same bytes.
const archiveTime = (at: Date): Date =>
  new Date(
    Math.max(1980, at.getUTCFullYear()),
    at.getUTCMonth(),
    at.getUTCDate(),
    at.getUTCHours(),
    at.getUTCMinutes(),
    at.getUTCSeconds(),
  );

/** hucre's ODS has neither column widths nor a frozen header: this adds both to a file that it wrote. */
export function withOdsView(
  ods: Uint8Array,
  sheets: readonly string[],
  widths: readonly (readonly number[])[],
  at: Date,
): Uint8Array {
  const parts = unzipSync(ods);
  const content = strFromU8(parts["content.xml"] ?? new Uint8Array());
  const settings = strFromU8(parts["settings.xml"] ?? new Uint8Array());
  const { mimetype, ...others } = parts;
  return zipSync(
    {
      // OpenDocument wants it first, and stored.
      mimetype: [mimetype ?? new Uint8Array(), { level: 0 }],
      ...others,
      "content.xml": strToU8(withWidths(content, widths)),
      "settings.xml": strToU8(
        settings.replace(
          /<office:settings\s*(?:\/>|><\/office:settings>)/,
          `<office:settings>${frozen(sheets)}</office:settings>`,
        ),
      ),
    },
    { mtime: archiveTime(at) },
  );
}

function withWidths(content: string, widths: readonly (readonly number[])[]): string {
  const used = [...new Set(widths.flat())];
  const styles = used
    .map(
      (width) =>
        `<style:style style:name="w${String(width)}" style:family="table-column"><style:table-column-properties style:column-width="${(width * 0.2).toFixed(2)}cm"/></style:style>`,
    )
    .join("");
  let table = -1;
  return content
    .replace(/<office:automatic-styles\s*(?:\/>|>)/, (tag) =>
      tag.endsWith("/>") ? `<office:automatic-styles>${styles}</office:automatic-styles>` : tag + styles,
    )
    .replace(/(<table:table [^>]*>)(?:<table:table-column[^>]*\/>)?/g, (_, tag: string) => {
      table += 1;
      return tag + (widths[table] ?? []).map((width) => `<table:table-column table:style-name="w${String(width)}"/>`).join("");
    });
}

function frozen(sheets: readonly string[]): string {
  const item = (name: string, type: string, value: string) =>
    `<config:config-item config:name="${name}" config:type="${type}">${value}</config:config-item>`;
  const tables = sheets
    .map(
      (name) =>
        `<config:config-item-map-entry config:name="${escaped(name)}">` +
        item("VerticalSplitMode", "short", "2") +
        item("VerticalSplitPosition", "int", "1") +
        item("PositionBottom", "int", "1") +
        item("ActiveSplitRange", "short", "2") +
        "</config:config-item-map-entry>",
    )
    .join("");
  return (
    '<config:config-item-set config:name="ooo:view-settings"><config:config-item-map-indexed config:name="Views"><config:config-item-map-entry>' +
    item("ViewId", "string", "view1") +
    `<config:config-item-map-named config:name="Tables">${tables}</config:config-item-map-named>` +
    "</config:config-item-map-entry></config:config-item-map-indexed></config:config-item-set>"
  );
}
