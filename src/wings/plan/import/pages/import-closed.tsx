import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { ButtonLink } from "../../../../ui/button.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import type { Action, ActionId } from "../../action/model.ts";
import { importWords } from "../import-words.ts";
import type { ImportResult } from "../kept-import.ts";
import { PlanFrame } from "./plan-look.tsx";

interface Props {
  readonly visit: TerritoryVisit;
  readonly fileName: string;
  readonly result: ImportResult;
  readonly actions: ReadonlyMap<string, Action>;
}

/** What an import did. */
export const AcceptedPage = ({ visit, fileName, result, actions: known }: Props) => {
  const say = importWords(visit.lang);
  const title = say("done", { created: result.created.length, changed: result.changed.length, same: result.same });
  const actions = (ids: readonly ActionId[]) =>
    ids.flatMap((id) => {
      const action = known.get(id);
      return action === undefined ? [] : [action];
    });
  return (
    <PlanFrame visit={visit} title={title}>
      <PageHeading
        above={fileName}
        title={title}
        intro={say("done.intro", { name: fileName })}
        actions={
          <ButtonLink look="main" href={visit.at("/plan?sort=-news")}>
            {say("done.list")}
          </ButtonLink>
        }
      />
      {result.left > 0 && <p>{say("done.left", { count: result.left })}</p>}
      {(["created", "changed"] as const).map(
        (kind) =>
          result[kind].length > 0 && (
            <Section title={say(`done.${kind}`)}>
              <ul>
                {actions(result[kind]).map(({ id, identity }) => (
                  <li>
                    <a href={visit.at(`/plan/actions/${id}`)}>
                      {identity.number} {identity.title}
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          ),
      )}
    </PlanFrame>
  );
};
