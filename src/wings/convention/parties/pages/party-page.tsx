import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Facts } from "../../../../ui/facts.tsx";
import { FileField } from "../../../../ui/form/file-field.tsx";
import { Form, FormActions } from "../../../../ui/form/form.tsx";
import { DateField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { FicheBlock } from "../../../../ui/layouts/fiche.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { Time } from "../../../../ui/time.tsx";
import { canBeSigned, partiesAreOpen, signatureDoubt, unsignedParties } from "../../conventions/rules.ts";
import { partyWords } from "../words.ts";
import { absent } from "../../conventions/pages/dates-block.tsx";
import { addressOf, ConventionScreen } from "../../conventions/pages/frame.tsx";
import { Deliberation } from "./parties-block.tsx";
import type { NamedParty, OpenConvention } from "../../conventions/pages/read.ts";
import { conventionWords } from "../../conventions/words.ts";

interface PartyPageProps {
  readonly opened: OpenConvention;
  readonly each: NamedParty;
  readonly errors: Readonly<Record<string, string>>;
  readonly typed?: Typed;
}

/** One party: who represents it, what authorises it, what it commits to, whether it has signed. */
export const PartyPage = ({ opened, each, errors, typed = {} }: PartyPageProps) => {
  const { visit, convention, can } = opened;
  const { party, name } = each;
  const say = partyWords(visit.lang);
  const at = (path: string): string => addressOf(opened, `/parties/${party.id}${path}`);
  const missing = absent(opened);
  const isOpen = canBeSigned(convention.state);
  const standing = party.signedOn !== null ? "signed" : isOpen ? "waiting" : "early";
  const title = say(`party.title.${standing}`, { name });
  const doubt = signatureDoubt(party);
  const whole = errors[""];
  return (
    <ConventionScreen opened={opened} title={title} part={null} width="text">
      <PageHeading title={title} />
      {whole !== undefined && (
        <Notice kind="error" live>
          {whole}
        </Notice>
      )}
      <FicheBlock id="faits" title={say("party.facts")} editHref={each.can.edit ? at("/modifier") : undefined}>
        <Facts
          facts={[
            { term: conventionWords(visit.lang)("field.representative"), value: party.representative, missing },
            { term: conventionWords(visit.lang)("field.representativeFunction"), value: party.representativeFunction, missing },
            { term: say("parties.deliberation"), value: <Deliberation opened={opened} each={each} /> },
            {
              term: say("parties.signature"),
              value: party.signedOn === null ? null : <Time value={party.signedOn} />,
              missing: say("parties.notYet"),
            },
          ]}
        />
        {doubt !== null && !(doubt === "deliberationMissing" && convention.provenance.kind === "sourced") && (
          <Notice kind="warning">{say(`doubt.${doubt}.long`)}</Notice>
        )}
      </FicheBlock>
      <FicheBlock
        id="engagements"
        title={say(party.commitments === null ? "party.commitments.none" : "party.commitments.some")}
        editHref={each.can.edit ? at("/modifier") : undefined}
      >
        {party.commitments === null ? <p class="missing">{missing}</p> : <div class="prose typed">{party.commitments}</div>}
      </FicheBlock>
      {each.can.edit && (
        <FicheBlock id="deliberation" title={say(party.deliberationFileId === null ? "file.title.add" : "file.title.replace")}>
          <Form action={at("/deliberation")} files label={say("file.label")}>
            <FileField
              name="file"
              label={say("file.label")}
              hint={say("file.hint")}
              accept=".pdf,application/pdf"
              maxSize={say("file.max")}
              error={errors["file"]}
            />
            <FormActions>
              <Button>{say("file.send")}</Button>
            </FormActions>
          </Form>
        </FicheBlock>
      )}
      {each.can.sign && standing === "waiting" && (
        <FicheBlock
          id="signer"
          title={say(unsignedParties(convention).length === 1 ? "sign.title.last" : "sign.title")}
          intro={say(unsignedParties(convention).length === 1 ? "sign.intro.last" : "sign.intro")}
        >
          <Form action={at("/signer")} label={say("sign.title")}>
            <DateField
              name="signedOn"
              label={say("sign.label")}
              value={typedText(typed, "signedOn")}
              error={errors["signedOn"]}
              required
            />
            <FormActions>
              <Button look="main">{say("sign.submit", { name })}</Button>
            </FormActions>
          </Form>
        </FicheBlock>
      )}
      {can.manageParties && party.signedOn !== null && convention.state === "partially_signed" && (
        <Form action={at("/retirer-la-signature")} label={say("sign.withdraw")}>
          <FormActions>
            <Button look="danger" icon="undo-2">
              {say("sign.withdraw")}
            </Button>
          </FormActions>
        </Form>
      )}
      {can.manageParties && partiesAreOpen(convention) && (
        <div class="actions">
          <ButtonLink look="danger" icon="trash-2" href={at("/retirer")}>
            {say("party.remove")}
          </ButtonLink>
        </div>
      )}
    </ConventionScreen>
  );
};
