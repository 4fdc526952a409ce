import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { importWords } from "../import-words.ts";
import type { ActionId } from "../../action/model.ts";
import type { ImportView } from "./import-read.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly view: Extract<ImportView, { kind: "closed" }>;
}

/** What became of an import: what it did, or that it was abandoned. */
export const ClosedPage = ({ visit, view: { draft, fileName, context } }: Props) => {
  const say = importWords(visit.lang);
  const crumbs = [
    { label: say("crumb.plan"), href: visit.at("/plan") },
    { label: say("crumb.import"), href: visit.at("/plan/import") },
  ];
  const { result } = draft;
  if (result === null)
    return (
      <Screen visit={visit} title={say("closed.title")} crumbs={crumbs}>
        <PageHeading above={fileName} title={say("closed.title")} />
        <Empty
          icon="upload"
          title={fileName}
          action={<ButtonLink href={visit.at("/plan/import")}>{say("closed.again")}</ButtonLink>}
        >
          {say("closed.text")}
        </Empty>
      </Screen>
    );
  const title = say("done", { created: result.created.length, changed: result.changed.length, same: result.same });
  const actions = (ids: readonly ActionId[]) =>
    ids.flatMap((id) => {
      const action = context.actions.get(id);
      return action === undefined ? [] : [action];
    });
  return (
    <Screen visit={visit} title={title} crumbs={crumbs}>
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
    </Screen>
  );
};
