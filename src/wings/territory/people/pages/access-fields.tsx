import { ChoiceGroup, SelectField } from "../../../../ui/form/choice.tsx";
import type { Speak } from "../words.ts";
import type { Organisation } from "../../organisations/model.ts";

type Roles = readonly ("coordinator" | "party" | "elected" | "contributor" | "reader")[];
/** The roles that one chooses on a form; a contributor is made from the fiche that is entrusted. */
export const chosenRoles: Roles = ["coordinator", "party", "elected", "reader"];

interface AccessFieldsProps {
  readonly say: Speak;
  readonly roles?: Roles;
  readonly organisations: readonly Organisation[];
  readonly role: string;
  readonly organisationId: string;
  readonly errors: Readonly<Record<string, string>>;
}

/** What someone may do, and on whose behalf. */
export const AccessFields = ({ say, roles = chosenRoles, organisations, role, organisationId, errors }: AccessFieldsProps) => (
  <>
    <ChoiceGroup
      name="role"
      pick="one"
      label={say("access.role")}
      required
      hint={say("access.contributorHint")}
      error={errors["role"]}
      values={[role]}
      choices={roles.map((value) => ({ value, label: say(`access.role.${value}`), hint: say(`access.role.${value}.hint`) }))}
    />
    <SelectField
      name="organisationId"
      label={say("access.organisation")}
      hint={say("access.organisationHint")}
      error={errors["organisationId"]}
      value={organisationId}
      choices={organisations.map(({ id, name }) => ({ value: id, label: name }))}
    />
  </>
);
