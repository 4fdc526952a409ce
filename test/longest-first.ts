import { BaseSequencer, type TestSpecification } from "vitest/node";

/** Files that take most of a run, by what their names begin with: they start first. */
const long = ["test/rights", "test/crash", "test/foreign-names", "test/backup", "src/platform/database/server", "src/app/"];
const rank = ({ moduleId }: TestSpecification): number => {
  const found = long.findIndex((name) => moduleId.includes(`/${name}`));
  return found === -1 ? long.length : found;
};

/** Starts the files that take longest first, the others in the order of their names: the same order at each run. */
export class LongestFirst extends BaseSequencer {
  override sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return Promise.resolve(files.toSorted((a, b) => rank(a) - rank(b) || a.moduleId.localeCompare(b.moduleId)));
  }
}
