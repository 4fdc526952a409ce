import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { CheckField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Table } from "../../../../ui/table.tsx";
import { fieldLabel } from "../../card/card-text.ts";
import { duplicateWords } from "../words.ts";
import { blanksToFill, differences, type Difference } from "../merge-cards.ts";
import { splitPath } from "../../interop/import/said.ts";
import { tellingOf } from "../../card/pages/field-text.tsx";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { duplicatesAddress } from "./duplicates-list.tsx";
import type { PairView } from "./duplicates-read.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly view: PairView;
  /** What was ticked when the form came back. */
  readonly take?: readonly string[];
  readonly errors?: Readonly<Record<string, string>>;
}

/** Two cards side by side, and what the one that stays would say. */
export const MergePage = ({ visit, view, take, errors = {} }: Props) => {
  const say = duplicateWords(visit.lang);
  const { kept, other, names } = view;
  const found = differences(kept, other);
  const ticked = new Set(take ?? blanksToFill(found));
  const here = visit.at(`${duplicatesAddress}/${kept.id}/${other.id}`);
  const value = (path: string, of: Difference["kept"]) =>
    path === "placeId"
      ? names.place(typeof of === "string" ? of : "")
      : (tellingOf(visit.lang, names).value(splitPath(path).field, of) ?? <span class="missing">—</span>);
  return (
    <DirectoryScreen
      visit={visit}
      title={say("merge.title")}
      tab="/annuaire/services"
      crumbs={[
        { label: say("crumb.cards"), href: visit.at("/annuaire/services") },
        { label: say("title"), href: visit.at(duplicatesAddress) },
      ]}
    >
      <PageHeading
        title={say("merge.title")}
        intro={say("merge.intro", { kept: kept.offer.name, other: other.offer.name })}
        actions={
          <ButtonLink icon="refresh-cw" href={visit.at(`${duplicatesAddress}/${other.id}/${kept.id}`)}>
            {say("merge.swap", { name: other.offer.name })}
          </ButtonLink>
        }
      />
      <Form action={`${here}/reunir`}>
        <ErrorSummary errors={errorList(errors)} />
        {found.length === 0 ? (
          <p>{say("merge.same")}</p>
        ) : (
          <Section title={say("merge.differences", { count: found.length })} intro={say("merge.differences.intro")}>
            <Table
              caption={say("merge.differences", { count: found.length })}
              hideCaption
              narrowly="blocks"
              rows={found}
              columns={[
                {
                  key: "field",
                  label: say("merge.field"),
                  cell: ({ path }) => fieldLabel(visit.lang, splitPath(path).field),
                },
                { key: "kept", label: say("merge.kept"), cell: ({ path, kept: mine }) => value(path, mine) },
                { key: "other", label: say("merge.other"), cell: ({ path, other: theirs }) => value(path, theirs) },
                {
                  key: "take",
                  label: say("merge.take"),
                  cell: ({ path }, at) => (
                    <CheckField
                      name={`take.${at}`}
                      value={path}
                      checked={ticked.has(path)}
                      label={say("merge.takeOf", { field: fieldLabel(visit.lang, splitPath(path).field) })}
                    />
                  ),
                },
              ]}
            />
          </Section>
        )}
        <FormActions>
          <Button look="main">{say("merge.confirm")}</Button>
          <Button formaction={`${here}/deux`}>{say("merge.apart")}</Button>
        </FormActions>
      </Form>
    </DirectoryScreen>
  );
};
