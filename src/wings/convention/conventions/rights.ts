import { grant, rightsOn } from "../../../platform/rights.ts";
import type { ConventionState } from "./model.ts";
import { isSigned } from "./rules.ts";

/** What the rights on a convention look at. */
export interface ConventionSubject {
  readonly state: ConventionState;
}

/** Rights on a convention as a whole. */
export const conventionRights = rightsOn<ConventionSubject>()("convention", {
  /** The public facts: what it is, who signed, when, its axes. A convention is public once everyone has signed. */
  readPublic: [
    grant("operator"),
    grant("coordinator"),
    grant("party"),
    grant("elected"),
    grant("contributor"),
    grant("reader"),
    grant("public", {
      name: "signed",
      holds: (_, { state }) => isSigned(state),
      said: { fr: "une fois la convention signée par tous", en: "once everyone has signed the convention" },
    }),
  ],
  /** Drafts, deliberations, history, what changed since the signature. */
  read: [grant("operator"), grant("coordinator"), grant("party"), grant("elected"), grant("contributor"), grant("reader")],
  edit: [grant("operator"), grant("coordinator")],
  /** Its life: validated, evaluated, ended, renewed. */
  move: [grant("operator"), grant("coordinator")],
  /** Who is a party to it, and signatures entered by mistake. */
  manageParties: [grant("operator"), grant("coordinator")],
  amend: [grant("operator"), grant("coordinator")],
});
