/**
 * Nodes that wait for their turn, the least priority first, and the first come among equals: nodes that follow each other in a graph are
 * neighbours in memory, and stay so here, which a heap would not do. Priorities never go under the one that has its turn.
 */
export class Turns {
  /** The first and the last of each priority, from `#lowest` up; -1 where nobody waits. */
  #first = new Int32Array(0);
  #last = new Int32Array(0);
  readonly #after: Int32Array;
  readonly #lowest: number;
  #current = 0;
  #size = 0;

  /** @param priorities those of all nodes at first: whole numbers, not far from 0. */
  constructor(priorities: Int32Array) {
    this.#after = new Int32Array(priorities.length).fill(-1);
    this.#lowest = priorities.reduce((least, each) => Math.min(least, each), 0);
    priorities.forEach((priority, node) => {
      this.push(node, priority);
    });
  }

  /** The least priority that waits; `Infinity` when nobody does. */
  get least(): number {
    if (this.#size === 0) return Infinity;
    while (this.#first[this.#current] === -1) this.#current += 1;
    return this.#current + this.#lowest;
  }

  /**
   * Lets a node wait that doesn't.
   *
   * @throws RangeError when its priority has passed.
   */
  push(node: number, priority: number): void {
    const at = priority - this.#lowest;
    if (at < this.#current)
      throw new RangeError(`Priority ${priority} has passed: ${this.#current + this.#lowest} has its turn.`);
    if (at >= this.#first.length) this.#grow(at);
    const last = this.#last[at] ?? -1;
    if (last === -1) this.#first[at] = node;
    else this.#after[last] = node;
    this.#last[at] = node;
    this.#after[node] = -1;
    this.#size += 1;
  }

  /** Takes the node whose turn it is. Only when somebody waits. */
  pop(): number {
    const at = this.least - this.#lowest;
    const node = this.#first[at] ?? 0;
    const after = this.#after[node] ?? -1;
    this.#first[at] = after;
    if (after === -1) this.#last[at] = -1;
    this.#size -= 1;
    return node;
  }

  #grow(at: number): void {
    const [first, last] = [this.#first, this.#last];
    this.#first = new Int32Array(at * 2 + 64).fill(-1);
    this.#last = this.#first.slice();
    this.#first.set(first);
    this.#last.set(last);
  }
}
