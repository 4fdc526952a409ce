import { describe, expect, it } from "vitest";
import { componentsOf } from "../components/components.ts";
import { drawsFrom } from "../numbers/random.ts";
import { ballotsOf, type Ballot } from "../votes/ballots.ts";
import { matrixOf } from "../votes/matrix.ts";
import { countsOf, votesOn } from "./counts.ts";
import { nextStatement, worths } from "./next.ts";

/** Two groups who disagree on half of the statements; one statement comes when half of the people have voted. */
const PEOPLE = 60;
const EACH = 6;
const early = Array.from({ length: 24 }, (_, at) => `s${at}`);
const late = "late";

/** How many votes each statement has in the end, when each person is shown one statement after the other. */
function simulated(chance: number, seed: number): { readonly late: number; readonly least: number; readonly most: number } {
  const draw = drawsFrom(seed);
  const list: Ballot[] = [];
  for (let person = 0; person < PEOPLE; person++) {
    const known = person < PEOPLE / 2 ? early : [...early, late];
    for (let turn = 0; turn < EACH; turn++) {
      const matrix = matrixOf(ballotsOf(list, known));
      const shown = nextStatement(matrix, componentsOf(matrix), countsOf(matrix), `p${person}`, { chance, seed })!;
      const statement = matrix.statements[shown.statement]!;
      const divides = Number(statement.slice(1)) % 2 === 0;
      const view = divides && person % 2 === 0 ? -1 : 1;
      list.push({ person: `p${person}`, statement, vote: draw() < 0.85 ? view : 0, at: list.length });
    }
  }
  const matrix = matrixOf(ballotsOf(list, [...early, late]));
  const votes = matrix.statements.map((_, at) => votesOn(countsOf(matrix), at));
  return { late: votes[matrix.statements.indexOf(late)]!, least: Math.min(...votes), most: Math.max(...votes) };
}

describe("statements shown one after the other", () => {
  it("lets a statement that came late be voted on, and asks most about what tells most", () => {
    const [taught, some, drawn] = [simulated(0, 1), simulated(0.2, 1), simulated(1, 1)];
    // Thirty people come after it, six times each, with 25 statements: an equal share would be 7.
    expect(taught).toEqual({ late: 9, least: 4, most: 45 });
    expect(some).toEqual({ late: 10, least: 5, most: 47 });
    expect(drawn).toEqual({ late: 10, least: 8, most: 22 });
  }, 60_000);

  it("is worth less as it is sure, and at most twice as much for what it tells", () => {
    const list = Array.from({ length: 40 }, (_, at): Ballot => ({
      person: `p${at}`,
      statement: "known",
      vote: at % 2 === 0 ? 1 : -1,
      at,
    }));
    const matrix = matrixOf(ballotsOf(list, ["new"]));
    const found = worths(componentsOf(matrix), countsOf(matrix));
    const [known, fresh] = ["known", "new"].map((name) => found[matrix.statements.indexOf(name)]!);
    expect(fresh!.unsure).toBe(1);
    expect(fresh!.telling).toBeCloseTo(0, 12);
    expect(known!.telling).toBe(1);
    expect(known!.score).toBeLessThan(0.5);
    expect(known!.score).toBeCloseTo(known!.unsure, 12);
  });
});
