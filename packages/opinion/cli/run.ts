import { parseArgs } from "node:util";
import { z } from "zod";
import { InputError } from "../../access/cli/input-error.ts";
import type { Options } from "../../access/cli/options.ts";
import { map } from "./map.ts";
import { next } from "./next.ts";

interface Command {
  readonly values: readonly string[];
  readonly run: (file: string, options: Options) => Promise<object>;
}

const commands: Readonly<Record<string, Command>> = {
  map: { values: ["min-group", "json", "exclude"], run: map },
  next: { values: ["person"], run: next },
};

export const help = `Ce qui rassemble, ce qui divise et entre qui, d’après des votes. Le résultat est écrit en JSON.

  maillage-opinion map VOTES.csv [--min-group 5] [--json CARTE.json] [--exclude ÉNONCÉ,…]
      VOTES : timestamp,datetime,comment-id,voter-id,vote   le dernier vote d’une personne sur un énoncé compte
      CARTE : la place et le groupe de chacun, les énoncés
  maillage-opinion next VOTES.csv --person ID
      l’énoncé à montrer à cette personne, et pourquoi
`;

const Read = z.record(z.string(), z.string());

/**
 * Runs one command line, and returns what it prints.
 *
 * @throws InputError when the line or a file is wrong.
 */
export async function run(argv: readonly string[]): Promise<string> {
  const [name = "--help", ...rest] = argv;
  if (name === "--help" || name === "help") return help;
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined)
    throw new InputError(`« ${name} » n’est pas une commande : « maillage-opinion --help » les donne toutes.`);
  const { file, options } = read(command, name, rest);
  return `${JSON.stringify(await command.run(file, options), null, 2)}\n`;
}

function read({ values }: Command, name: string, args: readonly string[]): { readonly file: string; readonly options: Options } {
  const known = values.map((each) => [each, { type: "string" }] as const);
  try {
    const { values: options, positionals } = parseArgs({
      args: [...args],
      options: Object.fromEntries(known),
      allowPositionals: true,
    });
    const [file] = z.tuple([z.string().min(1)]).parse(positionals);
    return { file, options: Read.parse(options) };
  } catch {
    const names = values.map((each) => `--${each}`).join(", ");
    throw new InputError(`Cette ligne ne se lit pas : « ${name} » prend un fichier de votes, et les options ${names}.`);
  }
}
