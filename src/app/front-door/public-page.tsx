import type { TerritoryVisit } from "../../platform/http/visit.ts";
import type { PublicPart } from "../../platform/wing/wing.ts";
import { ButtonLink } from "../../ui/button.tsx";
import { Hero, PublicBody } from "../../ui/layouts/public-home.tsx";
import { Screen } from "../../ui/screen.tsx";

const byRank = <Item extends { readonly rank: number }>(items: readonly Item[]): readonly Item[] =>
  items.toSorted((a, b) => a.rank - b.rank);

/** The page that a parent opens on a phone: what the convention is, who signed, what is done and where it stands. Each wing brings its part. */
export const PublicPage = ({ visit, parts }: { readonly visit: TerritoryVisit; readonly parts: readonly PublicPart[] }) => {
  const { name } = visit.territory;
  const head = parts.findLast((part) => part.head !== undefined)?.head;
  const entries = byRank(parts.flatMap((part) => part.entries));
  return (
    <Screen
      visit={visit}
      title={name}
      {...(head?.description === undefined ? {} : { description: head.description })}
      hero={
        <Hero
          above={head?.above ?? ""}
          title={head?.title ?? name}
          intro={head?.intro ?? ""}
          actions={
            entries.length === 0 ? undefined : (
              <>
                {entries.map(({ href, label, icon }, index) => (
                  <ButtonLink look={index === 0 ? "main" : "plain"} icon={icon} href={href}>
                    {label}
                  </ButtonLink>
                ))}
              </>
            )
          }
        />
      }
    >
      <PublicBody>{byRank(parts.flatMap((part) => part.sections)).map(({ body }) => body)}</PublicBody>
    </Screen>
  );
};
