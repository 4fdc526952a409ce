import { Hono } from "hono";
import type { Conflict } from "../../../../platform/use-case.ts";
import { commonWords } from "../../../../platform/common-words.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { decide, may } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { ExampleMark } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, FieldRow, Form, FormActions, FormGroup } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { afterChoice, fieldErrors, typedMany, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { show, type Found } from "../../../../ui/show.tsx";
import { Table } from "../../../../ui/table.tsx";
import { savePlace } from "../use-cases/save-place.ts";
import { PlaceFields, Wheelchair, type Place } from "../model.ts";
import { communeOf } from "../../card/names.ts";
import { placeRights } from "../rights.ts";
import { cardWords } from "../../card/words.ts";
import { directoryContextFor, type DirectoryContext } from "../../card/pages/card-read.ts";
import { conflictWords, tellingOf } from "../../card/pages/field-text.tsx";
import { ConflictChoices, ConflictNotice } from "../../../../ui/record/conflict.tsx";
import { typedPart } from "../../../../ui/record/typed-part.ts";
import { fieldLabel } from "../../card/card-text.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { HoursField } from "../../card/pages/hours-field.tsx";
import { cardFields } from "../../card/pages/part-fields.tsx";
import { placeWords } from "../words.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
}

const list = "/annuaire/lieux";

const maySave = (visit: TerritoryVisit, { organisationId }: Pick<Place, "organisationId">): boolean =>
  may(placeRights.save, visit.actor, { organisationId });

const servicesOf = ({ directory }: DirectoryContext, place: Place) =>
  [...directory.services.values()].filter(({ placeId, state }) => placeId === place.id && state.kind !== "merged");

const ListPage = ({ visit, context }: Props) => {
  const say = placeWords(visit.lang);
  const { directory, lists, names } = context;
  const places = [...directory.places.values()].toSorted((a, b) => a.name.localeCompare(b.name, "fr"));
  const counts = Map.groupBy(directory.services.values(), ({ placeId }) => placeId);
  const add = lists.organisations.some(({ id }) => maySave(visit, { organisationId: id })) && (
    <ButtonLink look="main" icon="plus" href={visit.at(`${list}/nouveau`)}>
      {say("places.add")}
    </ButtonLink>
  );
  return (
    <DirectoryScreen visit={visit} title={say("places.title", { count: places.length })} tab={list}>
      <PageHeading
        title={say("places.title", { count: places.length })}
        intro={say("places.intro")}
        actions={places.length > 0 && add}
      />
      <Table
        caption={say("places.caption")}
        hideCaption
        narrowly="blocks"
        rows={places}
        columns={[
          {
            key: "name",
            label: say("place.name"),
            cell: (place) => (
              <>
                {maySave(visit, place) ? <a href={visit.at(`${list}/${place.id}/modifier`)}>{place.name}</a> : place.name}{" "}
                {place.provenance.kind === "example" && <ExampleMark />}
              </>
            ),
          },
          { key: "commune", label: say("place.commune"), cell: (place) => communeOf(place, lists) ?? "—" },
          {
            key: "organisation",
            label: say("place.organisation"),
            cell: ({ organisationId }) => names.organisation(organisationId),
          },
          {
            key: "services",
            label: say("place.services"),
            narrow: true,
            cell: ({ id }) => say("place.count", { count: counts.get(id)?.length ?? 0 }),
          },
        ]}
        empty={
          <Empty icon="map-pin" title={say("places.none")} action={add}>
            {say("places.none.text")}
          </Empty>
        }
      />
    </DirectoryScreen>
  );
};

interface FormProps extends Props {
  readonly known: Place | null;
  readonly typed: Typed;
  readonly seen: string | number;
  readonly errors?: Readonly<Record<string, string>>;
  readonly conflict?: Conflict | null;
}

const PlaceForm = ({ visit, context, known, typed, seen, errors = {}, conflict = null }: FormProps) => {
  const say = cardWords(visit.lang);
  const { field, prose, one } = cardFields({ lang: visit.lang, typed, errors });
  const title = placeWords(visit.lang)(known === null ? "place.new" : "place.edit");
  const organisations = context.lists.organisations
    .filter(({ id }) => maySave(visit, { organisationId: id }) || id === known?.organisationId)
    .map(({ id, name }) => ({ value: id, label: name }));
  const its = known === null ? [] : servicesOf(context, known);
  const said = conflictWords(visit.lang);
  return (
    <DirectoryScreen
      visit={visit}
      title={title}
      tab={list}
      crumbs={[{ label: say("tab.places"), href: visit.at(list) }]}
      width="text"
    >
      <PageHeading above={known?.name} title={title} />
      {conflict !== null && <ConflictNotice conflict={conflict} said={said} />}
      <Form
        action={visit.at(known === null ? `${list}/nouveau` : `${list}/${known.id}/modifier`)}
        draft={`place-${known?.id ?? "new"}`}
        hidden={{ seen: conflict?.seen ?? seen }}
      >
        <ErrorSummary errors={errorList(errors, (name) => fieldLabel(visit.lang, name === "name" ? "placeName" : name))} />
        {conflict !== null && <ConflictChoices conflict={conflict} telling={tellingOf(visit.lang, context.names)} said={said} />}
        <FormGroup legend={placeWords(visit.lang)("place.group.what")}>
          <TextField {...field("name")} label={fieldLabel(visit.lang, "placeName")} required />
          <SelectField {...field("organisationId")} required choices={organisations} />
          {prose("description", 10_000)}
          <TextField {...field("siret")} width="medium" inputmode="numeric" markOptional />
        </FormGroup>
        <FormGroup legend={placeWords(visit.lang)("place.group.where")}>
          <SelectField
            {...field("communeCode")}
            markOptional
            emptyLabel={placeWords(visit.lang)("place.noCommune")}
            choices={context.lists.communes.map(({ code, name }) => ({ value: code, label: name }))}
          />
          <TextField {...field("address")} markOptional />
          <TextField {...field("complement")} markOptional />
          <FieldRow>
            <TextField {...field("postcode")} width="short" inputmode="numeric" markOptional />
            <TextField {...field("town")} markOptional />
          </FieldRow>
          <p class="hint">{placeWords(visit.lang)("place.position.hint")}</p>
          <FieldRow>
            <TextField {...field("latitude")} width="short" inputmode="decimal" markOptional />
            <TextField {...field("longitude")} width="short" inputmode="decimal" markOptional />
          </FieldRow>
          {one("wheelchair", Wheelchair.options)}
          <TextField {...field("accessLink")} type="url" markOptional />
        </FormGroup>
        <FormGroup legend={placeWords(visit.lang)("place.group.reach")}>
          <FieldRow>
            <TextField {...field("phone")} type="tel" markOptional />
            <TextField {...field("email")} type="email" markOptional />
          </FieldRow>
          <TextField {...field("website")} type="url" markOptional />
          <HoursField {...field("hours")} lang={visit.lang} hint={placeWords(visit.lang)("place.hours.hint")} markOptional />
          <TextField
            {...field("networks")}
            value={typedMany(typed, "networks").join(" ")}
            hint={placeWords(visit.lang)("place.networks.hint")}
            markOptional
          />
        </FormGroup>
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <ButtonLink look="quiet" href={visit.at(list)}>
            {commonWords(visit.lang)("cancel")}
          </ButtonLink>
        </FormActions>
      </Form>
      {known !== null && (
        <Section
          title={placeWords(visit.lang)("place.its")}
          action={
            <ButtonLink look="quiet" icon="plus" href={visit.at(`/annuaire/services/nouveau?lieu=${known.id}`)}>
              {placeWords(visit.lang)("place.addService")}
            </ButtonLink>
          }
        >
          {its.length === 0 ? (
            <p class="missing">{placeWords(visit.lang)("place.count", { count: 0 })}</p>
          ) : (
            <ul>
              {its.map(({ id, offer }) => (
                <li>
                  <a href={visit.at(`/annuaire/services/${id}/modifier`)}>{offer.name}</a>
                </li>
              ))}
            </ul>
          )}
        </Section>
      )}
    </DirectoryScreen>
  );
};

/** What the form of a place sent, as its schema reads it: several networks stand in one field. */
const placeFromForm = (typed: Typed): Typed => ({
  ...typed,
  networks: typedMany(typed, "networks").flatMap((text) => text.split(/[\s,;]+/).filter((key) => key !== "")),
});

const noPlace = { wheelchair: "unknown" };

/** The place of an address, or none yet, for those who may change it. */
async function readPlace(
  visit: TerritoryVisit,
  id: string | undefined,
): Promise<Found<DirectoryContext & { readonly known: Place | null }>> {
  const found = await directoryContextFor(visit);
  if (found.kind !== "found") return found;
  const known = [...found.value.directory.places.values()].find((place) => place.id === id) ?? null;
  if (id !== undefined && known === null) return { kind: "missing" };
  const decision = known === null ? null : decide(placeRights.save, visit.actor, { organisationId: known.organisationId });
  return decision?.kind === "refused" ? decision : { kind: "found", value: { ...found.value, known } };
}

/** The places of the directory: `/annuaire/lieux`. */
export const placePages = (): Hono<TerritoryEnv> => {
  const app = new Hono<TerritoryEnv>().get(list, async (c) =>
    show(c, await directoryContextFor(c.var.visit), (context) => <ListPage visit={c.var.visit} context={context} />),
  );
  for (const path of [`${list}/nouveau`, `${list}/:place/modifier`] as const) {
    const idOf = (params: Record<string, string>) => new Map(Object.entries(params)).get("place");
    const standing = (known: Place | null): Typed =>
      known === null ? noPlace : typedPart(PlaceFields, PlaceFields.parse(known));
    app.get(path, async (c) => {
      const { visit } = c.var;
      return show(c, await readPlace(visit, idOf(c.req.param())), async ({ known, ...context }) => {
        const seen = known === null ? "" : await visit.read((tx) => lastSeq(tx, { kind: "place", id: known.id }));
        return <PlaceForm visit={visit} context={context} known={known} typed={standing(known)} seen={seen} />;
      });
    });
    app.post(path, async (c) => {
      const { visit } = c.var;
      const found = await readPlace(visit, idOf(c.req.param()));
      if (found.kind !== "found") return show(c, found, () => null);
      const { known, ...context } = found.value;
      const { seen: version, ...fields } = readForm(await c.req.formData());
      const seen = typeof version === "string" ? version : "";
      const typed = afterChoice(fields, standing(known));
      const outcome = await visit.perform(savePlace, { ...placeFromForm(typed), seen, placeId: known?.id });
      return answer(c, outcome, {
        done: (placeId) => ({
          to: visit.at(known === null ? `/annuaire/services/nouveau?lieu=${placeId}` : list),
          said: cardWords(visit.lang)("saved.place"),
        }),
        again: (errors, conflict) => (
          <PlaceForm
            visit={visit}
            context={context}
            known={known}
            typed={typed}
            seen={seen}
            errors={fieldErrors(errors)}
            conflict={conflict}
          />
        ),
      });
    });
  }
  return app;
};
