import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { AxisMark } from "../../../../ui/axis-mark.tsx";
import type { Crumb } from "../../../../ui/breadcrumb.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Explain } from "../../../../ui/explain.tsx";
import { Form } from "../../../../ui/form/form.tsx";
import { DownloadMenu } from "../../../../ui/download-menu.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { LateMark, State } from "../../../../ui/state.tsx";
import { Badge, ConfidentialityMark, ExampleMark } from "../../../../ui/badge.tsx";
import {
  balanceRule,
  balanceText,
  completenessRule,
  completenessText,
  latenessRule,
  progressRule,
  progressText,
  silenceRule,
  silenceText,
  stateKind,
} from "../../action/facts-text.ts";
import { actionWords } from "../../action/words.ts";
import type { Action } from "../../action/model.ts";
import { worksHere, type Fiche } from "./fiche-read.ts";
import { timeText } from "../../../../platform/french/time.ts";

export const crumbsOf = (visit: TerritoryVisit, action: Action): readonly Crumb[] => [
  { label: actionWords(visit.lang)("crumb.plan"), href: visit.at("/plan") },
  { label: `${action.identity.number} ${action.identity.title}`, href: visit.at(`/plan/actions/${action.id}`) },
];

/** What is computed from the fiche, each with its rule. Money and filling are for those who work on it. */
const Computed = ({ visit, fiche: { facts } }: { readonly visit: TerritoryVisit; readonly fiche: Fiche }) => {
  const { lang } = visit;
  const silent = silenceText(lang, facts.silence);
  const works = worksHere(visit);
  return (
    <>
      {facts.lateness.kind === "late" && (
        <Explain id="why-late" rule={latenessRule(lang, facts.lateness)}>
          <LateMark days={facts.lateness.days} />
        </Explain>
      )}
      <Explain id="why-progress" rule={progressRule(lang, facts.progress)}>
        <Badge>{progressText(lang, facts.progress)}</Badge>
      </Explain>
      {works && silent !== null && (
        <Explain id="why-silent" rule={silenceRule(lang, facts.silence)}>
          <Badge tone="wait">{silent}</Badge>
        </Explain>
      )}
      {works && (
        <Explain id="why-balance" rule={balanceRule(lang, facts.funding)}>
          <Badge tone={facts.funding.balance.kind === "missing" ? "wait" : "plain"}>{balanceText(lang, facts.funding)}</Badge>
        </Explain>
      )}
      {works && (
        <Explain id="why-complete" rule={completenessRule(lang, facts.completeness)}>
          <Badge>{completenessText(lang, facts.completeness)}</Badge>
        </Explain>
      )}
    </>
  );
};

const Buttons = ({ visit, fiche: { action, can } }: { readonly visit: TerritoryVisit; readonly fiche: Fiche }) => {
  const say = actionWords(visit.lang);
  const at = (path: string) => visit.at(`/plan/actions/${action.id}${path}`);
  return (
    <>
      {can.edit && (
        <ButtonLink look="main" icon="message-circle" href={at("/avancement")}>
          {say("report.button")}
        </ButtonLink>
      )}
      {can.validate && (
        <Form action={at("/valider")} inline>
          <Button icon="circle-check">{say("validate.button")}</Button>
        </Form>
      )}
      {can.entrust && (
        <ButtonLink look="quiet" href={at("/confier")}>
          {say("entrust.button")}
        </ButtonLink>
      )}
      {can.remove && (
        <ButtonLink look="quiet" icon="trash-2" href={at("/supprimer")}>
          {say("delete.button")}
        </ButtonLink>
      )}
    </>
  );
};

/** The head of a fiche: where it stands in the plan, how it stands, and what can be done. */
export const FicheHead = ({ visit, fiche }: { readonly visit: TerritoryVisit; readonly fiche: Fiche }) => {
  const { action, directory } = fiche;
  const { lang } = visit;
  const axis = directory.axes.find(({ id }) => id === action.identity.axisId);
  return (
    <PageHeading
      above={axis && <AxisMark number={axis.number} label={axis.title} />}
      title={`${action.identity.number} ${action.identity.title}`}
      marks={
        <>
          <State kind={stateKind[action.life.status]} label={actionWords(lang)(`status.${action.life.status}`)} />
          <Computed visit={visit} fiche={fiche} />
          {worksHere(visit) && <ConfidentialityMark level={action.identity.confidentiality} />}
          {action.provenance.kind === "example" && <ExampleMark />}
        </>
      }
      intro={
        action.validatedAt !== null && (
          <p>{actionWords(lang)("validated", { by: action.validatedBy ?? "", day: timeText(lang, action.validatedAt) })}</p>
        )
      }
      actions={
        <>
          <Buttons visit={visit} fiche={fiche} />
          {worksHere(visit) && (
            <DownloadMenu
              what={actionWords(lang)("thisFiche")}
              files={[
                { href: visit.at(`/plan/actions/${action.id}/fiche.pdf`), label: "PDF" },
                { href: visit.at(`/plan/actions/${action.id}/fiche.docx`), label: "Word (DOCX)" },
              ]}
            />
          )}
        </>
      }
    />
  );
};
