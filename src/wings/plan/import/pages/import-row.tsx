import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { fieldId } from "../../../../ui/attributes.ts";
import { Badge } from "../../../../ui/badge.tsx";
import { Diff } from "../../../../ui/diff.tsx";
import { Facts } from "../../../../ui/facts.tsx";
import { ChoiceGroup, SelectField } from "../../../../ui/form/choice.tsx";
import { TextArea } from "../../../../ui/form/text-field.tsx";
import { sayDoubt, sayField } from "../say-doubt.ts";
import type { RowDecision } from "../kept-import.ts";
import { cellOfPlace, type RefNames, sayValue } from "../field-words.ts";
import type { FieldName } from "../imported.ts";
import type { RowChange } from "../plan-changes.ts";
import { fieldNames, withField } from "../plan-fields.ts";
import { decisionOf, doubtsOf, possibleNeeds } from "../decisions.ts";
import { importWords } from "../import-words.ts";
import type { PlanView } from "./import-read.ts";
import { capitalised } from "../../../../platform/french/capital.ts";

export interface RowProps {
  readonly visit: TerritoryVisit;
  readonly view: PlanView;
  readonly nameOf: RefNames;
  readonly row: RowChange;
  /** The place of this row among those of the form; null when it asks nothing. */
  readonly at: number | null;
  readonly errors: Readonly<Record<string, string>>;
}

const tones = { create: "good", change: "info", same: "plain" } as const;

const Lines = ({ text }: { readonly text: string | null }) => (text === null ? null : <span class="typed">{text}</span>);

/** Whether a row waits for a person: it lacks something, or says otherwise than the plan. */
export const asks = ({ context }: PlanView, row: RowChange): boolean =>
  (row.kind !== "create" && row.choices.length > 0) ||
  possibleNeeds(row, row.kind === "create" ? undefined : context.actions.get(row.id)).length > 0;

/** One row of the file: what it would do, what is not sure, and what a person must say. */
export const ImportRow = ({ visit, view, nameOf, row, at, errors }: RowProps) => {
  const { lang } = visit;
  const say = importWords(lang);
  const { fields, place, row: line } = row.action;
  const doubts = doubtsOf(row, view.year);
  const title = [row.to.number, row.to.title].filter((each) => each !== null && each !== "").join(" ");
  return (
    <article class="card" id={fieldId(`rows.${line}`)}>
      <h3 class="card-title">{row.kind === "create" ? title : <a href={visit.at(`/plan/actions/${row.id}`)}>{title}</a>}</h3>
      <div class="marks">
        <Badge tone={tones[row.kind]}>{say(`kind.${row.kind}`)}</Badge>
        {doubts.length > 0 && (
          <Badge tone="wait" icon="triangle-alert">
            {say("row.doubts", { count: doubts.length })}
          </Badge>
        )}
        <span class="card-above">{say("row.at", { row: line })}</span>
      </div>
      <div class="card-text stack">
        {doubts.length > 0 && (
          <ul>
            {doubts.map((each) => (
              <li>
                {sayDoubt(each, lang)} <span class="hint">({say("doubt.at", { cell: cellOfPlace(each.place ?? place) })})</span>
              </li>
            ))}
          </ul>
        )}
        {row.kind === "create" ? (
          <NewFields visit={visit} row={row} nameOf={nameOf} />
        ) : (
          row.changes.length > 0 && (
            <Diff
              changes={row.changes.map(({ field, before }) => ({
                label: capitalised(sayField(field, lang)),
                before: <Lines text={sayValue(withField(fields, field, before), field, nameOf, lang)} />,
                after: <Lines text={sayValue(row.to, field, nameOf, lang)} />,
              }))}
            />
          )
        )}
        {row.kind !== "create" && row.keptHere.length > 0 && (
          <p>{say("row.kept", { fields: row.keptHere.map((field) => sayField(field, lang)).join(", ") })}</p>
        )}
        {at !== null && <Asked visit={visit} view={view} nameOf={nameOf} row={row} at={at} errors={errors} />}
      </div>
    </article>
  );
};

const shownInTitle: ReadonlySet<FieldName> = new Set(["number", "title"]);

const NewFields = ({ visit, row, nameOf }: Pick<RowProps, "visit" | "row" | "nameOf">) => {
  const { lang } = visit;
  const facts = fieldNames.flatMap((field) => {
    const value = shownInTitle.has(field) ? null : sayValue(row.to, field, nameOf, lang);
    return value === null ? [] : [{ term: capitalised(sayField(field, lang)), value: <span class="typed">{value}</span> }];
  });
  return (
    <details class="fold">
      <summary>{importWords(lang)("row.fields", { count: facts.length })}</summary>
      <Facts facts={facts} />
    </details>
  );
};

const Asked = ({ visit, view, nameOf, row, at, errors }: RowProps & { readonly at: number }) => {
  const { lang } = visit;
  const say = importWords(lang);
  const { context, draft } = view;
  const decision = decisionOf(draft.decisions, row.key);
  const needs = possibleNeeds(row, row.kind === "create" ? undefined : context.actions.get(row.id));
  const name = `rows.${at}`;
  const error = (field: keyof RowDecision): string | undefined => errors[`${name}.${field}`];
  return (
    <div class="stack">
      <input type="hidden" name={`${name}.key`} value={row.key} />
      {row.kind !== "create" &&
        row.choices.map(({ field, here, file }) => {
          const said = (value: typeof here): string =>
            sayValue(withField(row.to, field, value), field, nameOf, lang) ?? say("choice.nothing");
          return (
            <ChoiceGroup
              name={`${name}.picks.${field}`}
              label={capitalised(sayField(field, lang))}
              pick="one"
              values={[decision.picks[field] ?? "here"]}
              choices={[
                { value: "here", label: say("choice.here"), hint: <span class="typed">{said(here)}</span> },
                { value: "file", label: say("choice.file"), hint: <span class="typed">{said(file)}</span> },
              ]}
            />
          );
        })}
      {needs.includes("axis") && (
        <SelectField
          name={`${name}.axis`}
          label={say("need.axis")}
          hint={say("need.axis.hint")}
          error={error("axis")}
          value={decision.axis}
          choices={[
            ...context.plan.axes.map(({ id, number, title }) => ({ value: id, label: `${number}. ${title}` })),
            { value: "leave", label: say("need.axis.leave") },
          ]}
        />
      )}
      {(["reason", "unblockedBy"] as const).map(
        (field) =>
          needs.includes(field) && (
            <TextArea
              name={`${name}.${field}`}
              label={say(`need.${field}`)}
              hint={say(`need.${field}.hint`)}
              error={error(field)}
              value={decision[field]}
              rows={2}
            />
          ),
      )}
    </div>
  );
};
