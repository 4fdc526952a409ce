import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { isHere, reference, unlessHere } from "../../../../../packages/published.fixture.ts";
import { all, feedOf, readingOf } from "./feed.fixture.ts";
import { sentFile } from "../../../../platform/import-draft/source-file.ts";
import { weekOf } from "./formats/france-services.ts";
import type { Entry } from "./model.ts";
import { openFeed } from "./open-feed.ts";
import { readListRow } from "./read-list.ts";

const reading = readingOf();

async function read(name: string, text: string, pieces = 7) {
  const opened = await openFeed(feedOf(name, text, pieces));
  if (opened.kind !== "list") return { format: opened.kind, entries: [], broken: [] };
  const rows = (await all(opened.rows)).map((row) => readListRow(opened.format, row, reading));
  return {
    format: opened.format,
    entries: rows.flatMap((row): Entry[] => (row.kind === "entry" ? [row.entry] : [])),
    broken: rows.flatMap((row) => (row.kind === "broken" ? [{ row: row.row, problems: row.problems }] : [])),
  };
}

const franceServices = (...rows: readonly string[]): string =>
  [
    "id_fs,insee_dep,lib_fs,adresse,insee_com,code_postal,lib_com,latitude,longitude,h_lundi,h_mardi,h_mercredi,h_jeudi,h_vendredi,h_samedi,itinerance",
    ...rows,
  ].join("\n");

describe("the list of France services", () => {
  test("a row is a place and a service; days that open alike are said once", async () => {
    const { format, entries } = await read(
      "fs.csv",
      franceServices(
        `1655,88,France services (exemple),"6, Place de l’Église",88487,88340,Le Val-d'Ajol,47.9,6.4,08:30 - 12:00,09:00 - 16:00,09:00 - 16:00,,09:00 - 16:00,,Oui`,
      ),
    );
    expect(format).toBe("france-services");
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      row: 2,
      source: "france-services",
      communeCode: "88487",
      doubts: [],
      place: { externalId: "1655", said: { name: "France services (exemple)", town: null, latitude: 47.9 } },
      service: {
        said: {
          "offer.kind": "france_services",
          "opening.periods": [{ season: "all_year", hours: "Mo 08:30-12:00; Tu-We 09:00-16:00; Fr 09:00-16:00" }],
          "where.modes": ["on_site", "itinerant"],
        },
      },
    });
  });

  test("hours that are not understood are kept as they are written, and said", async () => {
    const { entries } = await read("fs.csv", franceServices("1,88,Nom,,88487,88340,Val,,,le matin,,,,,,Non"));
    expect(entries[0]?.service?.said["opening.periods"]).toEqual([{ season: "all_year", hours: "Mo le matin" }]);
    expect(entries[0]?.doubts.join()).toContain("ne sont pas compris");
  });

  test("a broken row says why at its number, and does not stop the others", async () => {
    const { entries, broken } = await read(
      "fs.csv",
      franceServices(
        "1,88,,,88487,88340,Val,,,,,,,,,Non",
        ",88,Sans numéro,,,,,,,,,,,,,Non",
        "",
        "3,88,Bon,,8848,88340,Val,,6.5,,,,,,,Non",
      ),
    );
    expect(broken.map(({ row }) => row)).toEqual([2, 3]);
    expect(broken[1]?.problems.join()).toContain("Il manque l’identifiant");
    expect(entries.map(({ row }) => row)).toEqual([5]);
    // Half a position is none; a code without its zero has it back.
    expect(entries[0]?.place?.said).toMatchObject({ latitude: null, longitude: null, communeCode: "08848" });
  });

  test("Windows’ own letters are read", async () => {
    const text = franceServices("1,88,France services Épinal,,88160,88000,Épinal,,,,,,,,,Non");
    const bytes = Uint8Array.from(Array.from(text, (sign) => sign.charCodeAt(0)));
    const opened = await openFeed(sentFile(new File([bytes], "fs.csv")));
    const rows = opened.kind === "list" ? (await all(opened.rows)).map((row) => readListRow(opened.format, row, reading)) : [];
    expect(rows[0]).toMatchObject({ entry: { place: { said: { name: "France services Épinal" } } } });
  });

  test("no day, no hours", () => {
    expect(weekOf({})).toBeNull();
    expect(weekOf({ h_lundi: "09:00 - 12:00 / 13:00 - 17:00" })).toBe("Mo 09:00-12:00,13:00-17:00");
  });
});

describe("the list of conseillers numériques", () => {
  const row = (siret: number, count: number) =>
    `{"structure": "STRUCTURE {D'EXEMPLE} [\\"A\\"]", "Siret": ${siret}, "Nb de conseillers recrutés": ${count}, "Code postal": 1000, "Code commune Insee": 1053}`;

  test("codes have their leading zeros back; who has recruited nobody offers nothing", async () => {
    const { format, entries, broken } = await read("cn.json", `[${row(1882211800017, 2)},\n${row(1882211800018, 0)}]`, 3);
    expect(format).toBe("conseillers-numeriques");
    expect(entries).toHaveLength(1);
    expect(entries[0]).toMatchObject({
      row: 1,
      communeCode: "01053",
      place: { said: { siret: "01882211800017", postcode: "01000", name: `STRUCTURE {D'EXEMPLE} ["A"]` } },
    });
    expect(broken).toMatchObject([{ row: 2 }]);
  });

  test("an object that is not JSON is one row lost; an envelope, or a line each, is read too", async () => {
    const list = `{"total": 2, "data": [${row(12345678901234, 1)}, {"structure": oups}, ${row(12345678901235, 1)}], "next": {"page": 2}}`;
    const read1 = await read("cn.json", list);
    expect(read1.entries.map((each) => each.row)).toEqual([1, 3]);
    expect(read1.broken[0]).toEqual({ row: 2, problems: ["Cette ligne ne se lit pas."] });
    const lines = await read("cn.jsonl", `${row(12345678901234, 1)}\n${row(12345678901235, 1)}\n`);
    expect(lines.entries).toHaveLength(2);
  });
});

describe("what is no list of services", () => {
  test("figures by neighbourhood, tables of one’s own, JSON of something else", async () => {
    expect((await read("caf.csv", `"iris_code";"note";"a";"percou"\n"881600101";"0";382;819`)).format).toBe("statistics");
    expect((await read("t.csv", "Nom;Commune\nCrèche;Vecoux")).format).toBe("sheets");
    expect((await read("x.json", `[{"a": 1}]`)).format).toBe("unknown");
    expect((await read("vide.csv", "")).format).toBe("refused");
  });
});

describe.skipIf(!isHere)(`the published files, ${unlessHere}`, () => {
  const open = async (name: string) => {
    const bytes = await readFile(reference("places", name));
    return read(name, new TextDecoder().decode(bytes), 4_096);
  };

  test("France services of the Vosges: every row, each with hours that are understood", async () => {
    const { entries, broken } = await open("france-services-88-sans-contact.csv");
    expect(entries).toHaveLength(33);
    expect(broken).toEqual([]);
    expect(entries.flatMap(({ doubts }) => doubts)).toEqual([]);
    expect(entries.find(({ placeRef }) => placeRef === "520")?.place?.said["address"]).toBe("337 Rue de la Gare");
  });

  test("conseillers numériques of the Vosges: every structure, with a SIRET of fourteen figures", async () => {
    const { entries } = await open("conseillers-numeriques-88.json");
    expect(entries).toHaveLength(14);
    expect(entries.every(({ placeRef }) => /^\d{14}$/.test(placeRef))).toBe(true);
  });

  test("the Caf’s figures by IRIS hold no service", async () => {
    expect((await open("caf-iris-2021-88.csv")).format).toBe("statistics");
  });
});
