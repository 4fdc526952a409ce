import { missing } from "../../../../platform/use-case.ts";
import type { Tx } from "../../../../platform/database/database.ts";
import { organisationById } from "../../../territory/organisations/store.ts";
import type { Convention } from "../../conventions/model.ts";
import type { Party, PartyId } from "../model.ts";
import { conventionById, lockConvention } from "../../conventions/store.ts";
import { conventionOfParty } from "../store.ts";

/** A party with the convention it belongs to, and its organisation's name. */
export interface FoundParty {
  readonly convention: Convention;
  readonly party: Party;
  readonly name: string;
}

/** A party of this territory, for the right to bear upon. */
export async function findParty(tx: Tx, id: PartyId): Promise<Party | undefined> {
  const conventionId = await conventionOfParty(tx, id);
  const convention = conventionId && (await conventionById(tx, conventionId));
  return convention ? convention.parties.find((party) => party.id === id) : undefined;
}

/** The same party as it stands once its convention is held: what another has just written is seen. */
export async function holdParty(tx: Tx, id: PartyId): Promise<FoundParty> {
  const conventionId = await conventionOfParty(tx, id);
  const convention = conventionId && (await lockConvention(tx, conventionId));
  const party = convention ? convention.parties.find((each) => each.id === id) : undefined;
  if (!convention || party === undefined) throw missing();
  const organisation = await organisationById(tx, party.organisationId);
  return { convention, party, name: organisation?.name ?? "" };
}

/** How the history names what happens to a party: it is a part of its convention. */
export const partyObject = ({ convention, name }: Pick<FoundParty, "convention" | "name">) =>
  ({ kind: "convention", id: convention.id, label: `${convention.title} · ${name}` }) as const;
export const partyBlock = (id: PartyId): string => `party:${id}`;
