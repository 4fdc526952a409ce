import { kernelBytes } from "./bytes.ts";
import { metAtOnce, type Engine, type Layout } from "./layout.ts";
import type { Measure } from "./measure.ts";

const bytes = Uint8Array.from(atob(kernelBytes), (letter) => letter.charCodeAt(0));
const page = 65_536;

/** Whether this machine runs the kernel: WebAssembly with vectors of 128 bits. */
export const hasVectors: boolean = WebAssembly.validate(bytes);

const functions = {
  costs: { sweep: "sweepCosts", meet: "meetCosts", list: "listCosts" },
  times: { sweep: "sweepTimes", meet: "meetTimes", list: "listTimes" },
  shortTimes: { sweep: "sweepShortTimes", meet: "meetShortTimes", list: "listShortTimes" },
} as const;

/**
 * An engine in WebAssembly, in a memory of its own.
 *
 * @throws RangeError when the memory has no room: 4 GiB at most.
 */
export function vectors(measure: Measure, layout: Layout): Engine {
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / page) });
  const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes), { env: { memory } });
  const { starts, above, cost, accessStarts, accessRank, accessCost, alive, lanes, who, met, listed, tenths, lengths } = layout;
  const call = (name: string, ...numbers: readonly number[]): number => {
    const run = exports[name];
    if (typeof run !== "function") throw new TypeError(`The kernel has no ${name}.`);
    return Number(Reflect.apply(run, undefined, numbers));
  };
  const { sweep, meet, list } = functions[measure.name];
  return {
    buffer: memory.buffer,
    sweep: (first, last, limit) => void call(sweep, first, last, starts, above, cost, alive, lanes, limit),
    meet: (first, last, limit, count) =>
      call(meet, first, last, accessStarts, accessRank, accessCost, alive, lanes, limit, who, met, count),
    list: (count, limit) => void call(list, count, limit, who, met, listed, tenths, lengths, metAtOnce),
  };
}
