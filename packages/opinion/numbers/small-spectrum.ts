/** The eigenvalues of a small symmetric matrix from the greatest, each with its vector, of length 1. */
export interface Eigen {
  readonly value: number;
  readonly vector: Float64Array;
}

const SWEEPS = 60;

/** Turns plane after plane until what is outside the diagonal is nothing (Jacobi 1846). `matrix` is `size × size`, by rows. */
export function smallSpectrum(matrix: Float64Array, size: number): readonly Eigen[] {
  const a = matrix.slice();
  const vectors = new Float64Array(size * size);
  for (let at = 0; at < size; at++) vectors[at * size + at] = 1;
  const whole = norm(a);
  for (let sweep = 0; sweep < SWEEPS && outside(a, size) > 1e-15 * whole; sweep++)
    for (let p = 0; p < size; p++) for (let q = p + 1; q < size; q++) turn(a, vectors, size, p, q);
  return Array.from({ length: size }, (_, at) => ({
    value: a[at * size + at] ?? 0,
    vector: vectors.slice(at * size, (at + 1) * size),
  })).sort((one, other) => other.value - one.value);
}

function turn(a: Float64Array, vectors: Float64Array, size: number, p: number, q: number): void {
  const off = a[p * size + q] ?? 0;
  if (off === 0) return;
  const slope = ((a[q * size + q] ?? 0) - (a[p * size + p] ?? 0)) / (2 * off);
  const tangent = (slope < 0 ? -1 : 1) / (Math.abs(slope) + Math.hypot(slope, 1));
  const cosine = 1 / Math.hypot(tangent, 1);
  const sine = tangent * cosine;
  for (let at = 0; at < size; at++) mix(a, at * size + p, at * size + q, cosine, sine);
  for (let at = 0; at < size; at++) mix(a, p * size + at, q * size + at, cosine, sine);
  for (let at = 0; at < size; at++) mix(vectors, p * size + at, q * size + at, cosine, sine);
}

function mix(values: Float64Array, one: number, other: number, cosine: number, sine: number): void {
  const [x, y] = [values[one] ?? 0, values[other] ?? 0];
  values[one] = cosine * x - sine * y;
  values[other] = sine * x + cosine * y;
}

const norm = (a: Float64Array): number => Math.sqrt(a.reduce((sum, each) => sum + each * each, 0));

function outside(a: Float64Array, size: number): number {
  let sum = 0;
  for (let row = 0; row < size; row++)
    for (let column = row + 1; column < size; column++) sum += 2 * (a[row * size + column] ?? 0) ** 2;
  return Math.sqrt(sum);
}
