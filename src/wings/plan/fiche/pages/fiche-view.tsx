import { Hono } from "hono";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import type { Event } from "../../../../platform/history/model.ts";
import { HistoryList } from "../../../../ui/history-list.tsx";
import { FicheBlock, Fiche as FicheLayout } from "../../../../ui/layouts/fiche.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { actionWords } from "../../action/words.ts";
import {
  HowBlock,
  IdentityBlock,
  LifeBlock,
  MeasuresBlock,
  shownBlocks,
  Standing,
  WhatBlock,
  WhoBlock,
  WhyBlock,
} from "./fiche-blocks.tsx";
import { FicheHead } from "./fiche-head.tsx";
import { entryOf, readHistory } from "./fiche-history.tsx";
import { readFiche, worksHere, type Fiche } from "./fiche-read.ts";
import { OutcomesBlock } from "./fiche-outcomes.tsx";
import { FilesBlock, LinksBlock, NotesBlock, type CameBack } from "./fiche-talk.tsx";

interface Props {
  readonly visit: TerritoryVisit;
  readonly fiche: Fiche;
  readonly events: readonly Event[];
  readonly back?: CameBack | null;
}

export const FichePage = ({ visit, fiche, events, back = null }: Props) => {
  const say = actionWords(visit.lang);
  const { action } = fiche;
  const works = worksHere(visit);
  const side = { visit, fiche, back };
  const contents = [
    ...shownBlocks(works).map((block) => ({ id: block, label: say(`edit.${block}`) })),
    ...(works
      ? [
          { id: "notes", label: say("notes.short") },
          { id: "history", label: say("history.title") },
        ]
      : []),
  ];
  return (
    <Screen
      visit={visit}
      title={`${action.identity.number} ${action.identity.title}`}
      crumbs={[{ label: say("crumb.plan"), href: visit.at("/plan") }]}
    >
      <FicheHead visit={visit} fiche={fiche} />
      <FicheLayout contents={contents} contentsLabel={say("contents")}>
        <Standing visit={visit} fiche={fiche} />
        <IdentityBlock visit={visit} fiche={fiche} />
        <WhyBlock visit={visit} fiche={fiche} />
        <WhatBlock visit={visit} fiche={fiche} />
        <WhoBlock visit={visit} fiche={fiche} />
        <HowBlock visit={visit} fiche={fiche} />
        <MeasuresBlock visit={visit} fiche={fiche} />
        {works && <LifeBlock visit={visit} fiche={fiche} />}
        <LinksBlock visit={visit} fiche={fiche} />
        <OutcomesBlock visit={visit} fiche={fiche} />
        <FilesBlock {...side} />
        <NotesBlock {...side} />
        {works && (
          <FicheBlock id="history" title={say("history.title")}>
            <HistoryList entries={events.map((event) => entryOf(visit, fiche.names, event))} />
            <p>
              <a href={visit.at(`/plan/actions/${action.id}/historique`)}>{say("history.all")}</a>
            </p>
          </FicheBlock>
        )}
      </FicheLayout>
    </Screen>
  );
};

const recent = 8;

/** The fiche of an action with a form of it that came back, or as it stands. */
export async function ficheOf(visit: TerritoryVisit, fiche: Fiche, back: CameBack | null = null) {
  const events = worksHere(visit) ? await readHistory(visit, fiche.action.id, fiche.subject, recent) : [];
  return <FichePage visit={visit} fiche={fiche} events={events} back={back} />;
}

/** `/plan/actions/:id` */
export const viewPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get("/plan/actions/:id", async (c) => {
    const { visit } = c.var;
    const found = await readFiche(visit, c.req.param("id"));
    if (found.kind !== "found") return show(c, found, () => null);
    const page = await ficheOf(visit, found.value);
    return c.html(page);
  });
