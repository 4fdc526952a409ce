import { openInstance, type OpenInstance } from "../runtime.ts";
import { readSettings } from "../settings.ts";
import { StartRefusal } from "../../platform/database/server/start-refusal.ts";
import { backupCommand, restoreCommand } from "./backup.ts";
import { helpText, readLine, UsageError, type Command } from "../../platform/command.ts";
import { operatorAdd, operatorList, operatorRemove } from "./operators.ts";
import { rightsCommand } from "./rights.ts";
import { wings } from "../wings.ts";

const commands: readonly Command[] = [
  ...wings.flatMap((wing) => wing.commands ?? []),
  rightsCommand(wings),
  operatorAdd,
  operatorList,
  operatorRemove,
  backupCommand,
  restoreCommand,
];

process.exitCode = await main(process.argv.slice(2));

async function main(argv: readonly string[]): Promise<number> {
  if (argv.length === 0 || argv.includes("--help") || argv[0] === "help") {
    process.stdout.write(`${helpText(commands)}\n`);
    return 0;
  }
  let instance: OpenInstance | undefined;
  try {
    const { command, args, options } = readLine(commands, argv);
    await command.run({
      args,
      options,
      cwd: process.env["INIT_CWD"] ?? process.cwd(),
      print: (line) => process.stdout.write(`${line}\n`),
      runtime: async () => (instance ??= await openInstance(readSettings(process.env), "beside")).runtime,
    });
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof StartRefusal)) throw error;
    process.stderr.write(`${error.message}\n`);
    return error instanceof UsageError ? 2 : 1;
  } finally {
    await instance?.close();
  }
}
