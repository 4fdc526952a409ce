import { conventionById, listConventions } from "../../../convention/conventions/store.ts";
import { currentOf } from "../../../convention/conventions/rules.ts";
import type { Action } from "../../../plan/action/model.ts";
import { actionRights, actionSubject } from "../../../plan/action/rights.ts";
import { loadActions, planAt } from "../../../plan/action/store.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import { ExampleMark } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Form } from "../../../../ui/form/form.tsx";
import { Section } from "../../../../ui/heading.tsx";
import type { ServiceId } from "../../card/model.ts";
import type { ServiceAction } from "../model.ts";
import { planLinkWords } from "../words.ts";
import { actionsOfService } from "../store.ts";
import type { OpenCard } from "../../card/pages/card-read.ts";

/** An action that does something to the service, for those who may read it. */
export interface LinkedAction {
  readonly effect: ServiceAction["effect"];
  readonly action: Action;
}

/** The actions of the plan about a service, that this visitor may read. */
export const readPlanLinks = (visit: TerritoryVisit, id: ServiceId): Promise<readonly LinkedAction[]> =>
  visit.read(async (tx) => {
    const links = await actionsOfService(tx, id);
    const actions = await readable(
      tx,
      visit,
      await loadActions(
        tx,
        links.map(({ actionId }) => actionId),
      ),
    );
    return links.flatMap(({ actionId, effect }) => {
      const action = actions.find((each) => each.id === actionId);
      return action === undefined ? [] : [{ effect, action }];
    });
  });

async function readable(tx: Tx, visit: TerritoryVisit, actions: readonly Action[]): Promise<readonly Action[]> {
  const states = new Map<string, Parameters<typeof actionSubject>[1]>();
  for (const id of new Set(actions.map(({ conventionId }) => conventionId))) {
    const convention = await conventionById(tx, id);
    if (convention !== undefined) states.set(id, convention.state);
  }
  return actions.filter((action) => {
    const state = states.get(action.conventionId);
    return state !== undefined && may(actionRights.read, visit.actor, actionSubject(action, state));
  });
}

/** The actions that a service can be linked to, of those that this visitor may read. */
export const readChoices = (visit: TerritoryVisit): Promise<readonly Action[]> =>
  visit.read(async (tx) => {
    const convention = currentOf(await listConventions(tx));
    return convention === undefined ? [] : readable(tx, visit, (await planAt(tx, convention.id)).plan.actions);
  });

export const titleOf = ({ identity }: Action): string => `${identity.number} ${identity.title}`;

interface ListProps {
  readonly visit: TerritoryVisit;
  readonly links: readonly LinkedAction[];
}

/** What the plan does to a service, as families read it; nothing where it does nothing. */
export const PlanLinksAnswer = ({ visit, links }: ListProps) => {
  const say = planLinkWords(visit.lang);
  if (links.length === 0) return null;
  return (
    <Section id="plan" title={say("title")} sheet>
      <ul>
        {links.map(({ effect, action }) => (
          <li>
            {say(effect)} <a href={visit.at(`/plan/actions/${action.id}`)}>{titleOf(action)}</a>.
            {action.provenance.kind === "example" && (
              <>
                {" "}
                <ExampleMark />
              </>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
};

interface WorkProps extends ListProps {
  readonly card: OpenCard;
}

/** What the plan does to a service, as those who keep the card work on it. */
export const PlanLinksWork = ({ visit, card: { service, can }, links }: WorkProps) => {
  const say = planLinkWords(visit.lang);
  const at = visit.at(`/annuaire/services/${service.id}/plan`);
  return (
    <Section
      id="plan"
      title={say("title")}
      sheet
      action={
        can.edit && (
          <ButtonLink look="quiet" icon="link" href={at}>
            {say("add")}
          </ButtonLink>
        )
      }
    >
      {links.length === 0 ? (
        <p class="missing">{say("none")}</p>
      ) : (
        <ul>
          {links.map(({ effect, action }) => (
            <li>
              {say(effect)} <a href={visit.at(`/plan/actions/${action.id}`)}>{titleOf(action)}</a>
              {can.edit && (
                <Form action={`${at}/retirer`} hidden={{ actionId: action.id }} inline>
                  <Button look="quiet" about={titleOf(action)}>
                    {say("remove")}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
};
