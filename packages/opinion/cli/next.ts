import { InputError } from "../../access/cli/input-error.ts";
import { needed, type Options } from "../../access/cli/options.ts";
import { componentsOf } from "../components/components.ts";
import { countsOf } from "../statements/counts.ts";
import { nextStatement } from "../statements/next.ts";
import { matrixOf } from "../votes/matrix.ts";
import { readVotes } from "./votes-file.ts";

/** `next VOTES.csv --person ID`: which statement to show, and why. */
export async function next(file: string, options: Options): Promise<object> {
  const person = needed(options, "person", "la personne à qui montrer un énoncé, comme la nomme voter-id");
  const matrix = matrixOf(await readVotes(file));
  if (!matrix.people.includes(person)) throw new InputError(`--person vaut « ${person} », qui n’a voté sur rien dans ${file}.`);
  const found = nextStatement(matrix, componentsOf(matrix), countsOf(matrix), person);
  if (found === undefined) return { person, statement: null, why: "all-voted" };
  const { statement, why, unsure, telling, score } = found;
  return { person, statement: matrix.statements[statement] ?? "", why, unsure, telling, score };
}
