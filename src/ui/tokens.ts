import { toHex, type Oklch } from "./colour.ts";

/** The hue that acts when a territory has not chosen its own: the pine of the Vosges. */
export const PINE_HUE = 162;

/** Six hues of equal lightness and chroma. The first four are the axes of the first territory; a seventh axis begins again. */
export const AXIS_HUES = [252, 62, 345, 208, 300, 118] as const;

export type Scheme = "light" | "dark";
type Palette = Record<string, string>;

const hex = (l: number, c: number, h: number) => toHex([l, c, h] satisfies Oklch);

/** What can be pressed, drawn from one hue. Lightness is fixed and chroma is held, so that each hue keeps AA. */
export function accentPalette(hue: number, scheme: Scheme): Palette {
  return scheme === "light"
    ? {
        accent: hex(0.42, 0.085, hue),
        "accent-strong": hex(0.33, 0.07, hue),
        "on-accent": "#ffffff",
        "accent-soft": hex(0.945, 0.024, hue),
        "accent-line": hex(0.82, 0.045, hue),
        "hill-1": hex(0.9, 0.03, hue),
        "hill-2": hex(0.8, 0.045, hue),
        "hill-3": hex(0.66, 0.06, hue),
        "hill-4": hex(0.5, 0.07, hue),
      }
    : {
        accent: hex(0.82, 0.085, hue),
        "accent-strong": hex(0.9, 0.06, hue),
        "on-accent": hex(0.2, 0.03, hue),
        "accent-soft": hex(0.31, 0.035, hue),
        "accent-line": hex(0.46, 0.05, hue),
        "hill-1": hex(0.29, 0.025, hue),
        "hill-2": hex(0.34, 0.032, hue),
        "hill-3": hex(0.4, 0.04, hue),
        "hill-4": hex(0.47, 0.05, hue),
      };
}

function axes(scheme: Scheme): Palette {
  return Object.fromEntries(
    AXIS_HUES.flatMap((hue, index) => {
      const n = index + 1;
      return scheme === "light"
        ? [
            [`axis-${n}`, hex(0.5, 0.1, hue)],
            [`axis-${n}-soft`, hex(0.945, 0.022, hue)],
            [`axis-${n}-line`, hex(0.82, 0.05, hue)],
          ]
        : [
            [`axis-${n}`, hex(0.8, 0.09, hue)],
            [`axis-${n}-soft`, hex(0.31, 0.035, hue)],
            [`axis-${n}-line`, hex(0.5, 0.06, hue)],
          ];
    }),
  );
}

const meaning: Record<Scheme, Readonly<Record<string, Oklch>>> = {
  light: { good: [0.43, 0.09, 150], wait: [0.46, 0.095, 65], wrong: [0.47, 0.16, 27], info: [0.44, 0.09, 250] },
  dark: { good: [0.83, 0.09, 150], wait: [0.85, 0.1, 80], wrong: [0.8, 0.11, 25], info: [0.83, 0.07, 250] },
};

function meanings(scheme: Scheme): Palette {
  return Object.fromEntries(
    Object.entries(meaning[scheme]).flatMap(([name, [l, c, h]]) => [
      [name, hex(l, c, h)],
      [`${name}-soft`, scheme === "light" ? hex(0.95, 0.028, h) : hex(0.31, 0.035, h)],
      [`${name}-line`, scheme === "light" ? hex(0.82, 0.06, h) : hex(0.5, 0.06, h)],
    ]),
  );
}

/** Every colour of a scheme, by token name, as `#rrggbb`. */
export function palette(scheme: Scheme, hue: number = PINE_HUE): Palette {
  const paper: Palette =
    scheme === "light"
      ? {
          paper: hex(0.968, 0.011, 85),
          raised: hex(0.995, 0.004, 85),
          sunken: hex(0.94, 0.014, 85),
          ink: hex(0.25, 0.014, 150),
          "ink-soft": hex(0.46, 0.014, 120),
          line: hex(0.885, 0.016, 85),
          "line-strong": hex(0.59, 0.018, 95),
          focus: hex(0.42, 0.17, 265),
        }
      : {
          paper: hex(0.205, 0.012, 150),
          raised: hex(0.245, 0.013, 150),
          sunken: hex(0.175, 0.011, 150),
          ink: hex(0.93, 0.01, 90),
          "ink-soft": hex(0.77, 0.013, 100),
          line: hex(0.35, 0.014, 140),
          "line-strong": hex(0.62, 0.016, 130),
          focus: hex(0.85, 0.12, 95),
        };
  return { ...paper, ...accentPalette(hue, scheme), ...axes(scheme), ...meanings(scheme) };
}

type Pair = { readonly ink: string; readonly on: string; readonly atLeast: number };

const papers = ["paper", "raised", "sunken"];
const pairs = (inks: readonly string[], grounds: readonly string[], atLeast: number): Pair[] =>
  inks.flatMap((ink) => grounds.map((on) => ({ ink, on, atLeast })));
const meaningNames = Object.keys(meaning.light);
const axisNames = AXIS_HUES.map((_, index) => `axis-${index + 1}`);

/** Each pair that the style sheets put together, with the contrast it owes: 4.5 for text, 3 for what only draws a control. */
export const PAIRS: readonly Pair[] = [
  ...pairs(["ink", "ink-soft", "accent", "accent-strong"], papers, 4.5),
  ...pairs(["on-accent"], ["accent", "accent-strong"], 4.5),
  ...pairs(["ink", "ink-soft", "accent", "accent-strong"], ["accent-soft"], 4.5),
  ...pairs(["ink"], ["accent-line"], 4.5),
  ...pairs([...meaningNames, ...axisNames], papers, 4.5),
  ...[...meaningNames, ...axisNames].flatMap((name) => pairs(["ink", "ink-soft", name, "accent"], [`${name}-soft`], 4.5)),
  ...pairs(["raised"], axisNames, 4.5),
  ...pairs(["raised"], meaningNames, 4.5),
  ...pairs(["line-strong", "focus"], papers, 3),
];

const declare = (colours: Palette, indent: string) =>
  Object.entries(colours)
    .map(([name, value]) => `${indent}--${name}: ${value};`)
    .join("\n");

/** The three places where a colour is declared: light, dark because the device says so, dark because the person says so. */
function schemes(of: (scheme: Scheme) => Palette): string {
  return [
    `:root {\n  color-scheme: light;\n${declare(of("light"), "  ")}\n}`,
    `@media screen and (prefers-color-scheme: dark) {\n  :root:not([data-theme="light"]) {\n    color-scheme: dark;\n${declare(of("dark"), "    ")}\n  }\n}`,
    `@media screen {\n  :root[data-theme="dark"] {\n    color-scheme: dark;\n${declare(of("dark"), "    ")}\n  }\n}`,
  ].join("\n\n");
}

/** The text of `styles/tokens.css`, which a test holds equal to this. */
export function tokensCss(): string {
  return `/* Written from tokens.ts by write-tokens.ts: change the colours there. */\n@layer tokens {\n${schemes((scheme) =>
    palette(scheme),
  )
    .split("\n")
    .map((line) => (line === "" ? "" : `  ${line}`))
    .join("\n")}\n}\n`;
}

/** The style of a territory's own colour, for a `<style>` that the page is allowed by its hash. Only numbers reach the text: nothing to escape. */
export function accentCss(hue: number): string {
  const safe = Number.isFinite(hue) ? ((Math.round(hue) % 360) + 360) % 360 : PINE_HUE;
  return schemes((scheme) => accentPalette(safe, scheme)).replaceAll(/\s+/g, " ");
}
