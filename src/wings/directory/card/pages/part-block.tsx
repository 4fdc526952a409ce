import type { Plain } from "../../../../platform/history/model.ts";
import { fieldsOf } from "../../../../platform/record/fields.ts";
import { plainFields } from "../../../../platform/record/rules.ts";
import type { Lang } from "../../../../platform/words.ts";
import { Facts, type Fact } from "../../../../ui/facts.tsx";
import { FicheBlock } from "../../../../ui/layouts/fiche.tsx";
import { agesText, fieldLabel } from "../card-text.ts";
import { cardWords } from "../words.ts";
import { cardParts, type Service } from "../model.ts";
import type { DirectoryNames } from "../names.ts";
import { tellingOf } from "./field-text.tsx";
import type { FormPart } from "./part-fields.tsx";

interface Shown {
  readonly lang: Lang;
  readonly card: { readonly service: Service; readonly names: DirectoryNames };
  readonly part: FormPart;
}

const isSaid = (value: Plain): boolean =>
  value !== null &&
  value !== "unknown" &&
  !(Array.isArray(value) && value.length === 0) &&
  !(typeof value === "object" && "kind" in value && value["kind"] === "unknown");

/** The fields of a part that are said, in the order of its form; two ages make one line. */
function factsOf({ lang, card: { service, names }, part }: Shown): Fact[] {
  const values = plainFields(service[part]);
  const ages = part === "forWhom" ? agesText(lang, service.forWhom) : null;
  const telling = tellingOf(lang, names);
  const facts = fieldsOf(cardParts[part]).flatMap(({ name }): Fact[] => {
    const value = values.get(name) ?? null;
    const isInAges = part === "forWhom" && ageFields.has(name);
    return isSaid(value) && !isInAges ? [{ term: telling.label(name), value: telling.value(name, value) }] : [];
  });
  return ages === null ? facts : [{ term: fieldLabel(lang, "ages"), value: ages }, ...facts];
}
const ageFields: ReadonlySet<string> = new Set(["minMonths", "maxMonths"]);

/** A part of a card as those who keep it read it: all that is said, in the words of its form. */
export const PartBlock = ({ editHref, ...shown }: Shown & { readonly editHref: string | undefined }) => {
  const facts = factsOf(shown);
  return (
    <FicheBlock id={shown.part} title={cardWords(shown.lang)(`part.${shown.part}`)} editHref={editHref}>
      {facts.length === 0 ? <p class="missing">{cardWords(shown.lang)("card.nothing")}</p> : <Facts columns={1} facts={facts} />}
    </FicheBlock>
  );
};
