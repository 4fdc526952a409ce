import type { CostTable } from "../siting/costs.ts";
import { InputError } from "./input-error.ts";

/** All pairs of more nodes than that would not fit in memory. */
const MOST_NODES = 5_000;

/**
 * Reads a p-median file of OR-Library (Beasley 1990): nodes, edges and p, then an edge a line. The last cost given for an edge wins; what
 * a node pays to a site is the shortest path (Floyd 1962).
 *
 * @throws InputError when a line is not what it should be, or a node is cut from the others.
 */
export function readPmed(name: string, text: string): { readonly table: CostTable; readonly p: number } {
  const [head = "", ...edges] = text.trimEnd().split("\n");
  const [nodes, , p] = numbersOf(head);
  if (nodes === undefined || p === undefined || nodes < 1 || nodes > MOST_NODES || p < 1 || p > nodes)
    throw new InputError(
      `${name}, ligne 1 : « ${head.trim().slice(0, 40)} » ; écrivez le nombre de nœuds (${MOST_NODES} au plus), d’arêtes, et de sites à choisir.`,
    );
  const cost = new Float64Array(nodes * nodes).fill(Infinity);
  for (const [at, line] of edges.entries()) {
    const [one = 0, other = 0, length] = numbersOf(line);
    if (length === undefined || one < 1 || other < 1 || one > nodes || other > nodes)
      throw new InputError(
        `${name}, ligne ${at + 2} : « ${line.trim().slice(0, 40)} » ; écrivez deux nœuds de 1 à ${nodes}, et un coût entier.`,
      );
    cost[(one - 1) * nodes + other - 1] = length;
    cost[(other - 1) * nodes + one - 1] = length;
  }
  for (let node = 0; node < nodes; node++) cost[node * nodes + node] = 0;
  shortest(cost, nodes);
  const cut = cost.indexOf(Infinity);
  if (cut >= 0)
    throw new InputError(
      `${name} : aucun chemin ne mène du nœud ${Math.floor(cut / nodes) + 1} au nœud ${(cut % nodes) + 1} ; ajoutez l’arête qui manque.`,
    );
  return { table: { demands: nodes, sites: nodes, cost, weight: new Float64Array(nodes).fill(1) }, p };
}

/** Whole numbers of 0 or more; nothing when the line holds anything else. */
function numbersOf(line: string): readonly number[] {
  const words = line.trim().split(/\s+/);
  return words.length === 3 && words.every((word) => /^\d{1,9}$/.test(word)) ? words.map(Number) : [];
}

function shortest(cost: Float64Array, nodes: number): void {
  for (let by = 0; by < nodes; by++)
    for (let from = 0; from < nodes; from++) {
      const first = cost[from * nodes + by] ?? Infinity;
      if (first === Infinity) continue;
      for (let to = 0; to < nodes; to++) {
        const through = first + (cost[by * nodes + to] ?? Infinity);
        if (through < (cost[from * nodes + to] ?? 0)) cost[from * nodes + to] = through;
      }
    }
}
