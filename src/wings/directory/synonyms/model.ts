import { z } from "zod";
import { line } from "../../../platform/model.ts";

/** Everyday words for official ones: whoever types one of `words` finds what one of `means` would. */
export const SynonymFields = z.object({ words: line(300), means: line(300) });
export const SynonymId = z.uuid().brand<"SynonymId">();
export type SynonymId = z.infer<typeof SynonymId>;
export type Synonym = z.infer<typeof SynonymFields> & { readonly id: SynonymId };
