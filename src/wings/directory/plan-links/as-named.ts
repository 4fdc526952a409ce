import type { Action } from "../../plan/action/model.ts";
import type { Lang } from "../../../platform/words.ts";
import type { Service } from "../card/model.ts";
import { planLinkWords } from "./words.ts";

/** An action as the history of a card names it: those who keep the card may not read one that is restricted. */
export const actionAsNamed = ({ identity }: Pick<Action, "identity">, lang: Lang): string =>
  identity.confidentiality === "restricted" ? planLinkWords(lang)("restricted") : `${identity.number} ${identity.title}`;

/** A service as the history of an action names it: those who read the action may not read one that is not published. */
export const serviceAsNamed = ({ state, offer }: Pick<Service, "state" | "offer">, lang: Lang): string =>
  state.kind === "published" ? offer.name : planLinkWords(lang)("unpublished");
