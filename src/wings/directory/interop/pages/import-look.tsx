import type { DraftFrameProps, DraftLook } from "../../../../ui/import-draft/look.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { importWords } from "../import/words.ts";

const path = "/annuaire/importer";
const home = "/annuaire/services";

/** A page of the imports of the directory. */
export const ImportFrame = ({ visit, title, isStart = false, width, children }: DraftFrameProps) => {
  const say = importWords(visit.lang);
  const cards = { label: say("crumb.cards"), href: visit.at(home) };
  const crumbs = isStart ? [cards] : [cards, { label: say("title"), href: visit.at(path) }];
  return (
    <DirectoryScreen visit={visit} title={title} tab={home} crumbs={crumbs} width={width}>
      {children}
    </DirectoryScreen>
  );
};

export const directoryLook: DraftLook = {
  path,
  home,
  accept: ".csv,.json,.jsonl,.xlsx,.ods",
  words: importWords,
  Frame: ImportFrame,
};
