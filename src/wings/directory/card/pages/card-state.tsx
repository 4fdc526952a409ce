import type { Tone } from "../../../../ui/badge.tsx";
import type { ServiceState } from "../model.ts";

/** How the state of a card looks beside its word. */
export const stateTones: Readonly<Record<ServiceState["kind"], Tone>> = {
  draft: "wait",
  published: "good",
  closed: "plain",
  merged: "plain",
};
