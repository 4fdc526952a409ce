import { AxisMark, axisTone } from "../../../../ui/axis-mark.tsx";
import { Card } from "../../../../ui/card.tsx";
import { Explain } from "../../../../ui/explain.tsx";
import { LateMark, StateShape } from "../../../../ui/state.tsx";
import { latenessRule, stateKind } from "../../action/facts-text.ts";
import { ActionStatus, type Action } from "../../action/model.ts";
import { actionWords } from "../../action/words.ts";
import { countByStatus } from "../../action/rules/axis-progress.ts";
import { viewWords } from "../words.ts";
import { Kind } from "./action-marks.tsx";
import { planAddress, type Shown } from "./plan-address.ts";
import { PlanFrame } from "./plan-frame.tsx";
import { timeText } from "../../../../platform/french/time.ts";

/** Cards a column: beyond, the list is the better place. */
const COLUMN_SIZE = 30;

const ActionCard = ({ shown: { visit, work }, action }: { readonly shown: Shown; readonly action: Action }) => {
  const { lang } = visit;
  const say = viewWords(lang);
  const axis = work.plan.axes.find(({ id }) => id === action.identity.axisId);
  const lateness = work.facts.get(action.id)?.lateness;
  const { leadId } = action.who;
  const { end } = action.how;
  return (
    <Card
      level={3}
      title={action.identity.title}
      href={visit.at(`/plan/actions/${action.id}`)}
      axisTone={axis === undefined ? undefined : axisTone(axis.number)}
      above={
        <>
          {axis && <AxisMark number={axis.number} size="small" />} {action.identity.number}
        </>
      }
      marks={
        <>
          {lateness?.kind === "late" && (
            <Explain id={`late-${action.id}`} rule={latenessRule(lang, lateness)}>
              <LateMark days={lateness.days} />
            </Explain>
          )}
          <Kind action={action} />
        </>
      }
      foot={
        <>
          {leadId === null ? say("noLead") : work.names.organisation(leadId)}
          {end !== null && `, ${say("board.until", { day: timeText(lang, end) })}`}
        </>
      }
    >
      {action.life.status === "blocked" && action.life.reason}
    </Card>
  );
};

/** The plan as a board, a column a state. Nothing is dragged: an action moves when its state is changed on its fiche. */
export const BoardPage = (shown: Shown) => {
  const { visit, filters, found } = shown;
  const say = viewWords(visit.lang);
  const status = actionWords(visit.lang);
  const counts = countByStatus(found.actions.map(({ life }) => life.status));
  const columns = ActionStatus.options.filter((each) => filters.status.length === 0 || filters.status.includes(each));
  return (
    <PlanFrame {...shown} view="board" title={say("title.board", { blocked: counts.blocked, ongoing: counts.ongoing })}>
      <div class="board" tabindex={0} role="region" aria-label={say("view.board")}>
        {columns.map((each) => {
          const own = found.actions.filter(({ life }) => life.status === each);
          return (
            <section
              class="board-column"
              aria-label={say("board.column", { label: status(`status.${each}`), count: own.length })}
            >
              <h2>
                <StateShape kind={stateKind[each]} />
                <span>{status(`status.${each}`)}</span>
                <span class="board-count">{own.length}</span>
              </h2>
              {own.length === 0 ? (
                <p class="missing">{say("board.none")}</p>
              ) : (
                <ul>
                  {own.slice(0, COLUMN_SIZE).map((action) => (
                    <li>
                      <ActionCard shown={shown} action={action} />
                    </li>
                  ))}
                </ul>
              )}
              {own.length > COLUMN_SIZE && (
                <p>
                  <a href={planAddress(visit, { ...filters, view: "list", status: [each], page: 1 })}>
                    {say("board.more", { count: own.length })}
                  </a>
                </p>
              )}
            </section>
          );
        })}
      </div>
    </PlanFrame>
  );
};
