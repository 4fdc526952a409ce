import type { TerritoryVisit } from "../../platform/http/visit.ts";
import type { ImportId } from "../../platform/import-draft/model.ts";
import { draftWords } from "../../platform/import-draft/words.ts";
import { ButtonLink } from "../button.tsx";
import { Empty } from "../empty.tsx";
import { PageHeading } from "../heading.tsx";
import type { DraftLook } from "./look.ts";
import { AbandonForm } from "./preview-frame.tsx";

interface Props {
  readonly visit: TerritoryVisit;
  readonly look: DraftLook;
  readonly id: ImportId;
  readonly fileName: string;
  /** Why the file can't be read any more; `null` where it was put aside. */
  readonly unreadable: string | null;
}

/** A file of which nothing was written. */
export const PutAsidePage = ({ visit, look, id, fileName, unreadable }: Props) => {
  const [say, sayOwn] = [draftWords(visit.lang), look.words(visit.lang)];
  const title = unreadable === null ? sayOwn("closed.title") : say("unreadable");
  return (
    <look.Frame visit={visit} title={title} width="text">
      <PageHeading above={fileName} title={title} />
      <Empty icon="upload" title={fileName} action={<ButtonLink href={visit.at(look.path)}>{say("closed.again")}</ButtonLink>}>
        {unreadable ?? sayOwn("closed.text")}
      </Empty>
      {unreadable !== null && <AbandonForm visit={visit} look={look} id={id} />}
    </look.Frame>
  );
};
