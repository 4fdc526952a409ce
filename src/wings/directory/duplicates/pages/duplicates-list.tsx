import type { TerritoryVisit } from "../../../../platform/http/visit.ts";
import { Badge, ExampleMark } from "../../../../ui/badge.tsx";
import { Button, ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { Form } from "../../../../ui/form/form.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Table } from "../../../../ui/table.tsx";
import { duplicateWords } from "../words.ts";
import type { Reason } from "../find-duplicates.ts";
import type { Service } from "../../card/model.ts";
import { communeOf } from "../../card/names.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import type { DuplicatesView } from "./duplicates-read.ts";

export const duplicatesAddress = "/annuaire/doublons";
const shownAtMost = 200;

interface Props {
  readonly visit: TerritoryVisit;
  readonly view: DuplicatesView;
}

export const reasonText = (visit: TerritoryVisit, reason: Reason): string =>
  duplicateWords(visit.lang)(`reason.${reason.kind}`, reason.kind === "metres" ? { metres: reason.metres } : {});

/** A card on a line: its name, which leads to it, its kind and where it is. */
const Card = ({ visit, view, card }: Props & { readonly card: Service }) => {
  const place = view.directory.places.get(card.placeId);
  const where = place === undefined ? [] : [place.name, communeOf(place, view.lists)];
  return (
    <p>
      <a href={visit.at(`/annuaire/services/${card.id}/modifier`)}>{card.offer.name}</a>{" "}
      {card.provenance.kind === "example" && <ExampleMark />}
      <br />
      <span class="hint">{[view.names.kind(card.offer.kind), ...where.filter((each) => each !== null)].join(" · ")}</span>
    </p>
  );
};

/** What may be entered twice, the surest first, then what was made one. */
export const DuplicatesPage = ({ visit, view }: Props) => {
  const say = duplicateWords(visit.lang);
  const { duplicates, merged } = view;
  const title = say("heading", { count: duplicates.length });
  return (
    <DirectoryScreen
      visit={visit}
      title={title}
      tab="/annuaire/services"
      crumbs={[{ label: say("crumb.cards"), href: visit.at("/annuaire/services") }]}
    >
      <PageHeading title={title} intro={say("intro")} />
      {duplicates.length === 0 ? (
        <Empty icon="circle-check" title={say("none")}>
          {say("none.text")}
        </Empty>
      ) : (
        <Table
          caption={title}
          hideCaption
          narrowly="blocks"
          rows={duplicates.slice(0, shownAtMost)}
          columns={[
            {
              key: "cards",
              label: say("list.cards"),
              cell: ({ one, other }) => (
                <>
                  <Card visit={visit} view={view} card={one} />
                  <Card visit={visit} view={view} card={other} />
                </>
              ),
            },
            {
              key: "why",
              label: say("list.why"),
              cell: ({ reasons }) => (
                <>
                  {reasons.map((reason) => (
                    <>
                      <Badge>{reasonText(visit, reason)}</Badge>{" "}
                    </>
                  ))}
                </>
              ),
            },
            {
              key: "do",
              label: say("list.do"),
              narrow: true,
              cell: ({ one, other }) => (
                <ButtonLink
                  href={visit.at(`${duplicatesAddress}/${one.id}/${other.id}`)}
                  about={say("list.compare.about", { one: one.offer.name, other: other.offer.name })}
                >
                  {say("list.compare")}
                </ButtonLink>
              ),
            },
          ]}
        />
      )}
      {duplicates.length > shownAtMost && <p class="hint">{say("list.more", { count: duplicates.length - shownAtMost })}</p>}
      {merged.length > 0 && (
        <Section title={say("merged.title", { count: merged.length })}>
          <Table
            caption={say("merged.title", { count: merged.length })}
            hideCaption
            narrowly="blocks"
            rows={merged}
            columns={[
              {
                key: "card",
                label: say("merged.card"),
                cell: ({ card }) => <Card visit={visit} view={view} card={card} />,
              },
              {
                key: "into",
                label: say("merged.into"),
                cell: ({ into }) => <Card visit={visit} view={view} card={into} />,
              },
              {
                key: "do",
                label: say("list.do"),
                narrow: true,
                cell: ({ card }) => (
                  <Form action={visit.at(`${duplicatesAddress}/${card.id}/separer`)} inline>
                    <Button about={card.offer.name}>{say("merged.undo")}</Button>
                  </Form>
                ),
              },
            ]}
          />
        </Section>
      )}
    </DirectoryScreen>
  );
};
