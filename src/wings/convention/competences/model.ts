import { z } from "zod";
import { line, optional } from "../../../platform/model.ts";
import { ThemeKey } from "../../territory/territories/model.ts";

export const CompetenceHolder = z.enum(["communes", "epci", "shared", "departement", "state", "caf", "other"]);
export type CompetenceHolder = z.infer<typeof CompetenceHolder>;
/** Who exercises what, by theme: one cell of the matrix. */
export const Competence = z.object({ theme: ThemeKey, holder: CompetenceHolder, note: optional(line(300)) });
export type Competence = z.infer<typeof Competence>;
