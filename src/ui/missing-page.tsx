import { commonWords } from "../platform/common-words.ts";
import { isInTerritory, type Visit } from "../platform/http/visit.ts";
import { Actions, ButtonLink } from "./button.tsx";
import { PageHeading } from "./heading.tsx";
import { Screen } from "./screen.tsx";

/** The page of an address that leads nowhere: it says so, and where to go on. */
export const MissingPage = ({ visit }: { readonly visit: Visit }) => {
  const say = commonWords(visit.lang);
  return (
    <Screen visit={visit} title={say("missing.title")} width="text">
      <PageHeading title={say("missing.title")} intro={say("missing.intro")} />
      <Actions>
        <ButtonLink look="main" href={isInTerritory(visit) ? visit.at("") : "/"}>
          {say("missing.home")}
        </ButtonLink>
        {isInTerritory(visit) && <ButtonLink href={visit.at("/plan")}>{say("missing.plan")}</ButtonLink>}
      </Actions>
    </Screen>
  );
};
