/** A colour in OKLCH: lightness 0–1, chroma, hue in degrees. Equal lightness and chroma look equally strong, whatever the hue. */
export type Oklch = readonly [lightness: number, chroma: number, hue: number];

type Rgb = readonly [number, number, number];

function linearRgb([l, c, h]: Oklch): Rgb {
  const angle = (h * Math.PI) / 180;
  const a = c * Math.cos(angle);
  const b = c * Math.sin(angle);
  const long = (l + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const medium = (l - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const short = (l - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ];
}

const inGamut = (rgb: Rgb) => rgb.every((channel) => channel >= -0.0005 && channel <= 1.0005);

/** The same colour with its chroma lowered until a screen can show it: lightness, hence contrast, is kept. */
export function clampChroma([l, c, h]: Oklch): Oklch {
  if (inGamut(linearRgb([l, c, h]))) return [l, c, h];
  let low = 0;
  let high = c;
  for (let step = 0; step < 24; step++) {
    const middle = (low + high) / 2;
    if (inGamut(linearRgb([l, middle, h]))) low = middle;
    else high = middle;
  }
  return [l, low, h];
}

function encode(channel: number): string {
  const value = Math.min(1, Math.max(0, channel));
  const gamma = value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055;
  return Math.round(gamma * 255)
    .toString(16)
    .padStart(2, "0");
}

/** `#rrggbb` for an OKLCH colour, brought into what a screen can show. */
export function toHex(colour: Oklch): string {
  const [r, g, b] = linearRgb(clampChroma(colour));
  return `#${encode(r)}${encode(g)}${encode(b)}`;
}

function decode(hex: string, at: number): number {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}

/** Relative luminance of `#rrggbb`, as WCAG 2 defines it. */
export function luminance(hex: string): number {
  return 0.2126 * decode(hex, 1) + 0.7152 * decode(hex, 3) + 0.0722 * decode(hex, 5);
}

/** Contrast ratio of two `#rrggbb` colours, as WCAG 2 defines it: 1 to 21. */
export function contrast(one: string, other: string): number {
  const a = luminance(one);
  const b = luminance(other);
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Hue in degrees of `#rrggbb`, or null for a grey. A territory gives its colour; only the hue is kept. */
export function hueOf(hex: string): number | null {
  const [r, g, b] = [decode(hex, 1), decode(hex, 3), decode(hex, 5)];
  const long = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const medium = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const short = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const bb = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  if (Math.hypot(a, bb) < 0.02) return null;
  return Math.round(((Math.atan2(bb, a) * 180) / Math.PI + 360) % 360);
}
