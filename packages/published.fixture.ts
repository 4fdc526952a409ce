import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = process.env["MAILLAGE_REFERENCE_DATA"] ?? "../shared/data";

/** Published data and results to compare with. They are not part of the project. */
export const isHere = existsSync(folder);
export const unlessHere = `skipped where there is no ${folder}: MAILLAGE_REFERENCE_DATA says where the reference data are`;
export const reference = (...path: readonly string[]): string => join(folder, ...path);
