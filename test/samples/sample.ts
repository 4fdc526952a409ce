import type { Corner, Who } from "../world.ts";

/** What a person sends, with the identifiers of the corner where things are. */
export type Sample = (corner: Corner, who: Who) => unknown;
export type Samples = Readonly<Record<string, Sample>>;
