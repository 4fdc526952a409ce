import { spreadsheetLimits } from "../../../platform/spreadsheet/limits.ts";
import { refuse, sayRefusal } from "../../../platform/spreadsheet/refusal.ts";
import type { Lang } from "../../../platform/words.ts";

const megabyte = 1024 * 1024;

/** Why a file of this weight is not even opened. */
export const tooLarge = (bytes: number, lang: Lang): string =>
  sayRefusal(
    refuse("too-large", { megabytes: Math.ceil(bytes / megabyte), limit: Math.floor(spreadsheetLimits.bytes / megabyte) }),
    lang,
  );
