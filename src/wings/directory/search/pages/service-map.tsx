import type { Position } from "../model.ts";

/** A point of the map: its number in the list beside. */
export interface MapPoint {
  readonly number: number;
  readonly position: Position;
}

interface Props {
  readonly label: string;
  readonly points: readonly MapPoint[];
  readonly communes: readonly { readonly name: string; readonly position: Position | null }[];
  readonly here: Position | null;
  readonly hereLabel: string;
}

const width = 480;
const margin = 36;

/** The smallest box that holds all, with room around; a lone point has some kilometres around it. */
function frameOf(positions: readonly Position[]) {
  const latitudes = positions.map(({ latitude }) => latitude);
  const longitudes = positions.map(({ longitude }) => longitude);
  const [south, north] = [Math.min(...latitudes), Math.max(...latitudes)];
  const [west, east] = [Math.min(...longitudes), Math.max(...longitudes)];
  const middle = (south + north) / 2;
  // A degree of longitude is shorter than one of latitude: both in units of latitude.
  const narrow = Math.cos((middle * Math.PI) / 180);
  const across = Math.max(0.05, (east - west) * narrow);
  const up = Math.max(0.03, north - south);
  const scale = (width - 2 * margin) / across;
  const height = Math.min(620, Math.round(up * scale + 2 * margin));
  const fit = Math.min(scale, (height - 2 * margin) / up);
  return {
    height,
    place: ({ latitude, longitude }: Position) => ({
      x: Math.round(width / 2 + (longitude - (west + east) / 2) * narrow * fit),
      y: Math.round(height / 2 - (latitude - middle) * fit),
    }),
  };
}

/** Points that would hide each other stand side by side. */
function apart(points: readonly { readonly number: number; readonly x: number; readonly y: number }[]) {
  const taken: { x: number; y: number }[] = [];
  return points.map((point) => {
    let { x } = point;
    while (taken.some((other) => Math.abs(other.x - x) < 21 && Math.abs(other.y - point.y) < 21)) x += 21;
    taken.push({ x, y: point.y });
    return { ...point, x };
  });
}

/** Names of communes, each under its place; one that would cover another stands a little lower, or is left out. */
function labelsOf(communes: readonly { readonly name: string; readonly x: number; readonly y: number }[]) {
  const placed: { readonly name: string; readonly x: number; readonly y: number; readonly half: number }[] = [];
  for (const { name, x, y } of communes) {
    const half = name.length * 3 + 4;
    const inside = Math.min(width - half, Math.max(half, x));
    const free = [26, 40, -16, 54].find((down) =>
      placed.every((other) => Math.abs(other.y - y - down) > 12 || Math.abs(other.x - inside) > other.half + half),
    );
    if (free !== undefined) placed.push({ name, x: inside, y: y + free, half });
  }
  return placed;
}

/**
 * Where services are, drawn by the server from their positions and the names of the communes: no tile is asked from anyone, and
 * it stands without scripts and on paper. The list beside says the same.
 */
export const ServiceMap = ({ label, points, communes, here, hereLabel }: Props) => {
  const known = communes.flatMap(({ name, position }) => (position === null ? [] : [{ name, position }]));
  const all = [
    ...points.map(({ position }) => position),
    ...known.map(({ position }) => position),
    ...(here === null ? [] : [here]),
  ];
  if (points.length === 0) return null;
  const { height, place } = frameOf(all);
  const marks = apart(points.map(({ number, position }) => ({ number, ...place(position) })));
  return (
    <svg class="service-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <rect class="service-map-context" width={width} height={height} rx="12" />
      {labelsOf(known.map(({ name, position }) => ({ name, ...place(position) }))).map(({ name, x, y }) => (
        <text class="service-map-commune" x={x} y={y} text-anchor="middle">
          {name}
        </text>
      ))}
      {here !== null && (
        <g class="service-map-here">
          <circle cx={place(here).x} cy={place(here).y} r="7" />
          <text x={place(here).x} y={place(here).y - 12} text-anchor="middle">
            {hereLabel}
          </text>
        </g>
      )}
      {marks.map(({ number, x, y }) => (
        <g class="service-map-point">
          <circle cx={x} cy={y} r="11" />
          <text x={x} y={y + 4} text-anchor="middle">
            {number}
          </text>
        </g>
      ))}
    </svg>
  );
};
