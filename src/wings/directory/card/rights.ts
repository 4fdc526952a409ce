import type { OrganisationId } from "../../../platform/model.ts";
import { type Condition, grant, type Grant, rightsOn } from "../../../platform/rights.ts";
import type { Place } from "../places/model.ts";
import type { Service, ServiceState } from "./model.ts";

/** What the rights on a service look at. */
export interface ServiceSubject {
  readonly state: ServiceState["kind"];
  /** Who runs it, then who holds the place where it is given. */
  readonly organisationIds: readonly OrganisationId[];
}

export const serviceSubject = (
  { state, carried }: Pick<Service, "state" | "carried">,
  { organisationId }: Pick<Place, "organisationId">,
): ServiceSubject => ({
  state: state.kind,
  organisationIds: [...(carried.operatorId === null ? [] : [carried.operatorId]), organisationId],
});

export const isOpen = {
  name: "published",
  holds: (_: unknown, { state }: ServiceSubject) => state === "published",
  said: { fr: "quand la fiche est publiée", en: "when the card is published" },
};
const runs: Condition<ServiceSubject, "party"> = {
  name: "runs",
  holds: ({ organisation }, { organisationIds }) => organisationIds.includes(organisation),
  said: { fr: "dont la structure gère le service", en: "whose organisation runs the service" },
};
const runsOrOpen: Condition<ServiceSubject, "party"> = {
  name: "runsOrPublished",
  holds: (actor, subject) => isOpen.holds(actor, subject) || runs.holds(actor, subject),
  said: {
    fr: "quand la fiche est publiée, ou que leur structure gère le service",
    en: "when the card is published, or their organisation runs the service",
  },
};

const everyoneWhenOpen: readonly Grant<ServiceSubject>[] = [
  grant("operator"),
  grant("coordinator"),
  grant("party", runsOrOpen),
  grant("elected", isOpen),
  grant("contributor", isOpen),
  grant("reader", isOpen),
  grant("public", isOpen),
];
const keepers: readonly Grant<ServiceSubject>[] = [grant("operator"), grant("coordinator"), grant("party", runs)];

/** Rights on one service of the directory. */
export const serviceRights = rightsOn<ServiceSubject>()("directory.service", {
  read: everyoneWhenOpen,
  propose: everyoneWhenOpen,
  edit: keepers,
  verify: keepers,
  /** What is kept for those who keep the directory, and the history of the card. */
  readInternal: keepers,
  close: keepers,
  publish: [grant("operator"), grant("coordinator")],
  merge: [grant("operator"), grant("coordinator")],
  ask: [grant("operator"), grant("coordinator")],
});

const everyone: readonly Grant<object>[] = [
  grant("operator"),
  grant("coordinator"),
  grant("party"),
  grant("elected"),
  grant("contributor"),
  grant("reader"),
  grant("public"),
];
const coordinators: readonly Grant<object>[] = [grant("operator"), grant("coordinator")];

/** Rights on the directory as a whole. */
export const directoryRights = rightsOn<object>()("directory", {
  /** Asking the coordinator for what was not found. */
  question: everyone,
  /** The pages of those who keep it. */
  work: [...coordinators, grant("party")],
  configure: coordinators,
  campaign: coordinators,
  review: coordinators,
  import: coordinators,
});
