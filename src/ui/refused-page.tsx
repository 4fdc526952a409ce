import { commonWords } from "../platform/common-words.ts";
import type { Visit } from "../platform/http/visit.ts";
import type { Door } from "../platform/rights.ts";
import { Actions, ButtonLink } from "./button.tsx";
import { PageHeading } from "./heading.tsx";
import { Screen } from "./screen.tsx";

/** Whoever runs the instance holds every key, and is the last to be asked. */
const nearestFirst = (door: Door): Door => [
  ...door.filter(({ role }) => role !== "operator"),
  ...door.filter(({ role }) => role === "operator"),
];

/** The page of a closed door: it says who can open it. */
export const RefusedPage = ({ visit, door }: { readonly visit: Visit; readonly door: Door }) => {
  const say = commonWords(visit.lang);
  return (
    <Screen visit={visit} title={say("refused.title")} width="text">
      <PageHeading title={say("refused.title")} intro={say("refused.intro")} />
      <ul>
        {nearestFirst(door).map(({ role, said }) => (
          <li>
            {say(`who.${role}`)}
            {said !== null && ` ${said[visit.lang]}`}
          </li>
        ))}
      </ul>
      <p>{say(visit.account === null ? "refused.signIn" : "refused.ask")}</p>
      {visit.account === null && (
        <Actions>
          <ButtonLink look="main" href={`/connexion?retour=${encodeURIComponent(visit.address)}`}>
            {say("signIn")}
          </ButtonLink>
        </Actions>
      )}
    </Screen>
  );
};
