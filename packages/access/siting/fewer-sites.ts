import { Surroundings, type Exchange } from "./interchange.ts";
import type { Rows } from "./rows.ts";

const STEPS_WITHOUT_GAIN = 1_000;

/**
 * Looks for covers of fewer sites than a known one. With one site less, some lists are left: step after step, the heaviest of them is met
 * by an exchange, and those that are left then weigh more; what was just opened or closed stays so for a step (Gao and others 2015).
 */
export function fewerSites(
  lists: Omit<Rows, "cap">,
  known: readonly number[],
  isFewEnough: (count: number) => boolean,
  stop: () => boolean,
): readonly number[] {
  let best = known;
  while (best.length > 1 && !isFewEnough(best.length)) {
    const found = withOneLess(lists, best, stop);
    if (found === undefined) break;
    best = found;
  }
  return best;
}

function withOneLess(lists: Omit<Rows, "cap">, known: readonly number[], stop: () => boolean): readonly number[] | undefined {
  const rows: Rows = { ...lists, cap: new Float64Array(lists.from.length - 1).fill(1) };
  const { from, site, cap } = rows;
  const near = new Surroundings(rows, known.length - 1);
  let sites = withoutLeastUseful(rows, known);
  let last: Pick<Exchange, "opened" | "closed"> = { opened: -1, closed: -1 };
  for (let step = 0; step < STEPS_WITHOUT_GAIN && !stop(); step++) {
    const left = unmet(rows, sites);
    const [first] = left;
    if (first === undefined) return sites;
    const heaviest = left.reduce((most, row) => ((cap[row] ?? 0) > (cap[most] ?? 0) ? row : most), first);
    const meeting = site.subarray(from[heaviest], from[heaviest + 1]);
    near.around(sites);
    const able = near
      .exchanges(new Set([last.opened]))
      .filter(({ opened }) => opened !== last.closed && meeting.includes(opened));
    const best = able.reduce<Exchange | undefined>(
      (most, each) => (most === undefined || each.saved > most.saved ? each : most),
      undefined,
    );
    if (best !== undefined) {
      sites = sites.map((each) => (each === best.closed ? best.opened : each));
      last = best;
    } else last = { opened: -1, closed: -1 };
    for (const row of unmet(rows, sites)) cap[row] = (cap[row] ?? 0) + 1;
  }
  return undefined;
}

function unmet({ columns, from, site, cap }: Rows, open: readonly number[]): readonly number[] {
  const isOpen = new Uint8Array(columns);
  for (const each of open) isOpen[each] = 1;
  return Array.from(cap.keys()).filter((row) => !site.subarray(from[row], from[row + 1]).some((each) => isOpen[each] === 1));
}

function withoutLeastUseful(rows: Rows, sites: readonly number[]): readonly number[] {
  const left = sites.map((site) => {
    const others = sites.filter((each) => each !== site);
    return { others, unmet: unmet(rows, others).length };
  });
  return left.reduce((best, each) => (each.unmet < best.unmet ? each : best)).others;
}
