import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Form } from "../../../../ui/form/form.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { FicheBlock } from "../../../../ui/layouts/fiche.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { State, type StateKind } from "../../../../ui/state.tsx";
import type { ConventionState } from "../model.ts";
import { canBeSigned, factsOf, movesOf, type Obstacle } from "../rules.ts";
import { conventionWords } from "../words.ts";
import { addressOf } from "./frame.tsx";
import type { OpenConvention } from "./read.ts";

const path: readonly ConventionState[] = ["preparation", "plan_validated", "partially_signed", "in_force", "in_evaluation"];

/** Where an obstacle is lifted. */
const lifted: { readonly [O in Obstacle]?: string } = {
  noParty: "/parties/nouvelle",
  periodMissing: "/modifier/dates",
  planNotValidated: "/modifier/dates",
  signingDateMissing: "/modifier/dates",
  reviewMissing: "/modifier/bilan",
  someSigned: "#signataires",
  partiesUnsigned: "#signataires",
  successorMissing: "/renouveler",
};

/** The life of the convention: where it stands, and each move, open or closed with its reason. */
export const LifeBlock = ({ opened, error }: { readonly opened: OpenConvention; readonly error?: string | undefined }) => {
  const { visit, convention, successor, can, today } = opened;
  const say = conventionWords(visit.lang);
  const { state } = convention;
  const steps: readonly ConventionState[] = [...path, state === "renewed" ? "renewed" : "ended"];
  const at = steps.indexOf(state);
  const standing = (index: number): StateKind =>
    index < at || (index === at && at === steps.length - 1) ? "done" : index === at ? "ongoing" : "upcoming";
  const moves = movesOf(state, factsOf(convention, successor?.state ?? null, today));
  return (
    <FicheBlock id="vie" title={say(`life.title.${state}`)}>
      {error !== undefined && (
        <Notice kind="error" live>
          {error}
        </Notice>
      )}
      <ol class="plain-list marks">
        {steps.map((step, index) => (
          <li aria-current={index === at ? "step" : undefined}>
            <State kind={standing(index)} label={say(`state.${step}`)} />
          </li>
        ))}
      </ol>
      {canBeSigned(state) && <p>{say("life.lastSignature")}</p>}
      {can.move && moves.length > 0 && (
        <>
          <h3>{say("life.next")}</h3>
          <ul class="plain-list stack">
            {moves.map((move) => (
              <li>
                {move.kind === "open" ? (
                  <Form action={addressOf(opened, "/etape")} hidden={{ move: move.name }} inline>
                    <Button look="plain">{say(`move.${move.name}`)}</Button>
                    <span class="hint">{say(`move.${move.name}.hint`)}</span>
                  </Form>
                ) : (
                  <p>
                    <Icon name="lock" /> <strong>{say(`move.${move.name}`)}</strong>{" "}
                    {say("life.closed", { why: say(`obstacle.${move.obstacle}`) })}{" "}
                    {lifted[move.obstacle] !== undefined && (
                      <a href={addressOf(opened, lifted[move.obstacle])}>{say(`lift.${move.obstacle}`)}</a>
                    )}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </>
      )}
      {can.edit && successor === undefined && (state === "in_force" || state === "in_evaluation" || state === "ended") && (
        <div class="actions">
          <ButtonLink icon="refresh-cw" href={addressOf(opened, "/renouveler")}>
            {say("renew.start")}
          </ButtonLink>
        </div>
      )}
    </FicheBlock>
  );
};
