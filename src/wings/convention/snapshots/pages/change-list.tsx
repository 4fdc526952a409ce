import type { Child } from "hono/jsx";
import type { Plain } from "../../../../platform/history/model.ts";
import { fieldText } from "../../../plan/action/pages/field-text.tsx";
import type { Action } from "../../../plan/action/model.ts";
import type { Names } from "../../../plan/action/pages/fiche-read.ts";
import { Badge, ExampleMark, type Tone } from "../../../../ui/badge.tsx";
import { Diff } from "../../../../ui/diff.tsx";
import { Section } from "../../../../ui/heading.tsx";
import { CompetenceHolder, FrozenKind } from "../../conventions/model.ts";
import type { SnapshotChange } from "../rules.ts";
import { words } from "../../conventions/words.ts";
import type { Differences } from "./changes.ts";
import { fieldLabel, fieldValue } from "../../conventions/pages/field-value.tsx";
import { actionFieldLabel } from "./action-fields.ts";
import type { OpenConvention } from "../../conventions/pages/read.ts";

/** What the parties agreed upon, and how the actions have gone since: two different things to read. */
const followUp: readonly string[] = ["life", "measures"];
const isFollowUp = (change: SnapshotChange): boolean =>
  change.kind === "changed" && change.object === "action" && followUp.includes(change.block);

const tones: { readonly [K in SnapshotChange["kind"]]: Tone } = { added: "good", removed: "wrong", changed: "info" };

interface ChangeListProps {
  readonly opened: OpenConvention;
  readonly differences: Differences;
  readonly names: Names;
  /** The actions that are there today: those of the demonstration are marked, and each leads to its fiche. */
  readonly actions: readonly Action[];
}

/** The differences with what was signed: the agreement first, then how the actions have gone. */
export const ChangeList = ({ opened, differences: { changes, hidden }, names, actions }: ChangeListProps) => {
  const say = words(opened.visit.lang);
  const groups = [
    { id: "accord", title: "changes.agreement", changes: changes.filter((change) => !isFollowUp(change)) },
    { id: "suivi", title: "changes.followUp", changes: changes.filter(isFollowUp) },
  ] as const;
  return (
    <>
      {groups
        .filter((group) => group.changes.length > 0)
        .map((group) => (
          <Section id={group.id} title={say(group.title, { count: group.changes.length })}>
            {FrozenKind.options.map((kind) => {
              const some = group.changes
                .filter(({ object }) => object === kind)
                .toSorted((a, b) => byNumber.compare(a.label, b.label));
              return (
                some.length > 0 && (
                  <>
                    <h3>{say(`frozen.${kind}`)}</h3>
                    <ul class="plain-list">
                      {some.map((change) => (
                        <li>
                          <Change
                            opened={opened}
                            change={change}
                            names={names}
                            action={actions.find(({ id }) => id === change.id)}
                          />
                        </li>
                      ))}
                    </ul>
                  </>
                )
              );
            })}
          </Section>
        ))}
      {hidden > 0 && <p class="hint">{say("changes.hidden", { count: hidden })}</p>}
    </>
  );
};

// "2.10" comes after "2.9".
const byNumber = new Intl.Collator("fr", { numeric: true });

interface ChangeProps {
  readonly opened: OpenConvention;
  readonly change: SnapshotChange;
  readonly names: Names;
  readonly action: Action | undefined;
}

const Change = ({ opened, change, names, action }: ChangeProps) => {
  const { visit } = opened;
  const say = words(visit.lang);
  const mark = (
    <>
      <Badge tone={tones[change.kind]}>{say(`change.${change.kind}`)}</Badge>
      {action?.provenance.kind === "example" && (
        <>
          {" "}
          <ExampleMark />
        </>
      )}
    </>
  );
  const label = labelOf(opened, change, names);
  if (change.kind !== "changed") {
    return (
      <p>
        {mark} {action === undefined ? label : <a href={visit.at(`/plan/actions/${action.id}`)}>{label}</a>}
      </p>
    );
  }
  const ofPlan = change.object === "action" || change.object === "axis" || change.object === "objective";
  const value = (field: string, plain: Plain): Child =>
    ofPlan ? fieldText(visit.lang, names, field, plain) : fieldValue(opened, field, plain);
  return (
    <details class="fold">
      <summary>
        {mark} {label} : {change.fields.map(({ field }) => labelOfField(opened, change, field).toLowerCase()).join(", ")}
      </summary>
      <Diff
        changes={change.fields.map(({ field, before, after }) => ({
          label: labelOfField(opened, change, field),
          before: value(field, before),
          after: value(field, after),
        }))}
      />
    </details>
  );
};

const labelOfField = (opened: OpenConvention, change: SnapshotChange, field: string): string =>
  change.object === "action" ? actionFieldLabel(opened.visit.lang, field) : fieldLabel(opened, field);

function labelOf(opened: OpenConvention, { object, id, label }: SnapshotChange, names: Names): string {
  if (object !== "competence") return label;
  const [theme = "", holder = ""] = id.split(" ");
  const known = CompetenceHolder.safeParse(holder).data;
  return known === undefined ? names.theme(theme) : `${names.theme(theme)}, ${words(opened.visit.lang)(`holder.${known}`)}`;
}
