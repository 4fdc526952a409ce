/** Nodes that wait, the least key first: a heap of four children a node, which knows where each node is. */
export class NodeQueue {
  /** The key each node was given last; `Infinity` before. */
  readonly keys: Float64Array;
  readonly #heap: Uint32Array;
  /** Where a node waits, plus one; 0 when it doesn't. */
  readonly #places: Uint32Array;
  #size = 0;

  constructor(nodes: number) {
    this.keys = new Float64Array(nodes).fill(Infinity);
    this.#heap = new Uint32Array(nodes);
    this.#places = new Uint32Array(nodes);
  }

  get size(): number {
    return this.#size;
  }

  /** Lets a node wait, or a node that waits pass forward: its key is never raised here. */
  push(node: number, key: number): void {
    this.keys[node] = key;
    const place = this.#places[node] ?? 0;
    if (place > 0) this.#rise(node, key, place - 1);
    else this.#rise(node, key, this.#size++);
  }

  /** Takes the node of the least key. Only when `size` is above 0. */
  pop(): number {
    const least = this.#heap[0] ?? 0;
    this.#places[least] = 0;
    this.#size -= 1;
    if (this.#size > 0) {
      const last = this.#heap[this.#size] ?? 0;
      this.#sink(last, this.keys[last] ?? 0);
    }
    return least;
  }

  /** Lets nobody wait any more. Keys stay. */
  clear(): void {
    for (let place = 0; place < this.#size; place++) this.#places[this.#heap[place] ?? 0] = 0;
    this.#size = 0;
  }

  #rise(node: number, key: number, from: number): void {
    const heap = this.#heap;
    let place = from;
    while (place > 0) {
      const above = (place - 1) >> 2;
      const other = heap[above] ?? 0;
      if ((this.keys[other] ?? 0) <= key) break;
      heap[place] = other;
      this.#places[other] = place + 1;
      place = above;
    }
    heap[place] = node;
    this.#places[node] = place + 1;
  }

  #sink(node: number, key: number): void {
    const heap = this.#heap;
    let place = 0;
    for (;;) {
      const first = place * 4 + 1;
      if (first >= this.#size) break;
      let child = first;
      let least = this.keys[heap[first] ?? 0] ?? 0;
      const end = Math.min(first + 4, this.#size);
      for (let each = first + 1; each < end; each++) {
        const other = this.keys[heap[each] ?? 0] ?? 0;
        if (other < least) {
          least = other;
          child = each;
        }
      }
      if (least >= key) break;
      const moved = heap[child] ?? 0;
      heap[place] = moved;
      this.#places[moved] = place + 1;
      place = child;
    }
    heap[place] = node;
    this.#places[node] = place + 1;
  }
}
