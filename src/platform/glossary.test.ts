import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";

const Words = z.record(z.string(), z.string());
const root = new URL("../", import.meta.url);
const read = (path: string) => Object.entries(Words.parse(JSON.parse(readFileSync(new URL(path, root), "utf8"))));
const french = readdirSync(root, { recursive: true, encoding: "utf8" })
  .filter((path) => path.endsWith(".fr.json"))
  .toSorted();
const glossary = new Map(read("platform/common-words.fr.json"));

/** French says the same of different things: what each room means is not what the others mean. */
const alikeByChance: ReadonlySet<string> = new Set([
  // The State and a state; a step and the life of a convention; a board and a table in a file.
  ...["État", "Étapes", "Tableau"],
  // One word, for different things: of a session or a service, an invitation or a note, childcare or map, a mandate or a season.
  ...["Fermer", "Retirer", "Places", "Période", "Sur place", "Nature", "Rôle", "Dates", "Voir la fiche", "À savoir"],
  // A state of a different thing each time: it follows the noun.
  ...["Terminée", "En cours", "en cours", "à venir", "À vérifier"],
  // Words of grammar.
  ...["Aucune", "aucune", "Toutes", "Autre", "rien", "Où", "Par", "Vous", "Jusqu’au", "Jour", "le {day}"],
]);

const roomsOf = (): ReadonlyMap<string, readonly string[]> => {
  const rooms = new Map<string, string[]>();
  for (const path of french) {
    for (const text of new Set(read(path).map(([, each]) => each))) {
      if (!text.startsWith("@")) rooms.set(text, [...(rooms.get(text) ?? []), path]);
    }
  }
  return rooms;
};

test("what two rooms say the same is written once, in the glossary", () => {
  const twice = [...roomsOf()].filter(([text, rooms]) => rooms.length > 1 && !alikeByChance.has(text));
  expect(twice).toEqual([]);
});

test("what is alike by chance is still said in two rooms", () => {
  const rooms = roomsOf();
  expect([...alikeByChance].filter((text) => (rooms.get(text)?.length ?? 0) < 2)).toEqual([]);
});

test("each term of the glossary is said by two rooms, in both languages, and no room cites another", () => {
  const cited = new Map<string, Set<string>>();
  for (const path of french) {
    for (const [key, text] of read(path).filter(([, each]) => each.startsWith("@"))) {
      const term = text.slice(1);
      expect([path, key, glossary.has(term)]).toEqual([path, key, true]);
      cited.set(term, (cited.get(term) ?? new Set()).add(path));
    }
    const citesOf = (of: string) => read(of).filter(([, each]) => each.startsWith("@"));
    expect(citesOf(path.replace(".fr.", ".en."))).toEqual(citesOf(path));
  }
  const terms = [...glossary.keys()].filter((key) => key.startsWith("term."));
  expect(terms.filter((term) => (cited.get(term)?.size ?? 0) < 2)).toEqual([]);
});
