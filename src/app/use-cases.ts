import type { ListedUseCase } from "../platform/use-case.ts";
import { wings } from "./wings.ts";

/** Every way in which anything changes in Maillage. */
export const useCases: readonly ListedUseCase[] = wings.flatMap((wing) => wing.useCases);
