import type { Child } from "hono/jsx";
import type { Crumb } from "../../../../ui/breadcrumb.tsx";
import { TabsNav } from "../../../../ui/nav.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { conventionWords } from "../words.ts";
import type { OpenConvention } from "./read.ts";

/** Years of a convention as people name it: "2023-2027"; nothing while its period is not written. */
export const yearsOf = ({ periodStart, periodEnd }: OpenConvention["convention"]): string | null =>
  periodStart === null || periodEnd === null ? null : `${periodStart.slice(0, 4)}-${periodEnd.slice(0, 4)}`;

export const addressOf = ({ visit, convention }: Pick<OpenConvention, "visit" | "convention">, path = ""): string =>
  visit.at(`/convention/${convention.id}${path}`);

type Part = "whole" | "changes" | "amendments" | "competences" | "history";
const parts: readonly { readonly part: Part; readonly path: string }[] = [
  { part: "whole", path: "" },
  { part: "changes", path: "/depuis-la-signature" },
  { part: "amendments", path: "/avenants" },
  { part: "competences", path: "/competences" },
  { part: "history", path: "/historique" },
];

interface ConventionScreenProps {
  readonly opened: OpenConvention;
  readonly title: string;
  /** Whose tab is current; `null` for a page below a tab: a form, a party. */
  readonly part: Part | null;
  readonly width?: "text" | "normal" | "wide" | undefined;
  readonly children: Child;
}

/** A page of one convention, with the way back to it and, for those who read its drafts, its views. */
export const ConventionScreen = ({ opened, title, part, width, children }: ConventionScreenProps) => {
  const { visit, convention, can } = opened;
  const say = conventionWords(visit.lang);
  const crumbs: Crumb[] = part === "whole" ? [] : [{ label: convention.title, href: addressOf(opened) }];
  return (
    <Screen visit={visit} title={title} crumbs={crumbs} width={width}>
      {can.read && part !== null && (
        <TabsNav
          label={say("nav.label")}
          items={parts.map((each) => ({
            href: addressOf(opened, each.path),
            label: say(`nav.${each.part}`),
            current: each.part === part ? ("page" as const) : undefined,
          }))}
        />
      )}
      {children}
    </Screen>
  );
};
