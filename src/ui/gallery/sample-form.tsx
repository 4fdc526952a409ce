import { Button, ButtonLink } from "../button.tsx";
import { CheckField, ChoiceGroup, SelectField } from "../form/choice.tsx";
import { FileField } from "../form/file-field.tsx";
import { ErrorSummary, errorList, FieldRow, Form, FormActions, FormGroup } from "../form/form.tsx";
import { Repeat } from "../form/repeat.tsx";
import { AmountField, DateField, TextArea, TextField } from "../form/text-field.tsx";

export const mistakes = {
  title: "Donnez un titre à l’action.",
  end: "Le 31 février n’existe pas.",
  audience: "Choisissez au moins un public.",
};

/** A form in all its states: filled, wrong, repeated. */
export const SampleForm = ({ errors = {} }: { readonly errors?: Partial<typeof mistakes> }) => (
  <Form action="/saved.html" draft="sample" hidden={{ version: 3 }} files>
    <ErrorSummary errors={errorList(errors)} />
    <TextField name="title" label="Titre" required error={errors.title} value="" hint="Ce que l’action change, en une ligne." />
    <FieldRow>
      <DateField name="start" label="Début" value="2026-01-15" />
      <DateField name="end" label="Fin" value={errors.end ? "31/02/2027" : "2027-02-28"} error={errors.end} />
      <AmountField name="cost" label="Coût prévu" value="12 500,00" />
    </FieldRow>
    <TextArea
      name="why"
      label="Pourquoi"
      markOptional
      max={2000}
      value={"Trois communes n’ont aucun lieu d’éveil.\nLa route est longue."}
    />
    <SelectField
      name="lead"
      label="Pilote"
      width="medium"
      choices={[
        {
          label: "Signataires",
          choices: [
            { value: "a", label: "CCPVM" },
            { value: "b", label: "Caf des Vosges" },
          ],
        },
        { value: "c", label: "Centre social" },
      ]}
      value="b"
    />
    <ChoiceGroup
      name="audience"
      label="Publics"
      pick="many"
      inline
      error={errors.audience}
      choices={[
        { value: "0-3", label: "0 à 3 ans" },
        { value: "3-11", label: "3 à 11 ans" },
        { value: "12-25", label: "12 à 25 ans" },
      ]}
    />
    <ChoiceGroup
      name="level"
      label="Qui peut lire"
      pick="one"
      values={["shared"]}
      choices={[
        { value: "public", label: "Tout le monde", hint: "L’action paraît sur la page publique." },
        { value: "shared", label: "Les partenaires" },
        { value: "restricted", label: "L’équipe de coordination", disabled: true },
      ]}
    />
    <FormGroup legend="Pièces" hint="Elles suivent le même niveau de lecture que l’action.">
      <FileField name="file" label="Fichier" accept=".pdf,.docx" maxSize="20 Mo" />
      <CheckField name="example" label="Cette action est un exemple" checked />
    </FormGroup>
    <Repeat
      name="milestones"
      legend="Étapes"
      hint="Une ligne laissée vide n’est pas gardée."
      rows={[{ label: "Recruter", date: "2026-03-01" }]}
      blank={{ label: "", date: "" }}
      addLabel="Ajouter une étape"
      draw={(row, prefix) => (
        <>
          <TextField name={`${prefix}label`} label="Étape" value={row.label} />
          <DateField name={`${prefix}date`} label="Date" value={row.date} />
        </>
      )}
    />
    <FormActions>
      <Button look="main">Enregistrer</Button>
      <ButtonLink look="quiet" href="#">
        Annuler
      </ButtonLink>
    </FormActions>
  </Form>
);
