import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { isHere, reference, unlessHere } from "../../published.fixture.ts";
import { readPmed } from "../cli/pmed.ts";
import { pMedian } from "./p-median.ts";

describe.skipIf(!isHere)(`OR-Library (${unlessHere})`, () => {
  const published = isHere
    ? readFileSync(reference("pmed", "optimal-values.txt"), "utf8")
        .trim()
        .split("\n")
        .slice(1)
        .map((line) => line.trim().split(/\s+/))
    : [];
  it.each(published.map(([name = "", value = ""]) => [name, Number(value)] as const))(
    "%s costs %i, and no less",
    (name, value) => {
      const { table, p } = readPmed(name, readFileSync(reference("pmed", `${name}.txt`), "utf8"));
      expect(pMedian(table, p)).toMatchObject({ objective: value, bound: value, gap: 0, proof: "optimal" });
    },
    60_000,
  );
});
