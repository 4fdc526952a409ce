import { Hono } from "hono";
import { z } from "zod";
import { folded } from "../../../../platform/french/plain.ts";
import { keptWith } from "../../../../platform/kept/kept.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import { Badge, ExampleMark } from "../../../../ui/badge.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { FilterForm } from "../../../../ui/filters.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { keptHtml } from "../../../../ui/kept-html.ts";
import { Pagination } from "../../../../ui/pagination.tsx";
import { show } from "../../../../ui/show.tsx";
import { Table } from "../../../../ui/table.tsx";
import type { Place } from "../../places/model.ts";
import type { Service } from "../model.ts";
import { communeOf } from "../names.ts";
import { directoryRights, serviceRights, serviceSubject } from "../rights.ts";
import { cardWords } from "../words.ts";
import { directoryContextFor, type DirectoryContext } from "./card-read.ts";
import { stateTones } from "./card-state.tsx";
import { DirectoryScreen } from "./frame.tsx";
import { timeText } from "../../../../platform/french/time.ts";

const address = "/annuaire/services";
const pageSize = 100;
const states = ["draft", "published", "closed", "merged"] as const;
const text = z.string().trim().max(200).catch("");
const Query = z.object({
  q: text.default(""),
  kind: text.default(""),
  commune: text.default(""),
  state: z.enum(states).or(z.literal("")).catch("").default(""),
  page: z.coerce.number().int().min(1).max(100_000).catch(1).default(1),
});
type Query = z.infer<typeof Query>;

interface Row {
  readonly service: Service;
  readonly place: Place;
}

/** The cards that someone may read, by name: they change with the directory only. */
const readableOf = keptWith<readonly Row[]>(50);

/** The cards that this visitor may read, then those that answer what is asked. */
function rowsOf(visit: TerritoryVisit, { directory }: DirectoryContext, { q, kind, commune, state }: Query) {
  const readable = readableOf(directory, JSON.stringify(visit.actor), () =>
    [...directory.services.values()]
      .flatMap((service): Row[] => {
        const place = directory.places.get(service.placeId);
        return place !== undefined && may(serviceRights.read, visit.actor, serviceSubject(service, place))
          ? [{ service, place }]
          : [];
      })
      .toSorted((a, b) => a.service.offer.name.localeCompare(b.service.offer.name, "fr")),
  );
  const words = folded(q)
    .split(" ")
    .filter((word) => word !== "");
  const found = readable.filter(
    ({ service, place }) =>
      (kind === "" || service.offer.kind === kind) &&
      (commune === "" || place.communeCode === commune) &&
      (state === "" ? service.state.kind !== "merged" : service.state.kind === state) &&
      words.every((word) => folded(`${service.offer.name} ${place.name}`).includes(word)),
  );
  return { readable, found };
}

const hrefOf = (visit: TerritoryVisit, query: Query): string => {
  const said = Object.entries(query).filter(([name, value]) => value !== "" && !(name === "page" && value === 1));
  const search = new URLSearchParams(said.map(([name, value]) => [name, String(value)])).toString();
  return visit.at(search === "" ? address : `${address}?${search}`);
};

/** A card is opened to be read, or to be changed by those who may. */
const hrefOfCard = (visit: TerritoryVisit, service: Service, place: Place): string =>
  visit.at(`${address}/${service.id}${may(serviceRights.edit, visit.actor, serviceSubject(service, place)) ? "/modifier" : ""}`);

const ListPage = ({
  visit,
  context,
  query,
}: {
  readonly visit: TerritoryVisit;
  readonly context: DirectoryContext;
  readonly query: Query;
}) => {
  const say = cardWords(visit.lang);
  const { lists, names, directory } = context;
  const { readable, found } = rowsOf(visit, context, query);
  const count = readable.length;
  const without = (name: "q" | "kind" | "commune" | "state") => hrefOf(visit, { ...query, [name]: "", page: 1 });
  const active = [
    ...(query.q === "" ? [] : [{ label: query.q, removeHref: without("q") }]),
    ...(query.kind === "" ? [] : [{ label: names.kind(query.kind), removeHref: without("kind") }]),
    ...(query.commune === "" ? [] : [{ label: names.commune(query.commune), removeHref: without("commune") }]),
    ...(query.state === "" ? [] : [{ label: say(`state.${query.state}`), removeHref: without("state") }]),
  ];
  const add = (
    <>
      {may(directoryRights.import, visit.actor, {}) && (
        <>
          <ButtonLink href={visit.at("/annuaire/doublons")}>{say("list.duplicates")}</ButtonLink>
          <ButtonLink icon="upload" href={visit.at("/annuaire/importer")}>
            {say("list.import")}
          </ButtonLink>
        </>
      )}
      <ButtonLink look="main" icon="plus" href={visit.at(`${address}/nouveau`)}>
        {say("new.title")}
      </ButtonLink>
    </>
  );
  const pages = Math.max(1, Math.ceil(found.length / pageSize));
  const page = Math.min(query.page, pages);
  return (
    <DirectoryScreen visit={visit} title={say("list.title", { count })} tab={address}>
      <PageHeading title={say("list.title", { count })} intro={say("list.intro")} actions={count > 0 && add} />
      {count === 0 ? (
        <Empty icon="map-pin" title={say("list.empty")} action={add}>
          {say("list.empty.text")}
        </Empty>
      ) : (
        <>
          <FilterForm
            action={visit.at(address)}
            active={active}
            clearHref={visit.at(address)}
            result={active.length > 0 && say("list.found", { found: found.length, count })}
          >
            <TextField name="q" type="search" label={say("filter.text")} value={query.q} />
            <SelectField
              name="kind"
              label={say("filter.kind")}
              value={query.kind}
              emptyLabel={say("filter.kind.any")}
              choices={directory.kinds.map(({ key, name }) => ({ value: key, label: name[visit.lang] }))}
            />
            <SelectField
              name="commune"
              label={say("filter.commune")}
              value={query.commune}
              emptyLabel={say("filter.commune.any")}
              choices={lists.communes.map(({ code, name }) => ({ value: code, label: name }))}
            />
            <SelectField
              name="state"
              label={say("filter.state")}
              value={query.state}
              emptyLabel={say("filter.state.any")}
              choices={states.map((value) => ({ value, label: say(`state.${value}`) }))}
            />
          </FilterForm>
          <Table
            caption={say("list.caption")}
            hideCaption
            narrowly="blocks"
            rows={found.slice((page - 1) * pageSize, page * pageSize)}
            keepRow={({ service, place }, draw) =>
              keptHtml(visit, `card ${service.id} ${hrefOfCard(visit, service, place)}`, draw)
            }
            empty={
              <Empty
                icon="search"
                title={say("list.none")}
                action={<ButtonLink href={visit.at(address)}>{say("list.all")}</ButtonLink>}
              >
                {say("list.none.text")}
              </Empty>
            }
            columns={[
              {
                key: "name",
                label: say("list.service"),
                cell: ({ service, place }) => (
                  <>
                    <a href={hrefOfCard(visit, service, place)}>{service.offer.name}</a>{" "}
                    {service.provenance.kind === "example" && <ExampleMark />}
                  </>
                ),
              },
              { key: "kind", label: say("filter.kind"), cell: ({ service }) => names.kind(service.offer.kind) },
              {
                key: "place",
                label: say("list.place"),
                cell: ({ place }) => [place.name, communeOf(place, lists)].filter((each) => each !== null).join(", "),
              },
              {
                key: "state",
                label: say("list.state"),
                narrow: true,
                cell: ({ service: { state } }) => <Badge tone={stateTones[state.kind]}>{say(`state.${state.kind}`)}</Badge>,
              },
              {
                key: "verified",
                label: say("list.verified"),
                narrow: true,
                cell: ({ service: { verifiedOn } }) =>
                  verifiedOn === null ? say("list.verified.never") : timeText(visit.lang, verifiedOn),
              },
            ]}
          />
          <Pagination page={page} pages={pages} href={(to) => hrefOf(visit, { ...query, page: to })} />
        </>
      )}
    </DirectoryScreen>
  );
};

/** The cards as those who keep them read them: `/annuaire/services`. */
export const cardListPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>().get(address, async (c) => {
    const query = Query.parse(c.req.query());
    return show(c, await directoryContextFor(c.var.visit), (context) => (
      <ListPage visit={c.var.visit} context={context} query={query} />
    ));
  });
