import type { Child } from "hono/jsx";
import type { TerritoryVisit } from "../../platform/http/visit.ts";
import type { ImportId } from "../../platform/import-draft/model.ts";
import type { Conflict } from "../../platform/use-case.ts";
import { Button } from "../button.tsx";
import { Form } from "../form/form.tsx";
import { PageHeading } from "../heading.tsx";
import { Notice } from "../notice.tsx";
import type { DraftLook } from "./look.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly look: DraftLook;
  readonly id: ImportId;
  /** The file, and how it was read. */
  readonly above: string;
  /** What the import would do, counted. */
  readonly title: string;
  readonly actions?: Child;
  /** Who changed what it is compared with since it was drawn. */
  readonly conflict: Conflict | null;
  readonly children: Child;
}

/** What a file would change, before anything is: accepted by a form among `children`, or put aside. */
export const PreviewFrame = ({ visit, look: { path, words, Frame }, id, above, title, actions, conflict, children }: Props) => {
  const say = words(visit.lang);
  return (
    <Frame visit={visit} title={title}>
      <PageHeading above={above} title={title} intro={say("preview.intro")} actions={actions} />
      {conflict !== null && (
        <Notice kind="warning" live title={say("preview.stale")}>
          <p>{say("preview.stale.text", { by: conflict.by })}</p>
        </Notice>
      )}
      {children}
      <AbandonForm visit={visit} look={{ path, words }} id={id} />
    </Frame>
  );
};

interface AbandonProps {
  readonly visit: TerritoryVisit;
  readonly look: Pick<DraftLook, "path" | "words">;
  readonly id: ImportId;
}

/** Puts a file aside. */
export const AbandonForm = ({ visit, look: { path, words }, id }: AbandonProps) => (
  <Form action={visit.at(`${path}/${id}/abandonner`)} inline>
    <Button look="quiet" icon="trash-2">
      {words(visit.lang)("abandon")}
    </Button>
  </Form>
);
