import type { Child } from "hono/jsx";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Diff } from "../../../../ui/diff.tsx";
import { ChoiceGroup } from "../../../../ui/form/choice.tsx";
import { Section } from "../../../../ui/heading.tsx";
import { Table } from "../../../../ui/table.tsx";
import { fieldLabel } from "../../card/card-text.ts";
import { importWords } from "../import/words.ts";
import { shownAtMost } from "../import/preview.ts";
import type { PlannedRow } from "../import/plan-import.ts";
import { splitPath, type FieldChange } from "../import/said.ts";
import { tellingOf } from "../../card/pages/field-text.tsx";
import type { ImportView } from "./import-read.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly view: ImportView;
}
type Row = Extract<PlannedRow, { kind: "planned" }>;

const nameOf = ({ service, place }: Row): string => service?.after.offer.name ?? place?.after.name ?? "";
/** « Nom du lieu » where it is the name of the place, not of the service. */
const labelOf = (visit: TerritoryVisit, path: string): string =>
  fieldLabel(visit.lang, path === "name" ? "placeName" : splitPath(path).field);

/** What the file says otherwise than a correction made here: kept, unless someone ticks it. */
export const KeptHere = ({ visit, view: { preview, names }, take }: Props & { readonly take: readonly string[] }) => {
  const say = importWords(visit.lang);
  if (preview.keptCount === 0) return null;
  const value = (path: string, of: FieldChange["here"]): Child =>
    tellingOf(visit.lang, names).value(splitPath(path).field, of) ?? say("blank");
  const groups = preview.kept.flatMap((row) => {
    const both = [row.place, row.service].flatMap((thing) =>
      thing === null || thing.kind === "create" ? [] : thing.kept.map((change) => ({ change, id: thing.after.id })),
    );
    return both.length === 0 ? [] : [{ name: nameOf(row), both }];
  });
  return (
    <Section title={say("kept.title", { count: preview.keptCount })} intro={say("kept.intro")}>
      <div class="stack">
        {groups.map(({ name, both }, at) => (
          <div class="sheet">
            <ChoiceGroup
              name={`take.${at}`}
              pick="many"
              label={name}
              values={take}
              choices={both.map(({ change: { path, here, file }, id }) => ({
                value: `${id} ${path}`,
                label: say("kept.take", { field: labelOf(visit, path) }),
                hint: (
                  <>
                    {say("kept.here")} {value(path, here)} {say("kept.file")} {value(path, file)}
                  </>
                ),
              }))}
            />
          </div>
        ))}
      </div>
      <More visit={visit} count={preview.keptCount} shown={shownAtMost.kept} />
    </Section>
  );
};

/** The rows that are not imported, by their number, each with why. */
export const Broken = ({ visit, view: { preview } }: Props) => {
  const say = importWords(visit.lang);
  const count = preview.counts.broken;
  if (count === 0) return null;
  return (
    <Section title={say("broken.title", { count })} intro={say("broken.intro")}>
      <Table
        caption={say("broken.title", { count })}
        hideCaption
        narrowly="blocks"
        rows={preview.broken}
        columns={[
          { key: "row", label: say("row"), narrow: true, cell: ({ row }) => say("row.number", { row }) },
          { key: "why", label: say("broken.why"), cell: ({ problems }) => problems.join(" ") },
        ]}
      />
      <More visit={visit} count={count} shown={shownAtMost.broken} />
    </Section>
  );
};

/** The rows that are imported without some of what they say. */
export const Doubtful = ({ visit, view: { preview } }: Props) => {
  const say = importWords(visit.lang);
  const count = preview.doubtfulCount;
  if (count === 0) return null;
  return (
    <details class="fold">
      <summary>{say("doubtful.title", { count })}</summary>
      <ul>
        {preview.doubtful.map((row) => (
          <li>
            {say("row.of", { row: row.row, name: nameOf(row) })}
            <ul>
              {row.doubts.map((each) => (
                <li>{each}</li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
      <More visit={visit} count={count} shown={shownAtMost.doubtful} />
    </details>
  );
};

/** The cards that would change, field by field. */
export const Changed = ({ visit, view: { preview, names } }: Props) => {
  const say = importWords(visit.lang);
  const count = preview.counts.changed;
  if (count === 0) return null;
  const telling = tellingOf(visit.lang, names);
  const changesOf = ({ place, service }: Row) =>
    [place, service].flatMap((thing) => (thing?.kind === "update" ? thing.changes : []));
  return (
    <Section title={say("changed.title", { count })}>
      <div class="stack">
        {preview.changed.map((row) => (
          <details class="fold">
            <summary>{say("changed.row", { name: nameOf(row), count: changesOf(row).length })}</summary>
            <Diff
              changes={changesOf(row).map(({ path, here, file }) => ({
                label: labelOf(visit, path),
                before: telling.value(splitPath(path).field, here),
                after: telling.value(splitPath(path).field, file),
              }))}
            />
          </details>
        ))}
      </div>
      <More visit={visit} count={count} shown={shownAtMost.changed} />
    </Section>
  );
};

/** The cards that would be added, and the places that would be alone. */
export const Created = ({ visit, view: { preview, names } }: Props) => {
  const say = importWords(visit.lang);
  const { created, createdPlaces } = preview.counts;
  const count = Math.max(created, createdPlaces);
  if (count === 0) return null;
  return (
    <Section title={say("created.title", { created, createdPlaces })}>
      <Table
        caption={say("created.title", { created, createdPlaces })}
        hideCaption
        narrowly="blocks"
        rows={preview.created}
        columns={[
          { key: "name", label: say("created.name"), cell: (row) => nameOf(row) },
          {
            key: "kind",
            label: say("created.kind"),
            cell: ({ service }) => (service === null ? say("created.place") : names.kind(service.after.offer.kind)),
          },
          {
            key: "where",
            label: say("created.where"),
            cell: ({ place, service }) => {
              const at = place?.after;
              if (at === undefined) return service === null ? "" : names.place(service.after.placeId);
              return [at.address, at.town ?? (at.communeCode === null ? null : names.commune(at.communeCode))]
                .filter((each) => each !== null)
                .join(", ");
            },
          },
          { key: "row", label: say("row"), numeric: true, cell: ({ row }) => row },
        ]}
      />
      <More visit={visit} count={count} shown={shownAtMost.created} />
    </Section>
  );
};

const More = ({ visit, count, shown }: { readonly visit: TerritoryVisit; readonly count: number; readonly shown: number }) =>
  count > shown ? <p class="hint">{importWords(visit.lang)("more", { count: count - shown })}</p> : null;
