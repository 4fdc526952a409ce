import type { Child } from "hono/jsx";
import { Badge, ExampleMark } from "../../../../ui/badge.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { DownloadMenu } from "../../../../ui/download-menu.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { FicheBlock, Fiche } from "../../../../ui/layouts/fiche.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Time } from "../../../../ui/time.tsx";
import { isSigned, phaseOf, unsignedParties } from "../rules.ts";
import { conventionWords } from "../words.ts";
import { CompetenceTable } from "../../competences/pages/competence-table.tsx";
import { DatesBlock } from "./dates-block.tsx";
import { addressOf, ConventionScreen, yearsOf } from "./frame.tsx";
import { LifeBlock } from "./life-block.tsx";
import { PartiesBlock } from "../../parties/pages/parties-block.tsx";
import type { OpenConvention } from "./read.ts";
import { AxesBlock, IdentityBlock, TextsBlock } from "./texts-block.tsx";
import { competenceWords } from "../../competences/words.ts";
import { snapshotWords } from "../../snapshots/words.ts";

/** The first sentence of the page: where the convention stands today. */
export function headline({ visit, convention, today }: OpenConvention): string {
  const say = conventionWords(visit.lang);
  const years = yearsOf({ ...convention }) ?? "";
  const phase = phaseOf(convention, today);
  const total = convention.parties.length;
  const signed = total - unsignedParties(convention).length;
  if (convention.state === "in_force" && phase.kind === "running")
    return say("head.in_force.year", { years, year: phase.year, of: phase.years });
  return say(`head.${convention.state}`, { years, total, signed });
}

/** A convention whole: its facts, its life, its parties, its axes, its texts. */
export const ShowPage = ({ opened, error }: { readonly opened: OpenConvention; readonly error?: string | undefined }) => {
  const { visit, convention, snapshots, can, competences } = { ...opened, competences: opened.convention.competences };
  const say = conventionWords(visit.lang);
  const title = headline(opened);
  const contents = ["dates", "vie", "signataires", "axes", "competences", "textes", "champs", "sources"] as const;
  const [signed] = snapshots;
  const marks: Child = (
    <>
      <Badge tone={isSigned(convention.state) ? "good" : "wait"}>{say(`state.${convention.state}`)}</Badge>
      {convention.provenance.kind === "example" && <ExampleMark />}
    </>
  );
  return (
    <ConventionScreen opened={opened} title={title} part="whole">
      <PageHeading
        above={convention.title}
        title={title}
        marks={marks}
        intro={say(`intro.${convention.state}`, { total: convention.parties.length })}
        actions={
          <>
            {can.read && (
              <>
                {signed !== undefined && (
                  <ButtonLink look="main" icon="history" href={addressOf(opened, "/depuis-la-signature")}>
                    {snapshotWords(visit.lang)("changes.open")}
                  </ButtonLink>
                )}
                <ButtonLink icon="clipboard-list" href={visit.at("/plan")}>
                  {say("plan.open")}
                </ButtonLink>
                {can.edit && (
                  <ButtonLink icon="pencil" href={addressOf(opened, "/modifier/identite")}>
                    {say("identity.edit")}
                  </ButtonLink>
                )}
              </>
            )}
            <DownloadMenu
              what={convention.title}
              files={[
                { href: addressOf(opened, "/convention.pdf"), label: "PDF" },
                { href: addressOf(opened, "/convention.docx"), label: "Word (DOCX)" },
              ]}
            />
          </>
        }
      />
      {signed?.reason === "entry" && can.read && (
        <Notice>
          {say("entry.notice")} <Time value={signed.takenAt} />.
        </Notice>
      )}
      <Fiche contentsLabel={say("contents.label")} contents={contents.map((id) => ({ id, label: say(`contents.${id}`) }))}>
        <DatesBlock opened={opened} />
        <LifeBlock opened={opened} error={error} />
        <PartiesBlock opened={opened} />
        <AxesBlock opened={opened} />
        <FicheBlock
          id="competences"
          title={
            competences.length === 0
              ? competenceWords(visit.lang)("competences.title.none")
              : competenceWords(visit.lang)("competences.title.some", { count: competences.length })
          }
          editHref={can.edit ? addressOf(opened, "/competences") : undefined}
        >
          <CompetenceTable opened={opened} />
        </FicheBlock>
        <TextsBlock opened={opened} />
        <IdentityBlock opened={opened} />
      </Fiche>
    </ConventionScreen>
  );
};
