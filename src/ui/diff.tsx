import type { Child } from "hono/jsx";
import { Time } from "./time.tsx";
import { useSay } from "./words.ts";

export type Change = {
  readonly label: string;
  /** null: there was nothing. */
  readonly before: Child;
  readonly after: Child;
};

const Nothing = () => <span class="missing">{useSay()("nothing")}</span>;

const isNothing = (value: Child) => value === null || value === undefined || value === "";

const Value = ({ children }: { readonly children: Child }) => (isNothing(children) ? <Nothing /> : <>{children}</>);

/** What changed, field by field: before and after, never colour alone. */
export const Diff = ({ changes }: { readonly changes: readonly Change[] }) => {
  const say = useSay();
  return (
    <dl class="diff">
      {changes.map(({ label, before, after }) => (
        <div class="diff-field">
          <dt>{label}</dt>
          <dd>
            <span class="diff-word">{say("before")}</span>
            {isNothing(before) ? (
              <p class="diff-side">
                <Nothing />
              </p>
            ) : (
              <del class="diff-side">{before}</del>
            )}
          </dd>
          <dd>
            <span class="diff-word">{say("after")}</span>
            {isNothing(after) ? (
              <p class="diff-side">
                <Nothing />
              </p>
            ) : (
              <ins class="diff-side">{after}</ins>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
};

export type Conflict = {
  /** The field's name: the choice comes back as `choice.<name>` = `mine` or `theirs`. */
  readonly name: string;
  readonly label: string;
  readonly original: Child;
  readonly theirs: Child;
  readonly mine: Child;
};

type ConflictsProps = {
  readonly conflicts: readonly Conflict[];
  readonly theirsBy: string;
  readonly theirsAt: Date;
};

/** Two people wrote on the same block: the second sees both, field by field, and chooses. To be drawn inside a `Form`. */
export const Conflicts = ({ conflicts, theirsBy, theirsAt }: ConflictsProps) => {
  const say = useSay();
  return (
    <div class="stack">
      {conflicts.map(({ name, label, original, theirs, mine }) => (
        <fieldset class="conflict">
          <legend>{label}</legend>
          <p class="conflict-original">
            <span class="diff-word">{say("original")}</span>
            <span>
              <Value>{original}</Value>
            </span>
          </p>
          <div class="conflict-sides">
            <label class="conflict-side">
              <input type="radio" name={`choice.${name}`} value="theirs" required />
              <span>
                <span class="conflict-who">
                  {theirsBy}, <Time value={theirsAt} look="moment" />
                </span>
                <Value>{theirs}</Value>
              </span>
            </label>
            <label class="conflict-side">
              <input type="radio" name={`choice.${name}`} value="mine" checked required />
              <span>
                <span class="conflict-who">{say("mine")}</span>
                <Value>{mine}</Value>
              </span>
            </label>
          </div>
        </fieldset>
      ))}
    </div>
  );
};
