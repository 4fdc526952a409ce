import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { CsvError, parse } from "csv-parse/sync";
import { z } from "zod";
import { InputError } from "../../access/cli/input-error.ts";
import { ballotsOf, type Ballot, type Ballots } from "../votes/ballots.ts";

const columns = ["timestamp", "comment-id", "voter-id", "vote"];
const Rows = z.array(z.object({ record: z.array(z.string()), info: z.object({ lines: z.number() }) }));

/**
 * The votes of a file in the open format of Polis: `timestamp,datetime,comment-id,voter-id,vote`, in any order of columns.
 *
 * @throws InputError when the file cannot be read or is wrong.
 */
export async function readVotes(path: string): Promise<Ballots> {
  const text = await readFile(path, "utf8").catch(() => {
    throw new InputError(`Le fichier ${path} ne peut pas être lu : vérifiez son nom.`);
  });
  return votesIn(basename(path), text);
}

/** The votes of a text. @param name as sentences name the file. @throws InputError when the text is wrong. */
export function votesIn(name: string, text: string): Ballots {
  const [header, ...rows] = parsed(name, text);
  const titles = header?.record.map((title) => title.trim().toLowerCase()) ?? [];
  const missing = columns.filter((column) => !titles.includes(column));
  if (missing.length > 0)
    throw new InputError(
      `${name} n’a pas la colonne ${missing.join(", ")} : ses colonnes sont ${titles.map(onOneLine).join(", ") || "absentes"}.`,
    );
  const [timestamp = 0, comment = 0, voter = 0, vote = 0] = columns.map((column) => titles.indexOf(column));
  if (rows.length === 0) throw new InputError(`${name} n’a aucun vote : ajoutez une ligne par vote.`);
  const list = rows.map(({ record, info }): Ballot => {
    const cell = (at: number): string => (record[at] ?? "").trim();
    const refuse = (why: string): never => {
      throw new InputError(`${name}, ligne ${info.lines} : ${why}.`);
    };
    if (cell(voter) === "") refuse("il manque la personne (voter-id)");
    if (cell(comment) === "") refuse("il manque l’énoncé (comment-id)");
    if (!/^(?:-1|0|1)$/.test(cell(vote))) refuse(`« ${onOneLine(cell(vote))} » n’est pas un vote : écrivez 1, 0 ou -1`);
    const at = cell(timestamp) === "" ? NaN : Number(cell(timestamp));
    if (!Number.isFinite(at)) refuse(`« ${onOneLine(cell(timestamp))} » n’est pas un instant : écrivez un nombre (timestamp)`);
    return { person: cell(voter), statement: cell(comment), vote: Number(cell(vote)), at };
  });
  return ballotsOf(list);
}

const onOneLine = (cell: string): string => cell.replaceAll(/\s+/g, " ").slice(0, 40);

function parsed(name: string, text: string): z.infer<typeof Rows> {
  try {
    return Rows.parse(parse(text, { bom: true, info: true, skip_empty_lines: true }));
  } catch (error) {
    const line = error instanceof CsvError && typeof error["lines"] === "number" ? `, ligne ${error["lines"]}` : "";
    throw new InputError(`${name}${line} : ce n’est pas un tableau CSV régulier, avec autant de cases à chaque ligne.`);
  }
}
