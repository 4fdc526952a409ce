import type { Conflict } from "../../../../platform/use-case.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { Section } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { PreviewFrame } from "../../../../ui/import-draft/preview-frame.tsx";
import { saySkip } from "../say-doubt.ts";
import { cellOfPlace, refNames } from "../field-words.ts";
import type { ImportProposal } from "../propose-import.ts";
import type { RowChange } from "../plan-changes.ts";
import { totalsOf, type Totals } from "../decisions.ts";
import { importWords } from "../import-words.ts";
import { ImportNames } from "./import-names.tsx";
import type { PlanView } from "./import-read.ts";
import { asks, ImportRow } from "./import-row.tsx";
import { planLook } from "./plan-look.tsx";

interface Props {
  readonly visit: TerritoryVisit;
  readonly view: PlanView;
  readonly proposal: Extract<ImportProposal, { kind: "proposal" }>;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
}

export const PreviewPage = ({ visit, view, proposal, errors = {}, conflict = null }: Props) => {
  const say = importWords(visit.lang);
  const { draft, context, year } = view;
  const { changes } = proposal;
  const here = visit.at(`${planLook.path}/${draft.id}`);
  const totals = totalsOf(changes, draft.decisions, year);
  const nameOf = refNames(context, changes, visit.lang);
  const asking = changes.rows.filter((row) => asks(view, row));
  const calm = (kind: RowChange["kind"]) => changes.rows.filter((row) => row.kind === kind && !asking.includes(row));
  const one = (row: RowChange) => {
    const at = asking.indexOf(row);
    return <ImportRow visit={visit} view={view} nameOf={nameOf} row={row} at={at === -1 ? null : at} errors={errors} />;
  };
  const [created, changed, same] = [calm("create"), calm("change"), calm("same")];
  const lacksAxes = context.plan.axes.length === 0 && asking.some((row) => row.kind === "create" && row.to.axis === null);
  return (
    <PreviewFrame
      visit={visit}
      look={planLook}
      id={draft.id}
      above={say("preview.above", { name: draft.file.name, sheet: proposal.sheet.name })}
      title={say("summary", { ...totals })}
      actions={
        <ButtonLink icon="columns-3" href={`${here}/colonnes`}>
          {say("preview.columns")}
        </ButtonLink>
      }
      conflict={conflict}
    >
      {lacksAxes && (
        <Notice
          kind="warning"
          actions={<ButtonLink href={visit.at("/plan/axes/nouvel-axe")}>{say("preview.noAxes.go")}</ButtonLink>}
        >
          <p>{say("preview.noAxes")}</p>
        </Notice>
      )}
      <Form action={`${here}/choix`} hidden={{ seen: context.seq }}>
        <ErrorSummary errors={errorList(errors)} />
        <ImportNames visit={visit} view={view} changes={changes} />
        {asking.length > 0 && (
          <Section title={say("rows.decide", { count: asking.length })} intro={say("rows.decide.intro")}>
            <div class="stack">{asking.map(one)}</div>
          </Section>
        )}
        {created.length > 0 && (
          <Section title={say("rows.create", { count: created.length })}>
            <div class="stack">{created.map(one)}</div>
          </Section>
        )}
        {changed.length > 0 && (
          <Section title={say("rows.change", { count: changed.length })}>
            <div class="stack">{changed.map(one)}</div>
          </Section>
        )}
        <LeftOut visit={visit} proposal={proposal} />
        {same.length > 0 && (
          <details class="fold">
            <summary>{say("rows.same", { count: same.length })}</summary>
            <div class="stack">{same.map(one)}</div>
          </details>
        )}
        <Confirm visit={visit} here={here} totals={totals} isAsking={asking.length > 0} hasNames={changes.rows.some(hasNames)} />
      </Form>
    </PreviewFrame>
  );
};

const hasNames = ({ action }: RowChange): boolean =>
  action.names.some(({ kind, match }) => kind === "organisation" && (match === "near" || match === "new"));

/** What of the file is not imported, and what of the plan is no longer in the file. */
const LeftOut = ({ visit, proposal: { changes } }: Pick<Props, "visit" | "proposal">) => {
  const say = importWords(visit.lang);
  const { skipped, vanished } = changes;
  return (
    <>
      {skipped.length > 0 && (
        <Section title={say("rows.skipped", { count: skipped.length })}>
          <ul>
            {skipped.map(({ place, reason, text }) => (
              <li>
                {say("skip.line", { text, why: saySkip(reason, visit.lang) })}{" "}
                <span class="hint">({say("doubt.at", { cell: cellOfPlace(place) })})</span>
              </li>
            ))}
          </ul>
        </Section>
      )}
      {vanished.length > 0 && (
        <Section title={say("rows.vanished", { count: vanished.length })} intro={say("rows.vanished.text")}>
          <ul>
            {vanished.map(({ id, title }) => (
              <li>
                <a href={visit.at(`/plan/actions/${id}`)}>{title}</a>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
};

interface ConfirmProps {
  readonly visit: TerritoryVisit;
  readonly here: string;
  readonly totals: Totals;
  readonly isAsking: boolean;
  readonly hasNames: boolean;
}

/** What the button says is what it does; where there is nothing to do, there is no button. */
const Confirm = ({ visit, here, totals, isAsking, hasNames: named }: ConfirmProps) => {
  const say = importWords(visit.lang);
  const { created, changed } = totals;
  const label =
    created > 0 && changed > 0
      ? say("confirm.both", { created, changed })
      : created > 0
        ? say("confirm.create", { created })
        : changed > 0
          ? say("confirm.change", { changed })
          : isAsking
            ? say("confirm.choices")
            : null;
  if (label === null)
    return (
      <Notice
        kind="success"
        title={say("confirm.nothing")}
        actions={<ButtonLink href={visit.at("/plan")}>{say("back")}</ButtonLink>}
      >
        <p>{say("confirm.nothing.text")}</p>
      </Notice>
    );
  return (
    <FormActions>
      <Button look="main" formaction={`${here}/accepter`}>
        {label}
      </Button>
      {(isAsking || named) && <Button icon="refresh-cw">{say("update")}</Button>}
    </FormActions>
  );
};
