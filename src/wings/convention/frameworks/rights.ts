import { grant, rightsOn } from "../../../platform/rights.ts";

/** What the rights on a scheme look at: whether this territory entered it. */
export interface FrameworkSubject {
  readonly owner: "this_territory" | "another";
}

const owned = {
  name: "owned",
  holds: (_: object, { owner }: FrameworkSubject) => owner === "this_territory",
  said: { fr: "du territoire qui a saisi ce schéma", en: "of the territory that entered this scheme" },
};

/** Rights on a departmental scheme: read by all, written by the territory that entered it. */
export const frameworkRights = rightsOn<FrameworkSubject>()("framework", {
  read: [
    grant("operator"),
    grant("coordinator"),
    grant("party"),
    grant("elected"),
    grant("contributor"),
    grant("reader"),
    grant("public"),
  ],
  edit: [grant("operator", owned), grant("coordinator", owned)],
});
