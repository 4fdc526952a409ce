import { smallSpectrum, type Eigen } from "../numbers/small-spectrum.ts";
import { drawsFrom } from "../numbers/random.ts";

const WIDEST = 24;
const KEPT = 8;
const STEPS = 2_000;

/** How near the eigenvectors are: what is left of `A v − λ v`, beside the greatest eigenvalue. */
export const RESIDUAL = 1e-10;

/**
 * The greatest eigenvalues of a symmetric matrix without negative ones, with their vectors: those of the best subspace among `A`'s images of
 * the start, widened by what is left until nothing is (Davidson 1975, without preconditioner; restarts as Stathopoulos and others 1998).
 * Deterministic: a start that is not given is always the same. Where an eigenvalue is nothing, so is its vector.
 *
 * @param matrix `size × size`, by rows.
 * @param start vectors near those sought, which make the search short.
 */
export function leading(
  matrix: Float64Array,
  size: number,
  count: number,
  start: readonly Float64Array[] = [],
): readonly Eigen[] {
  const draw = drawsFrom(1);
  const drawn = Array.from({ length: count }, () => Float64Array.from({ length: size }, () => draw() - 0.5));
  const space = new Space(matrix, size);
  let fresh = [...start, ...drawn.slice(start.length)].slice(0, size);
  let found: readonly Eigen[] = [];
  for (let step = 0; step < STEPS; step++) {
    const widened = fresh.filter((vector) => space.widen(vector.slice())).length > 0;
    const ritz = smallSpectrum(space.projected(), space.width).slice(0, Math.max(count, KEPT));
    const best = ritz.slice(0, count);
    const greatest = best[0]?.value ?? 0;
    found = best.map(({ value, vector }) => ({ value, vector: space.combined(vector) }));
    const left = best.map(({ value, vector }) => space.residual(value, vector));
    const unsettled = left.filter((each) => length(each) > RESIDUAL * greatest);
    if (!widened || unsettled.length === 0) break;
    if (space.width + unsettled.length > WIDEST) space.restart(ritz.map(({ vector }) => vector));
    fresh = unsettled;
  }
  const least = 1e-12 * trace(matrix, size);
  return Array.from({ length: count }, (_, at) => {
    const each = found[at];
    return each !== undefined && each.value > least ? each : { value: 0, vector: new Float64Array(size) };
  });
}

/** Orthonormal vectors and their images. */
class Space {
  readonly #matrix: Float64Array;
  readonly #size: number;
  #basis: Float64Array[] = [];
  #images: Float64Array[] = [];

  constructor(matrix: Float64Array, size: number) {
    this.#matrix = matrix;
    this.#size = size;
  }

  get width(): number {
    return this.#basis.length;
  }

  /** Adds what of a vector is not in the space yet; false when nothing is. The vector is used up. */
  widen(vector: Float64Array): boolean {
    const before = length(vector);
    // Twice is enough (Kahan, in Parlett 1980).
    for (let time = 0; time < 2; time++) for (const own of this.#basis) add(vector, own, -dot(vector, own));
    const after = length(vector);
    if (!(after > 1e-12 * before)) return false;
    const unit = vector.map((each) => each / after);
    this.#basis.push(unit);
    this.#images.push(this.#image(unit));
    return true;
  }

  projected(): Float64Array {
    const width = this.width;
    const out = new Float64Array(width * width);
    for (const [row, own] of this.#basis.entries())
      for (const [column, image] of this.#images.entries())
        if (column >= row) out[row * width + column] = out[column * width + row] = dot(own, image);
    return out;
  }

  combined(weights: Float64Array): Float64Array {
    return combination(this.#basis, weights, this.#size);
  }

  residual(value: number, weights: Float64Array): Float64Array {
    const out = combination(this.#images, weights, this.#size);
    add(out, this.combined(weights), -value);
    return out;
  }

  restart(kept: readonly Float64Array[]): void {
    const basis = kept.map((weights) => combination(this.#basis, weights, this.#size));
    this.#images = kept.map((weights) => combination(this.#images, weights, this.#size));
    this.#basis = basis;
  }

  #image(vector: Float64Array): Float64Array {
    const out = new Float64Array(this.#size);
    for (let row = 0; row < this.#size; row++) out[row] = dot(this.#matrix, vector, row * this.#size);
    return out;
  }
}

function combination(vectors: readonly Float64Array[], weights: Float64Array, size: number): Float64Array {
  const out = new Float64Array(size);
  for (const [at, vector] of vectors.entries()) add(out, vector, weights[at] ?? 0);
  return out;
}

function add(to: Float64Array, vector: Float64Array, times: number): void {
  for (let at = 0; at < to.length; at++) to[at] = (to[at] ?? 0) + times * (vector[at] ?? 0);
}

/** The scalar product of `short` with as much of `long`, in four sums, that the processor makes side by side. */
function dot(long: Float64Array, short: Float64Array, from = 0): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = short.length - (short.length % 4);
  let at = 0;
  for (; at < whole; at += 4) {
    a += (long[from + at] ?? 0) * (short[at] ?? 0);
    b += (long[from + at + 1] ?? 0) * (short[at + 1] ?? 0);
    c += (long[from + at + 2] ?? 0) * (short[at + 2] ?? 0);
    d += (long[from + at + 3] ?? 0) * (short[at + 3] ?? 0);
  }
  for (; at < short.length; at++) a += (long[from + at] ?? 0) * (short[at] ?? 0);
  return a + b + (c + d);
}

const length = (vector: Float64Array): number => Math.sqrt(dot(vector, vector));

function trace(matrix: Float64Array, size: number): number {
  let sum = 0;
  for (let at = 0; at < size; at++) sum += matrix[at * size + at] ?? 0;
  return sum;
}
