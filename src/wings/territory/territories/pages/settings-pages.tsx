import { Hono } from "hono";
import { commonWords } from "../../../../platform/common-words.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv, TerritoryVisit } from "../../../../platform/http/visit.ts";
import { answer, errorsOf } from "../../../../ui/answer.tsx";
import { Tags } from "../../../../ui/badge.tsx";
import { Button } from "../../../../ui/button.tsx";
import { contrast } from "../../../../ui/colour.ts";
import { SelectField } from "../../../../ui/form/choice.tsx";
import { ErrorSummary, errorList, FieldRow, Form, FormActions } from "../../../../ui/form/form.tsx";
import { TextField } from "../../../../ui/form/text-field.tsx";
import { typedText, type Typed } from "../../../../ui/form/typed.ts";
import { PageHeading, Section } from "../../../../ui/heading.tsx";
import { Notice } from "../../../../ui/notice.tsx";
import { palette, PINE_HUE, type Scheme } from "../../../../ui/tokens.ts";
import { addTheme } from "../use-cases/add-theme.ts";
import { configureTerritory } from "../use-cases/configure-territory.ts";
import type { Theme } from "../model.ts";
import { territoryRights } from "../rights.ts";
import { listThemes } from "../store.ts";
import type { Lang } from "../../../../platform/words.ts";
import { words } from "../words.ts";
import { closed, TerritoryScreen } from "./frame.tsx";
import { numberText } from "../../../../platform/french/number.ts";

const here = "/territoire/reglages";
type Errors = Readonly<Record<string, string>>;

/** Hues that have a name. Lightness and chroma are the instance's: each of them is as legible as the others. */
const namedHues = [
  { word: "settings.hue.instance", hue: null },
  { word: "settings.hue.blue", hue: 252 },
  { word: "settings.hue.teal", hue: 205 },
  { word: "settings.hue.violet", hue: 300 },
  { word: "settings.hue.plum", hue: 345 },
  { word: "settings.hue.brick", hue: 35 },
  { word: "settings.hue.ochre", hue: 75 },
] as const;

const chosenHue = (raw: Typed): string => (typedText(raw, "hue") === "own" ? typedText(raw, "accentHue") : typedText(raw, "hue"));

/** The name and colour of a territory, and its fields of action. */
export function settingsPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();

  app.get(here, async (c) => {
    const shut = closed(c, territoryRights.configure);
    if (shut !== undefined) return shut;
    const { visit } = c.var;
    return c.html(
      <SettingsPage visit={visit} themes={await visit.read(listThemes)} typed={typedOf(visit)} errors={{}} previewed={null} />,
    );
  });

  app.post(here, async (c) => {
    const { visit } = c.var;
    const data = await c.req.formData();
    const raw = readForm(data);
    const asked = { name: raw["name"], accentHue: chosenHue(raw) };
    const themes = await visit.read(listThemes);
    const preview = configureTerritory.input.safeParse(asked);
    // Seen on the whole page, saved nowhere: only this answer wears the colour.
    if (data.has("_preview") && preview.success) {
      const worn = { ...visit, territory: { ...visit.territory, ...preview.data } };
      return (
        closed(c, territoryRights.configure) ??
        c.html(
          <SettingsPage visit={worn} themes={themes} typed={raw} errors={{}} previewed={preview.data.accentHue ?? PINE_HUE} />,
        )
      );
    }
    return answer(c, await visit.perform(configureTerritory, asked), {
      done: () => ({ to: visit.at(here), said: words(visit.lang)("settings.saved") }),
      again: (errors) => <SettingsPage visit={visit} themes={themes} typed={raw} errors={errors} previewed={null} />,
    });
  });

  app.post(`${here}/champs`, async (c) => {
    const { visit } = c.var;
    const raw = readForm(await c.req.formData());
    const outcome = await visit.perform(addTheme, raw);
    const themes = await visit.read(listThemes);
    const errors = outcome.kind === "invalid" ? errorsOf(outcome.problems) : {};
    return answer(c, outcome, {
      done: ({ name }) => ({ to: visit.at(here), said: words(visit.lang)("theme.added", { name: name[visit.lang] }) }),
      again: () => (
        <SettingsPage visit={visit} themes={themes} typed={{ ...typedOf(visit), ...raw }} errors={errors} previewed={null} />
      ),
    });
  });

  return app;
}

function typedOf({ territory: { name, accentHue } }: TerritoryVisit): Typed {
  const isNamed = namedHues.some(({ hue }) => hue === accentHue);
  return { name, hue: isNamed ? String(accentHue ?? "") : "own", accentHue: isNamed ? "" : String(accentHue ?? "") };
}

interface SettingsProps {
  readonly visit: TerritoryVisit;
  readonly themes: readonly Theme[];
  readonly typed: Typed;
  readonly errors: Errors;
  /** The hue that this page wears without being saved. */
  readonly previewed: number | null;
}

const SettingsPage = ({ visit, themes, typed, errors, previewed }: SettingsProps) => {
  const say = words(visit.lang);
  const field = (name: string) => ({ name, value: typedText(typed, name), error: errors[name] });
  return (
    <TerritoryScreen visit={visit} title={say("nav.settings")} part={here} width="text">
      <ErrorSummary errors={errorList(errors)} />
      <PageHeading title={say("settings.title")} />
      {previewed !== null && (
        <Notice
          title={say("settings.previewTitle")}
          live
          actions={
            <Button look="main" type="button">
              {say("settings.previewButton")}
            </Button>
          }
        >
          <p>{say("settings.previewText")}</p>
          <p>
            <a href={visit.at(here)}>{say("settings.previewLink")}</a>
          </p>
          <p>
            {say("settings.contrast", {
              light: ratio(previewed, "light", visit.lang),
              dark: ratio(previewed, "dark", visit.lang),
            })}
          </p>
        </Notice>
      )}
      <Form action={visit.at(here)} label={say("settings.title")}>
        <TextField label={say("settings.name")} hint={say("settings.nameHint")} required {...field("name")} />
        <FieldRow>
          <SelectField
            label={say("settings.hue")}
            emptyLabel={say("settings.hue.instance")}
            choices={[
              ...namedHues.flatMap(({ word, hue }) => (hue === null ? [] : [{ value: String(hue), label: say(word) }])),
              { value: "own", label: say("settings.hue.own") },
            ]}
            {...field("hue")}
          />
          <TextField
            label={say("settings.hue.own")}
            hint={say("settings.hueHint")}
            inputmode="numeric"
            markOptional
            width="short"
            {...field("accentHue")}
          />
        </FieldRow>
        <FormActions>
          <Button look="main">{commonWords(visit.lang)("save")}</Button>
          <Button name="_preview" value="1">
            {say("settings.preview")}
          </Button>
        </FormActions>
      </Form>
      <Section title={say("settings.themes")} intro={say("settings.themesIntro")}>
        <Tags items={themes.map(({ name }) => ({ label: name[visit.lang] }))} />
        <Form action={visit.at(`${here}/champs`)} label={say("theme.add")}>
          <FieldRow>
            <TextField label={say("theme.nameFr")} required {...field("nameFr")} />
            <TextField label={say("theme.nameEn")} markOptional {...field("nameEn")} />
          </FieldRow>
          <FormActions>
            <Button>{say("theme.add")}</Button>
          </FormActions>
        </Form>
      </Section>
    </TerritoryScreen>
  );
};

/** The least contrast of coloured text on the grounds of a page. */
function ratio(hue: number, scheme: Scheme, lang: Lang): string {
  const colours = palette(scheme, hue);
  const { accent = "" } = colours;
  const least = Math.min(...["paper", "raised", "sunken"].map((ground) => contrast(accent, colours[ground] ?? "")));
  return numberText(lang, least, 1);
}
