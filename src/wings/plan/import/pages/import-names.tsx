import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { comparable } from "../../../../platform/french/near.ts";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { Section } from "../../../../ui/heading.tsx";
import type { NameMatch } from "../match.ts";
import type { PlanChanges } from "../plan-changes.ts";
import { importWords } from "../import-words.ts";
import type { PlanView } from "./import-read.ts";

interface AskedName {
  readonly name: NameMatch;
  readonly choice: string;
}

/** Names of organisations that a person may take for another: once each, however many rows write them. */
function askedNames({ draft }: PlanView, changes: PlanChanges): readonly AskedName[] {
  const asked = new Map<string, AskedName>();
  for (const name of changes.rows.flatMap(({ action }) => action.names)) {
    const key = comparable(name.written);
    if (name.kind !== "organisation" || asked.has(key)) continue;
    const decided = draft.decisions.names.find(({ written }) => comparable(written) === key);
    if (decided === undefined && name.match !== "near" && name.match !== "new") continue;
    asked.set(key, { name, choice: decided?.choice ?? (name.match === "near" ? (name.ref ?? "new") : "new") });
  }
  return [...asked.values()];
}

/** The choice that each name asks, those that look like something known first. */
export const ImportNames = ({
  visit,
  view,
  changes,
}: {
  readonly visit: TerritoryVisit;
  readonly view: PlanView;
  readonly changes: PlanChanges;
}) => {
  const say = importWords(visit.lang);
  const asked = askedNames(view, changes);
  const isAlike = ({ name, choice }: AskedName): boolean => name.suggestions.length > 0 || choice !== "new";
  const [alike, unknown] = [asked.filter(isAlike), asked.filter((each) => !isAlike(each))];
  const field = (each: AskedName, at: number) => <NameField visit={visit} view={view} asked={each} at={at} />;
  const also = changes.created.filter(({ kind }) => kind !== "organisation");
  return (
    <>
      {alike.length > 0 && (
        <Section title={say("names.title", { count: alike.length })} intro={say("names.intro")}>
          <div class="stack">{alike.map(field)}</div>
        </Section>
      )}
      {unknown.length > 0 && (
        <details class="fold">
          <summary>{say("names.new", { count: unknown.length })}</summary>
          <div class="stack">{unknown.map((each, index) => field(each, alike.length + index))}</div>
        </details>
      )}
      {also.length > 0 && (
        <details class="fold">
          <summary>{say("also.count", { axes: countOf(also, "axis"), objectives: countOf(also, "objective") })}</summary>
          <ul>
            {also.map(({ kind, name }) => (
              <li>{say(kind === "axis" ? "also.axis" : "also.objective", { name })}</li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
};

const countOf = (created: PlanChanges["created"], kind: "axis" | "objective"): number =>
  created.filter((each) => each.kind === kind).length;

const NameField = ({
  visit,
  view,
  asked: { name, choice },
  at,
}: {
  readonly visit: TerritoryVisit;
  readonly view: PlanView;
  readonly asked: AskedName;
  readonly at: number;
}) => {
  const say = importWords(visit.lang);
  const { written, suggestions } = name;
  const close = new Set(suggestions.map(({ id }) => id));
  const option = ({ id, name: label }: { readonly id: string; readonly name: string }) => ({ value: id, label });
  return (
    <>
      <input type="hidden" name={`names.${at}.written`} value={written} />
      <SelectField
        name={`names.${at}.choice`}
        label={say("names.label", { written })}
        value={choice}
        emptyLabel={null}
        choices={[
          { value: "new", label: say("names.create", { written }) },
          ...(suggestions.length > 0 ? [{ label: say("names.close"), choices: suggestions.map(option) }] : []),
          { label: say("names.all"), choices: view.context.known.organisations.filter(({ id }) => !close.has(id)).map(option) },
        ]}
      />
    </>
  );
};
