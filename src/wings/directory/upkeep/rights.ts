import { type Condition, grant, rightsOn } from "../../../platform/rights.ts";

export interface KeeperSubject {
  readonly isOpen: boolean;
}

const holdsLink: Condition<KeeperSubject> = {
  name: "holdsLink",
  holds: (_, { isOpen: open }) => open,
  said: {
    fr: "avec le lien reçu par courriel, tant qu’il est valable",
    en: "with the link received by e-mail, while it is valid",
  },
};

/** Rights of whoever holds the link to a card: that card, and no other. */
export const keeperRights = rightsOn<KeeperSubject>()("directory.keeper", {
  answer: [
    grant("operator", holdsLink),
    grant("coordinator", holdsLink),
    grant("party", holdsLink),
    grant("elected", holdsLink),
    grant("contributor", holdsLink),
    grant("reader", holdsLink),
    grant("public", holdsLink),
  ],
});
