import type { FrozenWords } from "../../../../platform/wing/contributions.ts";
import { Badge, ExampleMark, type Tone } from "../../../../ui/badge.tsx";
import { Difference } from "../../../../ui/record/telling.tsx";
import { Section } from "../../../../ui/heading.tsx";
import { CompetenceHolder } from "../../competences/model.ts";
import type { SnapshotChange } from "../rules.ts";
import { snapshotWords } from "../words.ts";
import type { Differences } from "./changes.ts";
import { frozenKinds } from "../frozen-kinds.ts";
import type { OpenConvention } from "../../conventions/pages/read.ts";
import { competenceWords } from "../../competences/words.ts";

const tones: { readonly [K in SnapshotChange["kind"]]: Tone } = { added: "good", removed: "wrong", changed: "info" };

interface ChangeListProps {
  readonly opened: OpenConvention;
  readonly differences: Differences;
}

/** The differences with what was signed: the agreement first, then how the actions have gone. */
export const ChangeList = ({ opened, differences: { changes, hidden, wordsOf } }: ChangeListProps) => {
  const { lang, runtime } = opened.visit;
  const say = snapshotWords(lang);
  const kinds = frozenKinds(runtime.wings);
  // What the parties agreed upon, and how things have gone since: two different things to read.
  const isFollowUp = (change: SnapshotChange): boolean =>
    change.kind === "changed" && kinds.some(({ kind, followUp }) => kind === change.object && followUp.includes(change.block));
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
            {kinds.map(({ kind, name }) => {
              const some = group.changes
                .filter(({ object }) => object === kind)
                .toSorted((a, b) => byNumber.compare(a.label, b.label));
              return (
                some.length > 0 && (
                  <>
                    <h3>{name[lang]}</h3>
                    <ul class="plain-list">
                      {some.map((change) => (
                        <li>
                          <Change opened={opened} change={change} words={wordsOf(kind)} />
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
  readonly words: FrozenWords;
}

const Change = ({ opened, change, words: said }: ChangeProps) => {
  const { visit } = opened;
  const say = snapshotWords(visit.lang);
  const standing = said.standing(change.object, change.id);
  const mark = (
    <>
      <Badge tone={tones[change.kind]}>{say(`change.${change.kind}`)}</Badge>
      {standing?.example === true && (
        <>
          {" "}
          <ExampleMark />
        </>
      )}
    </>
  );
  const label = labelOf(opened, change);
  if (change.kind !== "changed") {
    return (
      <p>
        {mark} {standing === null ? label : <a href={standing.href}>{label}</a>}
      </p>
    );
  }
  return (
    <details class="fold">
      <summary>
        {mark} {label} : {change.fields.map(({ field }) => said.fieldLabel(change.object, field).toLowerCase()).join(", ")}
      </summary>
      <Difference
        telling={{
          label: (field) => said.fieldLabel(change.object, field),
          value: (field, value) => said.value(change.object, field, value),
        }}
        changes={change.fields}
      />
    </details>
  );
};

function labelOf({ visit, themes }: OpenConvention, { object, id, label }: SnapshotChange): string {
  if (object !== "competence") return label;
  const [theme = "", holder = ""] = id.split(" ");
  const name = themes.find(({ key }) => key === theme)?.name[visit.lang] ?? theme;
  const known = CompetenceHolder.safeParse(holder).data;
  return known === undefined ? name : `${name}, ${competenceWords(visit.lang)(`holder.${known}`)}`;
}
