import type { Runtime } from "./use-case.ts";
import type { TerritoryId } from "./model.ts";

/**
 * Lends a runtime whose use cases share one transaction in one territory: a load of many steps is kept whole or not at
 * all, whatever interrupts it. A use case that is refused takes back its own step only, and the caller decides.
 */
export const inOneTransaction = <Result>(
  runtime: Runtime,
  territory: TerritoryId,
  work: (runtime: Runtime) => Promise<Result>,
): Promise<Result> =>
  runtime.database.inTerritory(territory, (tx) =>
    work({
      ...runtime,
      database: {
        ...runtime.database,
        inTerritory: (asked, step) => {
          if (asked !== territory) throw new Error("a transaction in one territory was asked for another");
          return tx.transaction(step);
        },
      },
    }),
  );
