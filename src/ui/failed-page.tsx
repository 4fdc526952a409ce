import type { Child } from "hono/jsx";
import { commonWords } from "../platform/common-words.ts";
import type { Visit } from "../platform/http/visit.ts";
import { PageHeading } from "./heading.tsx";
import { Screen } from "./screen.tsx";

const Plain = ({
  visit,
  title,
  intro,
  children,
}: {
  readonly visit: Visit;
  readonly title: string;
  readonly intro: string;
  readonly children?: Child;
}) => (
  <Screen visit={visit} title={title} width="text">
    <PageHeading title={title} intro={intro} />
    {children}
  </Screen>
);

/** The page of our own fault: `reference` is found again in the log. */
export const FailedPage = ({ visit, reference }: { readonly visit: Visit; readonly reference: string }) => {
  const say = commonWords(visit.lang);
  return <Plain visit={visit} title={say("failed.title")} intro={say("failed.intro", { reference })} />;
};

export const CrossSitePage = ({ visit }: { readonly visit: Visit }) => {
  const say = commonWords(visit.lang);
  return <Plain visit={visit} title={say("refused.title")} intro={say("crossSite")} />;
};

export const TooLargePage = ({ visit }: { readonly visit: Visit }) => {
  const say = commonWords(visit.lang);
  return <Plain visit={visit} title={say("tooLarge.title")} intro={say("tooLarge.intro")} />;
};
