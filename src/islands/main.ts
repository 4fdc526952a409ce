// Everything here is help: each page works without it.
import { countCharacters } from "./counter.ts";
import { keepDrafts } from "./draft.ts";
import { openExplanations } from "./explain.ts";
import { submitFilters } from "./filters.ts";
import { takeFocus } from "./focus.ts";
import { listenToKeys } from "./keys.ts";
import { askPosition } from "./position.ts";
import { repeatRows } from "./repeat.ts";
import { showSending } from "./sending.ts";

listenToKeys(document);
takeFocus(document);
openExplanations(document);
repeatRows(document);
countCharacters(document);
submitFilters(document, sessionStorage);
keepDrafts(document, sessionStorage);
showSending(document);
askPosition(document);
if (document.querySelector("[data-passkey]")) void import("./passkey.ts").then(({ usePasskeys }) => usePasskeys(document));
