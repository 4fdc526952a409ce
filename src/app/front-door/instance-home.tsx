import type { Visit } from "../../platform/http/visit.ts";
import type { Territory } from "../../wings/territory/wing.ts";
import { Actions, ButtonLink } from "../../ui/button.tsx";
import { Card, Cards } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeading } from "../../ui/heading.tsx";
import { Screen } from "../../ui/screen.tsx";
import { words } from "./words.ts";

/** The home of an instance that holds several territories, or none yet. */
export const InstanceHome = ({ visit, territories }: { readonly visit: Visit; readonly territories: readonly Territory[] }) => {
  const say = words(visit.lang);
  return (
    <Screen visit={visit} title={say("instance.title")}>
      <PageHeading title={say("instance.title")} intro={say("instance.intro")} />
      {territories.length === 0 && <Empty title={say("instance.title")}>{say("instance.empty")}</Empty>}
      <Cards>
        {territories.map(({ slug, name, departement, region }) => (
          <Card level={2} title={name} href={`/${slug}`} foot={`${departement.name}, ${region.name}`} />
        ))}
      </Cards>
      {visit.account?.operator === true && (
        <Actions>
          <ButtonLink href="/instance">{say("instance.sign")}</ButtonLink>
        </Actions>
      )}
    </Screen>
  );
};
