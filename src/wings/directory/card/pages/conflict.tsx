import type { Conflict } from "../../../../platform/use-case.ts";
import type { Lang } from "../../../../platform/words.ts";
import { Conflicts } from "../../../../ui/diff.tsx";
import { Section } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import type { Names } from "../names.ts";
import { cardWords } from "../words.ts";
import { fieldLabel } from "../card-text.ts";
import { fieldText } from "./field-text.tsx";

interface Props {
  readonly lang: Lang;
  readonly conflict: Conflict;
}

/** Says that someone else wrote in the meantime, and that nothing is lost. */
export const ConflictNotice = ({ lang, conflict: { by } }: Props) => {
  const say = cardWords(lang);
  return (
    <Notice kind="warning" live title={say("conflict.notice", { by })}>
      <p>{say("conflict.kept")}</p>
    </Notice>
  );
};

/** What someone else wrote in the meantime, field by field, to choose from. To be drawn inside the form. */
export const ConflictChoices = ({ lang, names, conflict: { by, at, changes } }: Props & { readonly names: Names }) => {
  const say = cardWords(lang);
  return (
    <>
      <Section title={say("conflict.title")} intro={say("conflict.intro", { by })}>
        <Conflicts
          theirsBy={by}
          theirsAt={at}
          conflicts={changes.map(({ field, before, after, mine }) => ({
            name: field,
            label: fieldLabel(lang, field),
            original: fieldText(lang, names, field, before),
            theirs: fieldText(lang, names, field, after),
            mine: fieldText(lang, names, field, mine),
          }))}
        />
      </Section>
      <h2>{say("conflict.yours")}</h2>
    </>
  );
};
