import { wings } from "../src/app/wings.ts";
import { fixtures, type Sample } from "./rights-of-wing.ts";
import { people, type Who } from "./world.ts";

/**
 * Who may do what in a territory, as the field would say it, written in each wing's `rights.fixture.ts` apart from the
 * declarations that it checks.
 *
 *   yes: it is done · no: refused, and told who may · 404: for this person it does not exist
 *
 * `lead`: for the organisation that leads the action. `partner`: for another signatory. `entrusted`: to whom this very
 * action was entrusted. `contributor`: to whom another was. The last column is what everyone of another territory gets
 * with the same identifiers. 404: it does not exist for them. home: nothing is named, they do it at home, nothing changes
 * here. no: it is shared by all and changed by its owner. empty: whoever may is told 404, the others are refused.
 */
const answers = { yes: "done", no: "refused", "404": "missing" } as const;
type Answer = (typeof answers)[keyof typeof answers];
const places = ["404", "home", "no", "empty"] as const;

export interface Line {
  readonly wing: string;
  /** Name of the use case. */
  readonly action: string;
  /** The line as a whole: the use case and its circumstance. */
  readonly name: string;
  readonly sample: Sample;
  readonly expected: Readonly<Record<Who, Answer>>;
  readonly elsewhere: (typeof places)[number];
}

const isAnswer = (text: string): text is keyof typeof answers => text in answers;
const answerOf = (text: string | undefined, line: string): Answer => {
  if (text === undefined || !isAnswer(text)) throw new Error(`"${text ?? ""}" is no answer: ${line}`);
  return answers[text];
};

function linesOf(wing: string): readonly Line[] {
  const fixture = Object.entries(fixtures).find(([path]) => path.endsWith(`/${wing}/rights.fixture.ts`))?.[1];
  if (fixture === undefined) throw new Error(`the wing ${wing} has no rights.fixture.ts`);
  const [heading = "", ...lines] = fixture.lines.split("\n").filter((line) => line.trim() !== "");
  if (heading.trim() !== `${people.join(" ")} | elsewhere`)
    throw new Error(`${wing}: the columns are the people, in their order`);
  const read = lines.map((line) => {
    const [left = "", place] = line.split("|").map((part) => part.trim());
    const [name = "", ...cells] = left.split(/ {2,}/);
    // Columns stand apart by two spaces at least, or by one after the widest answer.
    const marks = cells.flatMap((cell) => cell.split(" "));
    const elsewhere = places.find((each) => each === place);
    if (elsewhere === undefined || marks.length !== people.length) throw new Error(`a line without its ten answers: ${line}`);
    const sample = fixture.samples[name];
    if (sample === undefined) throw new Error(`nothing to try for ${name}`);
    const expected = Object.fromEntries(people.map((who, index) => [who, answerOf(marks[index], line)])) as Record<Who, Answer>;
    return { wing, action: name.split(" / ")[0] ?? "", name, sample, expected, elsewhere };
  });
  const unused = Object.keys(fixture.samples).filter((name) => !read.some((line) => line.name === name));
  if (unused.length > 0) throw new Error(`samples of no line: ${unused.join(", ")}`);
  return read;
}

export const whoMay: readonly Line[] = wings.flatMap(({ name }) => linesOf(name));

/** The fixtures that were found, whether a wing owns them or not. */
export const fixturePaths: readonly string[] = Object.keys(fixtures);
