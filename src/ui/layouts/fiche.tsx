import type { Child } from "hono/jsx";
import { ButtonLink } from "../button.tsx";
import { Section } from "../heading.tsx";
import { useSay } from "../words.ts";

export type BlockLink = { readonly id: string; readonly label: string };

type FicheProps = {
  /** The blocks of the fiche, in order: what the list at the side leads to. */
  readonly contents: readonly BlockLink[];
  /** The name of that list: « Sur cette fiche ». */
  readonly contentsLabel: string;
  readonly children: Child;
};

/** A long sheet in blocks, with its contents at the side on a wide screen and on top on a phone. The page's heading stands above. */
export const Fiche = ({ contents, contentsLabel, children }: FicheProps) => (
  <div class="fiche">
    <nav class="fiche-contents" aria-label={contentsLabel}>
      <ol>
        {contents.map(({ id, label }) => (
          <li>
            <a href={`#${id}`}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
    <div class="fiche-blocks">{children}</div>
  </div>
);

type FicheBlockProps = {
  readonly id: string;
  readonly title: string;
  /** Where this block alone is edited; without it nobody here may. */
  readonly editHref?: string | undefined;
  readonly editLabel?: string | undefined;
  readonly intro?: Child;
  readonly children: Child;
};

/** A block of a fiche, edited on its own. */
export const FicheBlock = ({ id, title, editHref, editLabel, intro, children }: FicheBlockProps) => {
  const say = useSay();
  return (
    <Section
      id={id}
      title={title}
      intro={intro}
      sheet
      action={
        editHref && (
          <ButtonLink look="quiet" icon="pencil" href={editHref} about={`(${title})`}>
            {editLabel ?? say("edit")}
          </ButtonLink>
        )
      }
    >
      <div class="block-body">{children}</div>
    </Section>
  );
};
