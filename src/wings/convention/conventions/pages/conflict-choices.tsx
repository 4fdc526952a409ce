import type { Conflict } from "../../../../platform/use-case.ts";
import { Conflicts } from "../../../../ui/diff.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { conventionWords } from "../words.ts";
import { fieldLabel, fieldValue } from "./field-value.tsx";
import type { OpenConvention } from "./read.ts";

/** What someone else wrote on the same block in the meantime, field by field, to choose from. */
export const ConflictChoices = ({ opened, conflict }: { readonly opened: OpenConvention; readonly conflict: Conflict }) => {
  const say = conventionWords(opened.visit.lang);
  return (
    <>
      <Notice kind="warning" live title={say("conflict.title", { by: conflict.by })}>
        {say("conflict.text")}
      </Notice>
      <Conflicts
        theirsBy={conflict.by}
        theirsAt={conflict.at}
        conflicts={conflict.changes.map(({ field, before, after, mine }) => ({
          name: field,
          label: fieldLabel(opened, field),
          original: fieldValue(opened, field, before),
          theirs: fieldValue(opened, field, after),
          mine: fieldValue(opened, field, mine),
        }))}
      />
    </>
  );
};
