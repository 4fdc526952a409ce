import type { Conflict } from "../../platform/use-case.ts";
import { Conflicts } from "../diff.tsx";
import { Section } from "../heading.tsx";
import { Notice } from "../notice.tsx";
import type { FieldTelling } from "./telling.tsx";

/** How a record says that two people wrote on the same part of it. */
export interface ConflictWords {
  readonly notice: (by: string) => string;
  readonly kept: string;
  readonly choose?: ((by: string) => { readonly title: string; readonly intro: string }) | undefined;
  readonly yours?: string | undefined;
}

interface Props {
  readonly conflict: Conflict;
  readonly telling: FieldTelling;
  readonly said: Pick<ConflictWords, "choose" | "yours">;
}

/** Says that someone else wrote in the meantime, and that nothing is lost. */
export const ConflictNotice = ({ conflict: { by }, said }: Pick<Props, "conflict"> & { readonly said: ConflictWords }) => (
  <Notice kind="warning" live title={said.notice(by)}>
    <p>{said.kept}</p>
  </Notice>
);

/** What someone else wrote in the meantime, field by field, to choose from. To be drawn inside the form. */
export const ConflictChoices = ({ conflict: { by, at, changes }, telling, said: { choose, yours } }: Props) => {
  const choices = (
    <Conflicts
      theirsBy={by}
      theirsAt={at}
      conflicts={changes.map(({ field, before, after, mine }) => ({
        name: field,
        label: telling.label(field),
        original: telling.value(field, before),
        theirs: telling.value(field, after),
        mine: telling.value(field, mine),
      }))}
    />
  );
  return (
    <>
      {choose === undefined ? choices : <Section {...choose(by)}>{choices}</Section>}
      {yours !== undefined && <h2>{yours}</h2>}
    </>
  );
};
