import { parseHTML } from "linkedom";
import { beforeAll, describe, expect, it } from "vitest";
import { ErrorSummary, errorList } from "./form/form.tsx";
import { TextArea, TextField } from "./form/text-field.tsx";
import { Repeat } from "./form/repeat.tsx";
import { renderScreen, screens, type ScreenName } from "./gallery/render.tsx";
import { Table } from "./table.tsx";
import { draw } from "./draw.fixture.ts";
import { LangContext } from "./words.ts";

const setting = { lang: "fr", theme: "auto", assets: { css: ["/a.css"], scripts: ["/a.js"] }, accentHue: 20 } as const;
const names = Object.keys(screens).filter((name): name is ScreenName => name in screens);

describe.each(names)("the screen %s", (name) => {
  let html = "";
  let document: Document;
  beforeAll(async () => {
    html = await renderScreen(name, setting);
    document = parseHTML(html).document;
  });

  it("is one document with its language, its title and one h1", () => {
    expect(html).toMatch(/^<!doctype html>/);
    expect(document.documentElement.getAttribute("lang")).toBe("fr");
    expect(document.querySelectorAll("h1")).toHaveLength(1);
    expect(document.querySelector('a[href="#main"]')?.textContent).toBe("Aller au contenu");
  });

  it("holds nothing that a strict content policy refuses", () => {
    expect(document.querySelectorAll("[style]")).toHaveLength(0);
    expect(
      [...document.querySelectorAll("*")].flatMap((element) =>
        element.getAttributeNames().filter((attribute) => attribute.startsWith("on")),
      ),
    ).toEqual([]);
    expect(
      [...document.querySelectorAll("script")].every(
        (script) => script.getAttribute("src") !== null && script.textContent === "",
      ),
    ).toBe(true);
  });

  it("names each thing once, and refers only to what exists", () => {
    const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, index) => ids.indexOf(id) !== index && !id.includes("__row__"))).toEqual([]);
    const known = new Set(ids);
    const asked = [...document.querySelectorAll("[aria-describedby], [for], [popovertarget], [list]")]
      .filter((element) => !element.outerHTML.includes("__row__"))
      .flatMap((element) =>
        ["aria-describedby", "for", "popovertarget", "list"].flatMap(
          (attribute) => element.getAttribute(attribute)?.split(" ") ?? [],
        ),
      );
    expect(asked.filter((id) => !known.has(id))).toEqual([]);
  });

  it("never skips a level of heading", () => {
    const levels = [...document.querySelectorAll("main h1, main h2, main h3, main h4")].map(({ tagName }) =>
      Number(tagName.slice(1)),
    );
    expect(levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1)).toEqual([]);
  });
});

describe("fields", () => {
  it("keep what was typed, whatever it is, as text", async () => {
    const typed = `<script>alert("é")</script> & 'quotes' \u202Eabc 👩‍👧`;
    const document = await draw(<TextField name="title" label="Titre" value={typed} />);
    expect(document.querySelector("script")).toBeNull();
    expect(document.querySelector("input")?.getAttribute("value")).toBe(typed);
  });

  it("keep the first line break of a long text", async () => {
    const document = await draw(<TextArea name="why" label="Pourquoi" value={"\nDeuxième ligne"} />);
    // One more than was typed: browsers drop the first.
    expect(document.querySelector("textarea")?.textContent).toBe("\n\nDeuxième ligne");
  });

  it("tie the error to the control and to the summary", async () => {
    const errors = errorList({ "rows.0.title": "Donnez un titre.", other: undefined, "": "La session a expiré." });
    const document = await draw(
      <>
        <ErrorSummary errors={errors} />
        <TextField name="rows.0.title" label="Titre" error="Donnez un titre." hint="Une ligne" />
      </>,
    );
    const input = document.querySelector("input");
    expect(document.querySelectorAll("#errors li")).toHaveLength(2);
    expect(document.querySelector("#errors a")?.getAttribute("href")).toBe(`#${input?.id}`);
    expect(input?.getAttribute("aria-invalid")).toBe("true");
    expect(
      input
        ?.getAttribute("aria-describedby")
        ?.split(" ")
        .map((id) => document.getElementById(id)?.textContent),
    ).toEqual(["Une ligne", "Erreur\u202F: Donnez un titre."]);
  });

  it("repeat under indexed names, with blank rows after the filled ones", async () => {
    const document = await draw(
      <Repeat
        name="steps"
        legend="Étapes"
        rows={["a", "b"]}
        blank=""
        spare={2}
        draw={(row, prefix) => <TextField name={`${prefix}label`} label="Nom" value={row} />}
      />,
    );
    const inputs = [...document.querySelectorAll("[data-repeat-rows] input")];
    expect(inputs.map((input) => [input.getAttribute("name"), input.getAttribute("value")])).toEqual([
      ["steps.0.label", "a"],
      ["steps.1.label", "b"],
      ["steps.2.label", ""],
      ["steps.3.label", ""],
    ]);
    expect(document.querySelector('button[name="_remove"]')?.getAttribute("value")).toBe("steps.0");
  });
});

describe("tables", () => {
  it("say how they are sorted, and what heads each row", async () => {
    const document = await draw(
      <Table
        caption="Actions"
        columns={[
          { key: "a", label: "Action", sortHref: "?s=a", sorted: "down", cell: (row) => row },
          { key: "b", label: "Mots", numeric: true, cell: (row) => row.length },
        ]}
        rows={["Navette"]}
      />,
    );
    expect(document.querySelector("th[scope=col]")?.getAttribute("aria-sort")).toBe("descending");
    expect(document.querySelector("th[scope=row]")?.textContent).toBe("Navette");
    expect(document.querySelector(".scroll-frame")?.getAttribute("tabindex")).toBe("0");
  });
});

describe("the language", () => {
  it("reaches every component of the page", async () => {
    const document = await draw(
      <LangContext.Provider value="en">
        <TextField name="a" label="Title" required />
      </LangContext.Provider>,
    );
    expect(document.querySelector("label")?.textContent).toBe("Title (required)");
  });
});
