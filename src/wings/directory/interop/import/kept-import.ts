import { z } from "zod";
import { optional, setOf } from "../../../../platform/model.ts";
import { ServiceId } from "../../card/model.ts";

/** Which rows are taken, and what becomes of new cards: a person says it, looking at the preview. */
export const ImportOptions = z.object({
  scope: z.enum(["territory", "everywhere"]).catch("territory"),
  state: z.enum(["published", "draft"]).catch("published"),
});
export type ImportOptions = z.infer<typeof ImportOptions>;

/** What a person said with the preview. */
export const ImportChoices = ImportOptions.extend({
  /** `<id> <path>` of the fields that take the value of the file though they were corrected here. */
  take: setOf(z.string().max(200)),
  /** The services to close among those that are no longer in the file. */
  closing: setOf(ServiceId),
  /** Said again when the file lost half of what it held: closing may come from a file that was cut. */
  shrunk: optional(z.string()),
});

/** What an import did. */
export const ImportResult = z.object({
  createdPlaces: z.number(),
  created: z.number(),
  changed: z.number(),
  same: z.number(),
  closed: z.number(),
  broken: z.number(),
  outside: z.number(),
});
export type ImportResult = Readonly<z.infer<typeof ImportResult>>;

/** What a person chooses is said when they accept: nothing of it is kept before. */
export const NoDecisions = z.null();
export type NoDecisions = z.infer<typeof NoDecisions>;
