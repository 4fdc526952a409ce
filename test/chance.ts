import type fastCheck from "fast-check";
import { vi } from "vitest";
import { longer, seed } from "./chance-settings.ts";

/**
 * What the properties try is drawn from MAILLAGE_TEST_SEED, which never changes by itself. Deep tests try more cases of each, also
 * where a test says how many. Applied when fast-check is loaded: most tests do without it.
 */
vi.doMock("fast-check", async (importReal) => {
  const real = await importReal<{ readonly default: typeof fastCheck }>();
  const fc = real.default;
  fc.configureGlobal({ seed });
  if (longer === 1) return real;
  const assert = <Ts>(property: fastCheck.IRawProperty<Ts>, parameters: fastCheck.Parameters<Ts> = {}) =>
    fc.assert(property, { ...parameters, numRuns: (parameters.numRuns ?? 100) * longer });
  return { ...real, assert, default: { ...fc, assert } };
});

// Ends what hangs: a machine ten times slower is no fault of the tests.
const timeout = 240_000 * longer;
vi.setConfig({ testTimeout: timeout, hookTimeout: timeout });
