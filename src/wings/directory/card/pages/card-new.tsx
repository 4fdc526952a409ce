import { Hono } from "hono";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, Form, FormActions, FormGroup } from "../../../../ui/form/form.tsx";
import { fieldErrors, typedPart, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading } from "../../../../ui/heading.tsx";
import { show } from "../../../../ui/show.tsx";
import { createService } from "../use-cases/create-service.ts";
import { cardWords } from "../words.ts";
import { communeOf } from "../names.ts";
import { placeRights } from "../../places/rights.ts";
import { directoryContextFor, type DirectoryContext } from "./card-read.ts";
import { DirectoryScreen } from "./frame.tsx";
import { PartFields } from "./part-fields.tsx";
import { placeWords } from "../../places/words.ts";

interface Props {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly typed: Typed;
  readonly errors?: Readonly<Record<string, string>>;
}

const NewPage = ({ visit, context, typed, errors = {} }: Props) => {
  const say = cardWords(visit.lang);
  const { directory, lists } = context;
  const places = [...directory.places.values()]
    .filter(({ organisationId }) => may(placeRights.addService, visit.actor, { organisationId }))
    .map((place) => ({
      value: place.id,
      label: [place.name, communeOf(place, lists)].filter((text) => text !== null).join(" — "),
    }))
    .toSorted((a, b) => a.label.localeCompare(b.label, "fr"));
  const addPlace = visit.at("/annuaire/lieux/nouveau");
  return (
    <DirectoryScreen
      visit={visit}
      title={say("new.title")}
      tab="/annuaire/services"
      crumbs={[{ label: say("card.crumb"), href: visit.at("/annuaire/services") }]}
    >
      <PageHeading title={say("new.title")} intro={say("new.intro")} />
      {places.length === 0 ? (
        <Empty
          title={say("new.noPlace")}
          action={
            <ButtonLink look="main" icon="plus" href={addPlace}>
              {placeWords(visit.lang)("place.new")}
            </ButtonLink>
          }
        >
          {say("new.noPlace.text")}
        </Empty>
      ) : (
        <Form action={visit.at("/annuaire/services/nouveau")} draft="new-service">
          <ErrorSummary errors={errorList(errors)} />
          <FormGroup legend={say("card.place")}>
            <SelectField
              name="placeId"
              label={say("new.place")}
              required
              value={typedText(typed, "placeId")}
              error={errors["placeId"]}
              choices={places}
              hint={
                <>
                  {say("new.place.hint")} <a href={addPlace}>{say("new.place.add")}</a>
                </>
              }
            />
          </FormGroup>
          <FormGroup legend={cardWords(visit.lang)("part.offer")}>
            <PartFields
              part="offer"
              prefix="offer."
              lang={visit.lang}
              lists={lists}
              kinds={directory.kinds}
              typed={typedPart(typed, "offer")}
              errors={errors}
            />
          </FormGroup>
          <FormActions>
            <Button look="main">{say("new.create")}</Button>
            <ButtonLink look="quiet" href={visit.at("/annuaire/services")}>
              {commonWords(visit.lang)("cancel")}
            </ButtonLink>
          </FormActions>
        </Form>
      )}
    </DirectoryScreen>
  );
};

/** `/annuaire/services/nouveau` */
export const cardNewPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/services/nouveau", async (c) => {
      const { visit } = c.var;
      return show(c, await directoryContextFor(visit), (context) => (
        <NewPage visit={visit} context={context} typed={{ placeId: c.req.query("lieu") ?? "" }} />
      ));
    })
    .post("/annuaire/services/nouveau", async (c) => {
      const { visit } = c.var;
      const found = await directoryContextFor(visit);
      if (found.kind !== "found") return show(c, found, () => null);
      const typed = readForm(await c.req.formData());
      const outcome = await visit.perform(createService, typed);
      return answer(c, outcome, {
        done: (id) => ({
          to: visit.at(`/annuaire/services/${id}/modifier`),
          said: cardWords(visit.lang)("saved.created"),
        }),
        again: (errors) => <NewPage visit={visit} context={found.value} typed={typed} errors={fieldErrors(errors)} />,
      });
    });
