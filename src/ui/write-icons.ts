import { readFileSync, writeFileSync } from "node:fs";
import { format, resolveConfig } from "prettier";

const names =
  `accessibility archive arrow-down arrow-down-up arrow-left arrow-right arrow-up baby bell building-2 calendar calendar-days chart-column check chevron-down
chevron-left chevron-right chevron-up circle-alert circle-check circle-help clipboard-list clock columns-3 copy download euro external-link eye eye-off file-text
files flag funnel grid-3x3 handshake heart-handshake history home info key landmark languages layout-list link list lock log-in log-out mail map
map-pin megaphone menu message-circle monitor moon paperclip pencil phone pin plus printer refresh-cw rotate-ccw save search send settings shield
sliders-horizontal sprout star sun table target timer trash-2 triangle-alert undo-2 unlink upload user user-plus users wallet x`.split(
    /\s+/,
  );

const root = new URL("../../node_modules/lucide-static/icons/", import.meta.url);
// lucide renamed some icons: the screens keep the short name.
const renamed: Record<string, string> = { "circle-help": "circle-question-mark", home: "house" };

const entries = names.map((name) => {
  const svg = readFileSync(new URL(`${renamed[name] ?? name}.svg`, root), "utf8");
  const body = svg
    .slice(svg.indexOf(">", svg.indexOf("<svg")) + 1, svg.indexOf("</svg>"))
    .replaceAll(/\s*\n\s*/g, "")
    .replaceAll(" />", "/>");
  return `  ${name.includes("-") ? `"${name}"` : name}: '${body}',`;
});

const text = `// Written by write-icons.ts from lucide-static. Lucide is under the ISC licence, (c) Lucide Icons and Contributors;
// parts come from Feather, under the MIT licence, (c) Cole Bemis.
export const iconPaths = {\n${entries.join("\n")}\n} as const;\n`;
const target = new URL("icon-paths.ts", import.meta.url);

writeFileSync(target, await format(text, { ...(await resolveConfig(target)), parser: "typescript" }));
