import type { Page } from "./fire.ts";

const wait = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, Math.max(0, ms)));
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** How long a page takes, asked again and again by someone who is alone. */
export async function alone({ address, headers }: Page, times: number): Promise<number> {
  const took: number[] = [];
  for (let time = 0; time < times; time += 1) took.push(await ask(address, headers));
  return at(
    took.toSorted((a, b) => a - b),
    0.5,
  );
}

async function ask(address: string, headers: Page["headers"]): Promise<number> {
  const from = performance.now();
  const answer = await fetch(address, { headers });
  await answer.arrayBuffer();
  if (answer.status !== 200) throw new Error(`${address} was answered ${answer.status}`);
  return performance.now() - from;
}

/** So many people at once: each asks for a page every second, one page after the other, and they don't all ask in the same moment. */
export async function together(
  pages: readonly Page[],
  people: number,
  seconds: number,
): Promise<ReadonlyMap<Page, readonly number[]>> {
  const took = new Map(pages.map((page): [Page, number[]] => [page, []]));
  const start = performance.now();
  const oneOf = async (person: number): Promise<void> => {
    for (let second = 0; second < seconds; second += 1) {
      await wait(start + second * 1_000 + (person * 1_000) / people - performance.now());
      const page = pages[(person + second) % pages.length];
      if (page !== undefined) took.get(page)?.push(await ask(page.address, page.headers));
    }
  };
  await Promise.all(Array.from({ length: people }, (_, person) => oneOf(person)));
  return took;
}

export const p99 = (took: readonly number[]): number =>
  at(
    took.toSorted((a, b) => a - b),
    0.99,
  );
