import { smallSpectrum, type Eigen } from "../numbers/small-spectrum.ts";
import { drawsFrom } from "../numbers/random.ts";

const WIDEST = 24;
const KEPT = 8;
const STEPS = 2_000;
/** How many eigenvectors are sought. */
const COUNT = 2;

/** How near the eigenvectors are: what is left of `A v − λ v`, beside the greatest eigenvalue. */
export const RESIDUAL = 1e-10;

/** A symmetric matrix without negative eigenvalues, known by what it makes of vectors. */
export interface Symmetric {
  readonly size: number;
  /** The sum of its eigenvalues. */
  readonly trace: number;
  /** Its images of one vector or two, in one pass. */
  readonly images: (vectors: readonly Float64Array[]) => readonly Float64Array[];
}

/** Eigenvectors as near as `RESIDUAL` says, or as near as the steps allowed. */
export interface Search {
  readonly state: "settled" | "unsettled";
  readonly found: readonly Eigen[];
}

/**
 * The two greatest eigenvalues of a matrix, with their vectors: those of the best subspace among its images of the start, widened by what is
 * left until nothing is (Davidson 1975, without preconditioner; restarts as Stathopoulos and others 1998).
 * Deterministic: a start that is not given is always the same. Where an eigenvalue is nothing, so is its vector.
 *
 * @param start vectors near those sought, which make the search short; nothing is asked of one that is all 0.
 * @param most how many times images may be asked for.
 */
export function leading(matrix: Symmetric, start: readonly Float64Array[] = [], most = STEPS): Search {
  const { size } = matrix;
  const draw = drawsFrom(1);
  const drawn = Array.from({ length: COUNT }, () => Float64Array.from({ length: size }, () => draw() - 0.5));
  const space = new Space(matrix);
  const given = start.filter((vector) => length(vector) > 0);
  let fresh = [...given, ...drawn.slice(given.length)].slice(0, size);
  let found: readonly Eigen[] = [];
  let state: Search["state"] = "unsettled";
  for (let step = 0; step < most; step++) {
    const isWider = space.widen(fresh);
    const ritz = smallSpectrum(space.projected(), space.width).slice(0, KEPT);
    const best = ritz.slice(0, COUNT);
    const greatest = best[0]?.value ?? 0;
    found = best.map(({ value, vector }) => ({ value, vector: space.combined(vector) }));
    const left = best.map(({ value, vector }) => space.residual(value, vector));
    const unsettled = left.filter((each) => length(each) > RESIDUAL * greatest);
    if (!isWider || unsettled.length === 0) {
      state = "settled";
      break;
    }
    if (space.width + unsettled.length > WIDEST) space.restart(ritz.map(({ vector }) => vector));
    fresh = unsettled;
  }
  const least = 1e-12 * matrix.trace;
  const nothing: Eigen = { value: 0, vector: new Float64Array(size) };
  const kept = Array.from({ length: COUNT }, (_, at) => found[at] ?? nothing);
  return { state, found: kept.map((each) => (each.value > least ? each : nothing)) };
}

/** A matrix held whole, `size × size`, by rows: what is above its diagonal is read once for two vectors, and for both sides. */
export function dense(matrix: Float64Array, size: number): Symmetric {
  let trace = 0;
  for (let at = 0; at < size; at++) trace += matrix[at * size + at] ?? 0;
  return { size, trace, images: (vectors) => denseImages(matrix, size, vectors).slice(0, vectors.length) };
}

function denseImages(
  matrix: Float64Array,
  size: number,
  [one = new Float64Array(size), other = new Float64Array(size)]: readonly Float64Array[],
): readonly Float64Array[] {
  const [first, second] = [new Float64Array(size), new Float64Array(size)];
  for (let row = 0; row < size; row++) {
    const [x, y] = [one[row] ?? 0, other[row] ?? 0];
    const from = row * size;
    const own = matrix[from + row] ?? 0;
    let [a, b] = [own * x, own * y];
    for (let column = row + 1; column < size; column++) {
      const each = matrix[from + column] ?? 0;
      a += each * (one[column] ?? 0);
      b += each * (other[column] ?? 0);
      first[column] = (first[column] ?? 0) + each * x;
      second[column] = (second[column] ?? 0) + each * y;
    }
    first[row] = (first[row] ?? 0) + a;
    second[row] = (second[row] ?? 0) + b;
  }
  return [first, second];
}

/** Orthonormal vectors and their images. */
class Space {
  readonly #matrix: Symmetric;
  #basis: Float64Array[] = [];
  #images: Float64Array[] = [];

  constructor(matrix: Symmetric) {
    this.#matrix = matrix;
  }

  get width(): number {
    return this.#basis.length;
  }

  /** Adds what of some vectors is not in the space yet; false when nothing is. */
  widen(vectors: readonly Float64Array[]): boolean {
    const before = this.width;
    for (const vector of vectors) {
      const unit = this.#outside(vector);
      if (unit !== undefined) this.#basis.push(unit);
    }
    if (this.width === before) return false;
    this.#images.push(...this.#matrix.images(this.#basis.slice(before)));
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
    return combination(this.#basis, weights, this.#matrix.size);
  }

  residual(value: number, weights: Float64Array): Float64Array {
    const out = combination(this.#images, weights, this.#matrix.size);
    add(out, this.combined(weights), -value);
    return out;
  }

  restart(kept: readonly Float64Array[]): void {
    const basis = kept.map((weights) => combination(this.#basis, weights, this.#matrix.size));
    this.#images = kept.map((weights) => combination(this.#images, weights, this.#matrix.size));
    this.#basis = basis;
  }

  #outside(vector: Float64Array): Float64Array | undefined {
    const left = vector.slice();
    const before = length(left);
    // Twice is enough (Kahan, in Parlett 1980).
    for (let time = 0; time < 2; time++) for (const own of this.#basis) add(left, own, -dot(left, own));
    const after = length(left);
    return after > 1e-12 * before ? left.map((each) => each / after) : undefined;
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

/** The scalar product, in four sums, that the processor makes side by side. */
function dot(one: Float64Array, other: Float64Array): number {
  let [a, b, c, d] = [0, 0, 0, 0];
  const whole = other.length - (other.length % 4);
  let at = 0;
  for (; at < whole; at += 4) {
    a += (one[at] ?? 0) * (other[at] ?? 0);
    b += (one[at + 1] ?? 0) * (other[at + 1] ?? 0);
    c += (one[at + 2] ?? 0) * (other[at + 2] ?? 0);
    d += (one[at + 3] ?? 0) * (other[at + 3] ?? 0);
  }
  for (; at < other.length; at++) a += (one[at] ?? 0) * (other[at] ?? 0);
  return a + b + (c + d);
}

const length = (vector: Float64Array): number => Math.sqrt(dot(vector, vector));
