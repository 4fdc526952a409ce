import { Screen } from "../../../../ui/screen.tsx";
import type { DraftFrameProps, DraftLook } from "../../../../ui/import-draft/look.ts";
import { importWords } from "../import-words.ts";

const path = "/plan/import";

/** A page of the imports of a plan. */
export const PlanFrame = ({ visit, title, isStart = false, width, children }: DraftFrameProps) => {
  const say = importWords(visit.lang);
  const plan = { label: say("crumb.plan"), href: visit.at("/plan") };
  const crumbs = isStart ? [plan] : [plan, { label: say("crumb.import"), href: visit.at(path) }];
  return (
    <Screen visit={visit} title={title} crumbs={crumbs} width={width}>
      {children}
    </Screen>
  );
};

export const planLook: DraftLook = { path, home: "/plan", accept: ".xlsx,.ods,.csv", words: importWords, Frame: PlanFrame };
