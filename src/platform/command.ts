import type { Actor } from "./actor.ts";
import type { TerritoryId } from "./model.ts";
import type { Runtime } from "./use-case.ts";

/** What a command wrote wrong is said in one sentence, and ends the program with 2. */
export class UsageError extends Error {}

export interface CommandLine {
  readonly args: readonly string[];
  readonly options: Readonly<Record<string, string | true>>;
  readonly print: (line: string) => void;
  /** Opens the instance: beside a running server, or by itself. Closed when the command ends. */
  readonly runtime: () => Promise<Runtime>;
  /** The folder in which the command was typed. */
  readonly cwd: string;
}

export interface Command {
  /** Words of the command and its arguments: `territory add SIREN`. */
  readonly usage: string;
  readonly summary: string;
  /** Options it accepts: `true` takes a value. */
  readonly options: Readonly<Record<string, boolean>>;
  readonly run: (line: CommandLine) => Promise<void>;
}

/** The words that name a command, without its arguments in capitals. */
export const wordsOf = ({ usage }: Command): readonly string[] =>
  usage.split(" ").filter((word) => /^[a-z-]+$/.test(word) && !word.startsWith("-"));

/** How many arguments in capitals a command needs; capitals after an option are its value. */
const arityOf = ({ usage }: Command): number =>
  usage.split(" ").filter((word, at, words) => /^[A-Z]+$/.test(word) && words[at - 1]?.startsWith("-") !== true).length;

/** Finds the command of a line and reads its options, or says what is wrong with the line. */
export function readLine(
  commands: readonly Command[],
  argv: readonly string[],
): { readonly command: Command; readonly args: readonly string[]; readonly options: Record<string, string | true> } {
  const command = commands
    .toSorted((a, b) => wordsOf(b).length - wordsOf(a).length)
    .find((each) => wordsOf(each).every((word, i) => argv[i] === word));
  if (command === undefined)
    throw new UsageError(`« ${argv.join(" ")} » n’est pas une commande de Maillage : « maillage --help » les donne toutes.`);
  const args: string[] = [];
  const options: Record<string, string | true> = {};
  const rest = argv.slice(wordsOf(command).length);
  for (let i = 0; i < rest.length; i++) {
    const word = rest[i] ?? "";
    if (!word.startsWith("--")) {
      args.push(word);
      continue;
    }
    const [name = "", given] = word.slice(2).split("=", 2);
    const takesValue = command.options[name];
    if (takesValue === undefined)
      throw new UsageError(`L’option --${name} n’existe pas pour « maillage ${wordsOf(command).join(" ")} ».`);
    const value = takesValue ? (given ?? rest[++i]) : true;
    if (value === undefined) throw new UsageError(`L’option --${name} attend une valeur.`);
    options[name] = value;
  }
  if (args.length !== arityOf(command)) throw new UsageError(`Écrivez : maillage ${command.usage}`);
  return { command, args, options };
}

/** The page of help: a command a line, its words aligned. */
export function helpText(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ usage }) => usage.length));
  return [
    "Maillage, le logiciel des conventions territoriales globales.",
    "",
    "Commandes :",
    ...commands.map(({ usage, summary }) => `  maillage ${usage.padEnd(width)}   ${summary}`),
    "",
    "  maillage access --help   les commandes de la bibliothèque packages/access : qui atteint quoi, et avec quelle équité",
    "",
    "Environnement : MAILLAGE_DATA (dossier des données), DATABASE_URL (serveur PostgreSQL), PORT, HOST.",
  ].join("\n");
}

/** Whoever types a command on the machine is in charge of the instance. */
export const commandLineActor = (territory: TerritoryId): Actor => ({
  role: "operator",
  territory,
  person: null,
  name: "Ligne de commande",
});
