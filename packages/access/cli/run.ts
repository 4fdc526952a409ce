import { parseArgs } from "node:util";
import { z } from "zod";
import { equity } from "./equity.ts";
import { fca } from "./fca.ts";
import { InputError } from "./input-error.ts";
import { matrix } from "./matrix.ts";
import { build, route } from "./network.ts";
import type { Options } from "./options.ts";
import { site } from "./site.ts";

interface Command {
  readonly usage: string;
  readonly values: readonly string[];
  readonly flags: readonly string[];
  readonly run: (options: Options) => Promise<object>;
}

const commands: Readonly<Record<string, Command>> = {
  "network build": {
    usage:
      "network build --osm CARTE --mode car|foot|bike [--profile P.json] --out RÉSEAU\n" +
      "      CARTE : .osm.pbf ou .osm.gz   P : les vitesses à changer, en km/h",
    values: ["osm", "mode", "profile", "out"],
    flags: [],
    run: build,
  },
  "network route": {
    usage: "network route --net RÉSEAU --from LAT,LON --to LAT,LON",
    values: ["net", "from", "to"],
    flags: [],
    run: route,
  },
  matrix: {
    usage:
      "matrix --net RÉSEAU --origins A.csv --destinations B.csv [--max-minutes N] [--threads N] --out M.csv\n" +
      "      A et B : id,lat,lon   M : origin,destination,minutes,metres, sans les paires qu’aucune route ne joint",
    values: ["net", "origins", "destinations", "max-minutes", "threads", "out"],
    flags: [],
    run: matrix,
  },
  fca: {
    usage:
      "fca --demand D.csv --supply S.csv (--matrix M.csv | --euclidean) --method 2sfca|e2sfca|gaussian|3sfca|apl\n" +
      "      [--catchment N] [--steps 3000:1,6000:0.68,10000:0.22] [--sigma N] --out R.csv\n" +
      "      D : id,demand[,x,y]   S : id,supply[,x,y]   M : origin,destination,minutes   R : id,score",
    values: ["demand", "supply", "matrix", "method", "catchment", "steps", "sigma", "out"],
    flags: ["euclidean"],
    run: fca,
  },
  equity: {
    usage: "equity --scores R.csv --demand D.csv [--group commune]",
    values: ["scores", "demand", "group"],
    flags: [],
    run: equity,
  },
  site: {
    usage:
      "site --costs C.csv --demand D.csv --objective p-median|mclp|lscp|p-center [--p N] [--radius R] [--keep a,b]\n" +
      "      [--gap G] [--seconds N] [--seed N]\n" +
      "  maillage-access site --costs C.csv --demand D.csv --objective p-median|mclp|lscp|p-center --sites S.csv --budget N\n" +
      "      [--radius R] [--turned-away N] [--seconds N]   avec lscp, le moins cher qui serve tout le monde : --budget est facultatif\n" +
      "      S : id,state,cost,capacity   state : new, kept, closable ou movable ; sans capacité, le site sert tout le monde\n" +
      "      C : un lieu par ligne, son identifiant puis une colonne par site\n" +
      "  maillage-access site --pmed FICHIER [--keep 1,2] [--seconds N] [--seed N]\n" +
      "      FICHIER : un problème de p-médiane d’OR-Library",
    values: [
      "costs",
      "demand",
      "objective",
      "p",
      "radius",
      "keep",
      "sites",
      "budget",
      "turned-away",
      "gap",
      "seconds",
      "seed",
      "pmed",
    ],
    flags: [],
    run: site,
  },
};

export const help = `Qui atteint quoi, avec quelle équité, et où ouvrir. Le résultat est écrit en JSON ; une liste (.json) vaut un tableau (.csv).

${Object.values(commands)
  .map(({ usage }) => `  maillage-access ${usage}`)
  .join("\n")}
`;

/**
 * Runs one command line, and returns what it prints.
 *
 * @throws InputError when the line or a file is wrong.
 */
export async function run(argv: readonly string[]): Promise<string> {
  const [first = "--help", second = ""] = argv;
  if (first === "--help" || first === "help") return help;
  const name = Object.hasOwn(commands, `${first} ${second}`) ? `${first} ${second}` : first;
  const rest = argv.slice(name.split(" ").length);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined)
    throw new InputError(`« ${name} » n’est pas une commande : « maillage-access --help » les donne toutes.`);
  return `${JSON.stringify(await command.run(read(command, name, rest)), null, 2)}\n`;
}

function read({ values, flags }: Command, name: string, args: readonly string[]): Options {
  const options = new Map<string, { readonly type: "string" | "boolean" }>([
    ...values.map((each) => [each, { type: "string" }] as const),
    ...flags.map((each) => [each, { type: "boolean" }] as const),
  ]);
  try {
    const read = parseArgs({ args: [...args], options: Object.fromEntries(options) });
    return Read.parse(read.values);
  } catch {
    const known = [...options.keys()].map((each) => `--${each}`).join(", ");
    throw new InputError(`Cette ligne ne se lit pas : « ${name} » connaît les options ${known}, chacune une fois.`);
  }
}

const Read = z.record(z.string(), z.union([z.string(), z.literal(true)]));
