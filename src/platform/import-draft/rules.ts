import { take, type Workflow } from "../workflow.ts";
import type { DraftState, WrittenEvents } from "./model.ts";

interface DraftFacts {
  readonly written: WrittenEvents | null;
}
/** An import that was accepted before its events were noted can't be told from what came after it. */
type DraftObstacle = "not-noted";
export type DraftStep = "map" | "accept" | "abandon" | "undo";

/** From a file that was sent to what became of it. A preview is shown of any draft, and writes nothing: it is no state. */
export const draftWorkflow: Workflow<DraftState, DraftFacts, DraftObstacle, DraftStep> = {
  initial: "uploaded",
  transitions: [
    { name: "map", from: ["uploaded", "mapped"], to: "mapped", obstacle: () => null },
    { name: "accept", from: ["uploaded", "mapped"], to: "accepted", obstacle: () => null },
    { name: "abandon", from: ["uploaded", "mapped"], to: "abandoned", obstacle: () => null },
    { name: "undo", from: ["accepted"], to: "undone", obstacle: ({ written }) => (written === null ? "not-noted" : null) },
  ],
};

/** The states of a file that still waits for someone's word. */
export const waitingStates: readonly DraftState[] = ["uploaded", "mapped"];

/** Whether an import still waits for someone's word. */
export const isWaiting = ({ state }: { readonly state: DraftState }): boolean => waitingStates.includes(state);

/** The state after a step; `null` when the step can't be taken from here. */
export function stateAfter(draft: DraftFacts & { readonly state: DraftState }, step: DraftStep): DraftState | null {
  const taken = take(draftWorkflow, draft.state, step, draft);
  return taken.kind === "taken" ? taken.state : null;
}
