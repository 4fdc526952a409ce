import { readable } from "./readable.ts";
import type { Logo } from "./model.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

const usual: Size = { width: 640, height: 400 };
const sane = (width: number, height: number): Size =>
  Number.isFinite(width) && Number.isFinite(height) && width > 0 && height > 0 && width / height < 100 && height / width < 100
    ? { width, height }
    : usual;

/** The size that a drawing gives itself: its width and height, else its view box. */
export function svgSize(svg: string): Size {
  const tag = /<svg\b[^>]*>/.exec(svg)?.[0] ?? "";
  const attribute = (name: string): string | undefined => new RegExp(`\\s${name}\\s*=\\s*["']([^"']*)["']`).exec(tag)?.[1];
  const length = (name: string): number => {
    const value = attribute(name) ?? "";
    return /^\d*\.?\d+(px)?$/.test(value.trim()) ? Number.parseFloat(value) : Number.NaN;
  };
  const own = [length("width"), length("height")] as const;
  if (own.every(Number.isFinite)) return sane(...own);
  const [, , width = Number.NaN, height = Number.NaN] = (attribute("viewBox") ?? "")
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  return sane(width, height);
}

/** The size that a PNG tells in its first bytes. */
export function pngSize(bytes: Uint8Array): Size {
  if (bytes.length < 24) return usual;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return sane(view.getUint32(16), view.getUint32(20));
}

export const logoSize = (logo: Logo): Size => (logo.kind === "svg" ? svgSize(logo.svg) : pngSize(logo.bytes));

/** The largest size of the same proportions within a frame; never larger than it gives itself, when told so. */
export function fit(size: Size, frame: Size, told: { readonly enlarge: "never" | "allowed" } = { enlarge: "never" }): Size {
  const scale = Math.min(
    frame.width / size.width,
    frame.height / size.height,
    told.enlarge === "never" ? 1 : Number.POSITIVE_INFINITY,
  );
  return { width: Math.round(size.width * scale), height: Math.round(size.height * scale) };
}

export const svgBytes = (svg: string): Uint8Array => new TextEncoder().encode(readable(svg));
