import { z } from "zod";
import { line } from "../../../platform/model.ts";

export const SavedViewId = z.uuid().brand<"SavedViewId">();
export type SavedViewId = z.infer<typeof SavedViewId>;
/** A list that someone comes back to: the filters and the order of its address, under a name of theirs. */
export const SavedViewFields = z.object({ name: line(80), query: z.string().max(2_000) });
export type SavedView = z.infer<typeof SavedViewFields> & { readonly id: SavedViewId };
