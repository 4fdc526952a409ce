import { Hono } from "hono";
import { fieldChanges, asPlain } from "../../../../platform/record/rules.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { dayOf } from "../../../../platform/clock.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Difference } from "../../../../ui/record/telling.tsx";
import { Facts } from "../../../../ui/facts.tsx";
import { ErrorSummary, errorList, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { show, type Found } from "../../../../ui/show.tsx";
import { cardWords } from "../../card/words.ts";
import { acceptProposal, refuseProposal } from "../use-cases/proposals.ts";
import { ProposalId, type Proposal } from "../model.ts";
import { proposalById } from "../store.ts";
import { upkeepWords } from "../words.ts";
import { partNames, type Part, type Service } from "../../card/model.ts";
import { directoryRights } from "../../card/rights.ts";
import { directoryContextFor, type DirectoryContext } from "../../card/pages/card-read.ts";
import { tellingOf } from "../../card/pages/field-text.tsx";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { crumbsOf, home } from "./campaign-new.tsx";
import { timeText } from "../../../../platform/french/time.ts";

interface OpenProposal extends DirectoryContext {
  readonly proposal: Proposal;
  readonly service: Service;
  readonly seq: number;
}

async function readProposal(visit: TerritoryVisit, address: string): Promise<Found<OpenProposal>> {
  const found = await directoryContextFor(visit, directoryRights.review);
  const id = ProposalId.safeParse(address);
  if (found.kind !== "found") return found;
  if (!id.success) return { kind: "missing" };
  return visit.read(async (tx): Promise<Found<OpenProposal>> => {
    const proposal = await proposalById(tx, id.data);
    const service = proposal && found.value.directory.services.get(proposal.serviceId);
    if (proposal === undefined || service === undefined) return { kind: "missing" };
    const seq = await lastSeq(tx, { kind: "service", id: service.id });
    return { kind: "found", value: { ...found.value, proposal, service, seq } };
  });
}

interface Props {
  readonly visit: TerritoryVisit;
  readonly open: OpenProposal;
  readonly typed?: Typed;
  readonly errors?: Readonly<Record<string, string>>;
  /** Someone else changed the card while this page was read. */
  readonly isStale?: boolean;
}

/** What would change of one part, as the card stands now. */
const PartDifference = ({ visit, open: { proposal, service, names }, part }: Props & { readonly part: Part }) => {
  const changes = fieldChanges(asPlain(service[part]), asPlain(proposal.changes[part]));
  return (
    <Section title={cardWords(visit.lang)(`part.${part}`)}>
      {changes.length === 0 ? (
        <p class="missing">{upkeepWords(visit.lang)("proposal.same")}</p>
      ) : (
        <Difference telling={tellingOf(visit.lang, names)} changes={changes} />
      )}
    </Section>
  );
};

const ProposalPage = ({ visit, open, typed = {}, errors = {}, isStale = false }: Props) => {
  const say = upkeepWords(visit.lang);
  const { proposal, service, seq } = open;
  const at = visit.at(`${home}/propositions/${proposal.id}`);
  const changed = partNames.filter((part) => proposal.changes[part] !== undefined);
  const { author, state } = proposal;
  return (
    <DirectoryScreen
      visit={visit}
      title={say("proposal.title", { name: service.offer.name })}
      tab={home}
      crumbs={crumbsOf(visit)}
    >
      <ErrorSummary errors={errorList(errors)} />
      {isStale && (
        <Notice kind="warning" live title={say("proposal.stale")}>
          <p>{say("proposal.stale.text")}</p>
        </Notice>
      )}
      <PageHeading
        above={say("proposal.above", { on: timeText(visit.lang, dayOf(proposal.at)) })}
        title={say("proposal.title", { name: service.offer.name })}
        actions={<ButtonLink href={visit.at(`/annuaire/services/${service.id}/modifier`)}>{say("proposal.card")}</ButtonLink>}
      />
      <Facts
        facts={[
          { term: say("proposal.by"), value: author.name, missing: say("proposal.anonymous") },
          { term: say("proposal.email"), value: author.email && <a href={`mailto:${author.email}`}>{author.email}</a> },
          { term: say("proposal.message"), value: proposal.message && <p class="typed">{proposal.message}</p>, wide: true },
        ]}
      />
      {changed.map((part) => (
        <PartDifference visit={visit} open={open} part={part} />
      ))}
      {state.kind === "waiting" ? (
        <>
          <Form action={`${at}/accepter`} hidden={{ seen: seq }} inline>
            <Button look="main" icon="check">
              {say(changed.length === 0 ? "proposal.treated" : "proposal.accept")}
            </Button>
          </Form>
          <Section title={say("proposal.orRefuse")}>
            <Form action={`${at}/refuser`}>
              <TextField
                name="reason"
                label={say("proposal.reason")}
                hint={say("proposal.reason.hint")}
                markOptional
                value={typedText(typed, "reason")}
                error={errors["reason"]}
              />
              <FormActions>
                <Button>{say("proposal.refuse")}</Button>
              </FormActions>
            </Form>
          </Section>
        </>
      ) : (
        <Notice kind={state.kind === "accepted" ? "success" : "info"} title={say(`proposal.${state.kind}`, { by: state.by })}>
          {state.kind === "refused" && state.reason !== null && <p>{state.reason}</p>}
        </Notice>
      )}
    </DirectoryScreen>
  );
};

/** A change that someone proposes, read as a difference: `/annuaire/gestion/propositions/:id`. */
export const proposalPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get(`${home}/propositions/:id`, async (c) =>
      show(c, await readProposal(c.var.visit, c.req.param("id")), (open) => <ProposalPage visit={c.var.visit} open={open} />),
    )
    .post(`${home}/propositions/:id/accepter`, async (c) => {
      const { visit } = c.var;
      const id = c.req.param("id");
      const outcome = await visit.perform(acceptProposal, { proposalId: id, seen: readForm(await c.req.formData())["seen"] });
      const found = await readProposal(visit, id);
      return answer(c, outcome, {
        done: () => ({ to: visit.at(`${home}#propositions`), said: upkeepWords(visit.lang)("proposal.done") }),
        again: (errors, conflict) =>
          found.kind === "found" ? (
            <ProposalPage visit={visit} open={found.value} errors={errors} isStale={conflict !== null} />
          ) : null,
      });
    })
    .post(`${home}/propositions/:id/refuser`, async (c) => {
      const { visit } = c.var;
      const id = c.req.param("id");
      const typed = readForm(await c.req.formData());
      const outcome = await visit.perform(refuseProposal, { proposalId: id, reason: typed["reason"] });
      const found = await readProposal(visit, id);
      return answer(c, outcome, {
        done: () => ({ to: visit.at(`${home}#propositions`), said: upkeepWords(visit.lang)("proposal.put") }),
        again: (errors) =>
          found.kind === "found" ? <ProposalPage visit={visit} open={found.value} typed={typed} errors={errors} /> : null,
      });
    });
