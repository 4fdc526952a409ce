/** A list of numbers whose length isn't known before, held in a typed array. */
export class Growing {
  #values = new Float64Array(1_024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) this.#room(this.#length + 1);
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  append(values: ArrayLike<number>): void {
    if (this.#length + values.length > this.#values.length) this.#room(this.#length + values.length);
    this.#values.set(values, this.#length);
    this.#length += values.length;
  }

  /** The values so far; a view that the next `push` may leave behind. */
  view(): Float64Array {
    return this.#values.subarray(0, this.#length);
  }

  #room(length: number): void {
    const larger = new Float64Array(Math.max(length, this.#values.length * 2));
    larger.set(this.#values);
    this.#values = larger;
  }
}
