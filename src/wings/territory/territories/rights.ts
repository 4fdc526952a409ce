import { grant, rightsOn } from "../../../platform/rights.ts";

/** Rights on what belongs to the territory as a whole: its address book, its settings, its people. */
export const territoryRights = rightsOn<object>()("territory", {
  /** The address book: professional contacts, seen by those who work together here. */
  read: [grant("operator"), grant("coordinator"), grant("party"), grant("elected"), grant("contributor"), grant("reader")],
  /** Organisations, people and their mandates. */
  manage: [grant("operator"), grant("coordinator")],
  /** Who may do what, and who is invited. */
  grantAccess: [grant("operator"), grant("coordinator")],
  configure: [grant("operator"), grant("coordinator")],
  /** All the data of the territory in one archive, what is restricted with it. */
  takeAway: [grant("operator"), grant("coordinator")],
});

/** Rights on the instance: which territories live in it. */
export const instanceRights = rightsOn<object>()("instance", {
  addTerritory: [grant("operator")],
});
