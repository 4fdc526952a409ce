const TURNS = 3;

/** The least of some turns, in milliseconds: what else the machine does only adds to it. */
export function least(run: () => unknown, turns = TURNS): number {
  const taken = Array.from({ length: turns }, () => {
    const started = performance.now();
    run();
    return performance.now() - started;
  });
  return Math.min(...taken);
}

/** What a run gives, and how long it takes, in milliseconds. */
export async function timed<Value>(run: () => Value | Promise<Value>): Promise<{ readonly value: Value; readonly ms: number }> {
  const started = performance.now();
  const value = await run();
  return { value, ms: performance.now() - started };
}

export function say(sentence: string): void {
  process.stdout.write(`\n${sentence}\n\n`);
}

const FIRST = 46;
const OTHERS = 16;

/** A table in Markdown: the first column to the left, figures to the right. */
export function heading(first: string, ...others: readonly string[]): void {
  row(first, ...others);
  process.stdout.write(`|${"-".repeat(FIRST + 2)}|${others.map(() => `${"-".repeat(OTHERS + 1)}:|`).join("")}\n`);
}

export function row(first: string, ...others: readonly string[]): void {
  process.stdout.write(`| ${first.padEnd(FIRST)} |${others.map((each) => ` ${each.padStart(OTHERS)} |`).join("")}\n`);
}

export const inMs = (ms: number): string => `${ms < 100 ? ms.toFixed(1) : Math.round(ms).toLocaleString("en")} ms`;

/** How many times longer the other takes. */
export function beside(other: number, ours: number): string {
  const ratio = other / ours;
  return `${ratio < 10 ? ratio.toFixed(1) : Math.round(ratio).toLocaleString("en")} : 1`;
}

/** What the process holds, in megabytes. */
export const held = (): string => `${Math.round(process.memoryUsage().rss / 2 ** 20).toLocaleString("en")} MB`;
