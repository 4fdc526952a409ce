import { Badge } from "../../../../ui/badge.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { Icon } from "../../../../ui/icon.tsx";
import { FicheBlock } from "../../../../ui/layouts/fiche.tsx";
import { Table } from "../../../../ui/table.tsx";
import { Time } from "../../../../ui/time.tsx";
import { canBeSigned, isSigned, partiesAreOpen, signatureDoubt, unsignedParties } from "../../conventions/rules.ts";
import { partyWords } from "../words.ts";
import { absent } from "../../conventions/pages/dates-block.tsx";
import { addressOf } from "../../conventions/pages/frame.tsx";
import type { NamedParty, OpenConvention } from "../../conventions/pages/read.ts";
import { listText } from "../../../../platform/french/list.ts";

/** Says how far the signatures are: "14 signataires, tous ont signé". */
export function partiesTitle({ visit, convention }: Pick<OpenConvention, "visit" | "convention">): string {
  const say = partyWords(visit.lang);
  const total = convention.parties.length;
  if (total === 0) return say("parties.title.none");
  const unsigned = unsignedParties(convention).length;
  if (unsigned === 0) return say("parties.title.all", { total });
  return say(canBeSigned(convention.state) ? "parties.title.some" : "parties.title.preparing", {
    total,
    signed: total - unsigned,
  });
}

/** Who is bound by the convention: representative, deliberation, signature. */
export const PartiesBlock = ({ opened }: { readonly opened: OpenConvention }) => {
  const { visit, convention, parties, can } = opened;
  const say = partyWords(visit.lang);
  const missing = <span class="missing">{absent(opened)}</span>;
  const add = can.manageParties && partiesAreOpen(convention) && (
    <ButtonLink icon="plus" href={addressOf(opened, "/parties/nouvelle")}>
      {say("parties.add")}
    </ButtonLink>
  );
  const waiting = parties.filter(({ party }) => party.signedOn === null);
  return (
    <FicheBlock id="signataires" title={partiesTitle(opened)}>
      {canBeSigned(convention.state) && waiting.length > 0 && (
        <p>
          {say("parties.waiting", {
            names: listText(
              visit.lang,
              waiting.map(({ name }) => name),
            ),
          })}
        </p>
      )}
      <Table
        caption={say("parties.caption")}
        hideCaption
        rows={parties}
        empty={
          <Empty icon="users" title={say("parties.empty.title")} action={add}>
            {say(convention.provenance.kind === "sourced" ? "parties.empty.unpublished" : "parties.empty.text")}
          </Empty>
        }
        columns={[
          {
            key: "name",
            label: say("parties.name"),
            cell: ({ party, name }) => (can.read ? <a href={addressOf(opened, `/parties/${party.id}`)}>{name}</a> : name),
          },
          {
            key: "representative",
            label: say("parties.representative"),
            cell: ({ party }) =>
              party.representative === null && party.representativeFunction === null ? (
                missing
              ) : (
                <>
                  {party.representative !== null && `${party.representative}, `}
                  {party.representativeFunction}{" "}
                  {party.representative === null && <span class="missing">({say("parties.nameless")})</span>}
                </>
              ),
          },
          {
            key: "deliberation",
            label: say("parties.deliberation"),
            cell: (each) => <Deliberation opened={opened} each={each} />,
          },
          {
            key: "signature",
            label: say("parties.signature"),
            narrow: true,
            cell: (each) => <Signature opened={opened} each={each} />,
          },
        ]}
      />
      {parties.length > 0 && add && <div class="actions">{add}</div>}
    </FicheBlock>
  );
};

interface CellProps {
  readonly opened: OpenConvention;
  readonly each: NamedParty;
}

/** The vote that authorises a signature: number, date, file, and the doubt that the dates raise. */
export const Deliberation = ({ opened, each: { party, name } }: CellProps) => {
  const say = partyWords(opened.visit.lang);
  const known = party.deliberationNumber !== null || party.deliberationDate !== null || party.deliberationFileId !== null;
  if (!known) return <span class="missing">{absent(opened)}</span>;
  return (
    <>
      {party.deliberationNumber !== null && say("parties.number", { number: party.deliberationNumber })}{" "}
      {party.deliberationDate !== null && <Time value={party.deliberationDate} />}{" "}
      {party.deliberationFileId !== null && opened.can.read && (
        <a href={addressOf(opened, `/parties/${party.id}/deliberation.pdf`)}>
          <Icon name="file-text" /> {say("parties.file")}
          <span class="sr-only"> ({name})</span>
        </a>
      )}
    </>
  );
};

/** Whether a party has signed, when, and what makes one doubt. */
export const Signature = ({ opened, each: { party, name, can } }: CellProps) => {
  const { visit, convention } = opened;
  const say = partyWords(visit.lang);
  if (party.signedOn === null) {
    if (isSigned(convention.state)) return <span class="missing">{absent(opened)}</span>;
    if (!canBeSigned(convention.state)) return <span class="missing">{say("parties.notYet")}</span>;
    return can.sign ? (
      <ButtonLink look="quiet" icon="pencil" href={addressOf(opened, `/parties/${party.id}#signer`)} about={name}>
        {say("parties.sign")}
      </ButtonLink>
    ) : (
      <Badge tone="wait" icon="clock">
        {say("parties.waits")}
      </Badge>
    );
  }
  const doubt = signatureDoubt(party);
  // Nothing was published of the deliberations of a convention carried over: their absence is no doubt.
  const shown = doubt === "deliberationMissing" && convention.provenance.kind === "sourced" ? null : doubt;
  return (
    <>
      <Time value={party.signedOn} />
      {shown !== null && opened.can.read && (
        <>
          {" "}
          <Badge tone="wait" icon="triangle-alert">
            {say(`doubt.${shown}`)}
          </Badge>
        </>
      )}
    </>
  );
};
