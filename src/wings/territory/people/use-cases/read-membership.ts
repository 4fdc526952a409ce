import { z } from "zod";
import { refuseField } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { optional, setOf } from "../../../../platform/model.ts";
import type { Contributions } from "../../../../platform/wing/contributions.ts";
import type { Lang } from "../../../../platform/words.ts";
import { OrganisationId } from "../../territories/model.ts";
import type { Membership } from "../model.ts";
import { organisationById } from "../../organisations/store.ts";
import { words } from "../words.ts";

/** What a form says of an access: a role, and what the role bears upon. */
export const membershipFields = {
  role: z.enum(["coordinator", "party", "elected", "contributor", "reader"]),
  organisationId: optional(OrganisationId),
  actionIds: setOf(z.uuid()),
};

type MembershipFields = { readonly [Name in keyof typeof membershipFields]: z.output<(typeof membershipFields)[Name]> };

/** The membership that a form asks for, once what it names is found in this territory. */
export async function readMembership(
  tx: Tx,
  { role, organisationId, actionIds }: MembershipFields,
  lang: Lang,
  wings: readonly Contributions[],
): Promise<Membership> {
  const say = words(lang);
  switch (role) {
    case "coordinator":
    case "reader":
      return { role };
    case "party":
    case "elected": {
      if (organisationId === null) throw refuseField("organisationId", say("access.whichOrganisation"));
      if ((await organisationById(tx, organisationId)) === undefined)
        throw refuseField("organisationId", say("mandate.unknownOrganisation"));
      return { role, organisationId };
    }
    case "contributor": {
      if (actionIds.length === 0) throw refuseField("role", say("access.whichAction"));
      const found = await countExisting(tx, wings, "action", actionIds);
      if (found < actionIds.length) throw refuseField("actionIds", say("access.unknownAction"));
      return { role, actionIds };
    }
  }
}

/** How many of these things exist here, whatever wing holds them. */
async function countExisting(tx: Tx, wings: readonly Contributions[], kind: string, ids: readonly string[]): Promise<number> {
  let count = 0;
  for (const wing of wings) count += (await wing.countExisting?.(tx, kind, ids)) ?? 0;
  return count;
}
