import { Hono } from "hono";
import { openToFrames } from "../../../../platform/http/guard.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { ExampleMark } from "../../../../ui/badge.tsx";
import { Button } from "../../../../ui/button.tsx";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { FramedPage } from "../../../../ui/framed-page.tsx";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { roundText } from "../../card/card-text.ts";
import { openText } from "../../hours/words.ts";
import { openState } from "../../hours/opening.ts";
import { communeOf, type DirectoryNames } from "../../card/names.ts";
import { publicWords } from "../../search/words.ts";
import type { Result } from "../../search/model.ts";
import { widgetWords } from "../words.ts";
import { DirectoryScreen } from "../../card/pages/frame.tsx";
import { searchAddress } from "../../search/pages/search-query.ts";
import { readWidget, readWidgetQuery, widgetPath, type Widget } from "../widget-read.ts";

const Line = ({
  widget: { visit, context, query },
  result: { service },
}: {
  readonly widget: Widget;
  readonly result: Result;
}) => {
  const { directory, lists, names } = context;
  const now = visit.runtime.clock.now();
  const place = directory.places.get(service.placeId);
  const phone = service.wayIn.phone ?? place?.phone ?? null;
  const open = openText(visit.lang, openState(service.opening, now), now);
  // In a commune where it comes by rounds, what counts is when it comes.
  const rounds = service.where.rounds.filter(({ communeCode }) => communeCode === query.commune);
  const town = place === undefined ? null : communeOf(place, lists);
  const where = rounds.length > 0 ? rounds.map((round) => roundText(visit.lang, names, round)) : town === null ? [] : [town];
  return (
    <li>
      <a href={visit.at(`/annuaire/services/${service.id}`)}>{service.offer.name}</a>{" "}
      {service.provenance.kind === "example" && <ExampleMark />}
      <p>{[names.plainKind(service.offer.kind), ...where].join(" · ")}</p>
      {(open !== null || phone !== null) && (
        <ul class="result-facts">
          {open !== null && <li>{open}</li>}
          {phone !== null && (
            <li>
              <a href={`tel:${phone.replace(/[^+\d]/g, "")}`}>{phone}</a>
            </li>
          )}
        </ul>
      )}
    </li>
  );
};

/** What the frame is about, in words. */
function titleOf({ visit, query }: Pick<Widget, "visit" | "query">, names: DirectoryNames): string {
  const say = widgetWords(visit.lang);
  const theme = query.theme && names.theme(query.theme);
  if (query.commune === null) return theme ?? say("widget.title");
  const commune = names.commune(query.commune);
  return theme === null ? say("widget.title.commune", { commune }) : say("widget.title.both", { theme, commune });
}

const WidgetPage = (widget: Widget) => {
  const { visit, context, query, results, total } = widget;
  const say = widgetWords(visit.lang);
  const title = titleOf(widget, context.names);
  const all = searchAddress(visit, query);
  return (
    <FramedPage visit={visit} title={`${title} · ${visit.territory.name}`}>
      <h1>{title}</h1>
      <form class="widget-search" method="get" action={visit.at("/annuaire")} role="search">
        {query.commune !== null && <input type="hidden" name="commune" value={query.commune} />}
        {query.theme !== null && <input type="hidden" name="theme" value={query.theme} />}
        <TextField name="q" type="search" label={publicWords(visit.lang)("search.label")} maxlength={200} />
        <Button look="main" icon="search">
          {publicWords(visit.lang)("search.go")}
        </Button>
      </form>
      {results.length === 0 ? (
        <p>{say("widget.none")}</p>
      ) : (
        <ul class="widget-list">
          {results.map((result) => (
            <Line widget={widget} result={result} />
          ))}
        </ul>
      )}
      <p class="widget-foot">
        <a href={all}>{total > results.length ? say("widget.more", { total }) : say("widget.all")}</a>
        <span>{say("widget.from", { territory: visit.territory.name })}</span>
      </p>
    </FramedPage>
  );
};

/** The one line of HTML that a commune pastes in its own site. */
function frameCode(src: string, title: string): string {
  const quoted = (text: string) => text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${quoted(src)}" title="${quoted(title)}" width="100%" height="560" style="border:0" loading="lazy"></iframe>`;
}

const EmbedPage = (widget: Widget) => {
  const { visit, context, query } = widget;
  const say = widgetWords(visit.lang);
  const title = titleOf(widget, context.names);
  const path = visit.at(widgetPath(query));
  const code = frameCode(new URL(path, visit.runtime.origin).href, `${title} · ${visit.territory.name}`);
  return (
    <DirectoryScreen
      visit={visit}
      tab="/annuaire"
      title={say("embed.title")}
      description={say("embed.description")}
      crumbs={[{ label: publicWords(visit.lang)("service.crumb"), href: visit.at("/annuaire") }]}
    >
      <PageHeading title={say("embed.title")} intro={say("embed.intro")} />
      <form class="embed-choices" method="get" action={visit.at("/annuaire/integrer")}>
        <SelectField
          name="commune"
          label={say("embed.commune")}
          value={query.commune}
          emptyLabel={publicWords(visit.lang)("filter.commune.any")}
          choices={context.lists.communes.map(({ code: value, name }) => ({ value, label: name }))}
        />
        <SelectField
          name="theme"
          label={publicWords(visit.lang)("filter.theme")}
          value={query.theme}
          emptyLabel={publicWords(visit.lang)("filter.theme.any")}
          choices={context.lists.themes.map(({ key, name }) => ({ value: key, label: name[visit.lang] }))}
        />
        <Button>{say("embed.show")}</Button>
      </form>
      <Section id="ligne" title={say("embed.code")} intro={say("embed.code.intro")}>
        <label class="sr-only" for="embed-code">
          {say("embed.code.label")}
        </label>
        <textarea class="input embed-code" id="embed-code" readonly rows={4} spellcheck={false}>
          {code}
        </textarea>
      </Section>
      <Section id="apercu" title={say("embed.preview")} intro={say("embed.preview.intro")}>
        <iframe class="embed-preview" src={path} title={title} width="100%" height="560" loading="lazy" />
      </Section>
    </DirectoryScreen>
  );
};

/** The directory in the site of a commune: the frame, `/annuaire/widget`, and the line of HTML that shows it, `/annuaire/integrer`. */
export const widgetPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get("/annuaire/widget", async (c) => {
      const widget = await readWidget(c.var.visit, readWidgetQuery(c.req.query()));
      openToFrames(c);
      return c.html(<WidgetPage {...widget} />);
    })
    .get("/annuaire/integrer", async (c) => {
      const widget = await readWidget(c.var.visit, readWidgetQuery(c.req.query()));
      return c.html(<EmbedPage {...widget} />);
    });
