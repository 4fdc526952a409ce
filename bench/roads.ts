import { impassable, type Network } from "../packages/access/network/network.ts";
import { randomFrom } from "../packages/access/siting/random.ts";

const METRES_A_DEGREE = 111_195;
const CENTRE_LAT = 47;
const EAST = METRES_A_DEGREE * Math.cos((CENTRE_LAT * Math.PI) / 180);
const SPACING_METRES = 110;

/** Every so many lines of the grid, the share of them that is there, and the speed, in km/h. */
const classes = [
  { every: 128, kept: 1, speed: 110 },
  { every: 32, kept: 0.98, speed: 80 },
  { every: 8, kept: 0.93, speed: 50 },
  { every: 1, kept: 0.62, speed: 28 },
] as const;

/**
 * Roads that look like those of a town and its country: crossings near the points of a grid, lesser streets often missing (hence dead
 * ends) or one-way, every eighth line a quicker road, every 32nd and 128th quicker still. The same for the same seed.
 *
 * @param crossings about how many nodes: the largest square below.
 */
export function roadsOf(crossings: number, seed = 1): Network {
  const draw = randomFrom(seed);
  const side = Math.floor(Math.sqrt(crossings));
  const nodes = side * side;
  const x = Float64Array.from({ length: nodes }, (_, node) => ((node % side) - side / 2 + (draw() - 0.5) * 0.7) * SPACING_METRES);
  const y = Float64Array.from(
    { length: nodes },
    (_, node) => (Math.floor(node / side) - side / 2 + (draw() - 0.5) * 0.7) * SPACING_METRES,
  );
  const [from, to, length, forward, backward]: number[][] = [[], [], [], [], []];
  const join = (one: number, other: number, line: number): void => {
    const road = classes.find(({ every }) => line % every === 0) ?? classes[3];
    if (draw() > road.kept) return;
    const bends = 1 + draw() * 0.3;
    const metres = Math.hypot((x[one] ?? 0) - (x[other] ?? 0), (y[one] ?? 0) - (y[other] ?? 0)) * bends;
    const tenths = Math.max(1, Math.round((metres * 36) / (road.speed * (0.85 + draw() * 0.3))));
    const isOneWay = draw() < (road.speed === 110 ? 0 : 0.1);
    from?.push(one);
    to?.push(other);
    length?.push(Math.round(metres * 10));
    const isForward = draw() < 0.5;
    forward?.push(isOneWay && !isForward ? impassable : tenths);
    backward?.push(isOneWay && isForward ? impassable : tenths);
  };
  for (let node = 0; node < nodes; node++) {
    const [row, column] = [Math.floor(node / side), node % side];
    if (column + 1 < side) join(node, node + 1, row);
    if (row + 1 < side) join(node, node + side, column);
  }
  const segments = from?.length ?? 0;
  return {
    profile: "car",
    walkSpeed: 5,
    nodeLon: Int32Array.from(x, (metres) => (2 + metres / EAST) * 1e7),
    nodeLat: Int32Array.from(y, (metres) => (CENTRE_LAT + metres / METRES_A_DEGREE) * 1e7),
    from: Uint32Array.from(from ?? []),
    to: Uint32Array.from(to ?? []),
    length: Uint32Array.from(length ?? []),
    forward: Uint32Array.from(forward ?? []),
    backward: Uint32Array.from(backward ?? []),
    shapeStarts: new Uint32Array(segments + 1),
    shapeLon: new Int32Array(),
    shapeLat: new Int32Array(),
    original: Uint32Array.from({ length: segments }, (_, segment) => segment),
    way: Float64Array.from({ length: segments }, (_, segment) => segment),
  };
}
