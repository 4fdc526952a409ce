/** The colours of paper, `rrggbb`. One accent, ink, and three meanings, each readable on its own soft ground. */
export interface Inks {
  readonly accent: string;
  readonly soft: string;
  readonly line: string;
  readonly ink: string;
  readonly quiet: string;
  readonly hair: string;
  readonly tones: { readonly [Tone in "info" | "warning" | "example"]: { readonly bar: string; readonly ground: string } };
}

const PINE = "175b43";

/** The inks of a document, from its accent. An accent that can't be read becomes the pine. */
export function inks(accent: string): Inks {
  const colour = /^#?([0-9a-f]{6})$/i.exec(accent.trim())?.[1]?.toLowerCase() ?? PINE;
  return {
    accent: colour,
    soft: towardsWhite(colour, 0.9),
    line: towardsWhite(colour, 0.65),
    ink: "22201b",
    quiet: "5c574d",
    hair: "d9d4c8",
    tones: {
      info: { bar: colour, ground: towardsWhite(colour, 0.93) },
      warning: { bar: "a35a00", ground: "fbf3e4" },
      example: { bar: "6b4e9b", ground: "f4f0fa" },
    },
  };
}

const towardsWhite = (hex: string, share: number): string =>
  [0, 2, 4]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16))
    .map((channel) => Math.round(channel + (255 - channel) * share))
    .map((channel) => channel.toString(16).padStart(2, "0"))
    .join("");
