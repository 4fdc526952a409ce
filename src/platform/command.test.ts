import { describe, expect, it } from "vitest";
import { helpText, readLine, UsageError, type Command } from "./command.ts";

const command = (usage: string, options: Command["options"] = {}): Command => ({
  usage,
  summary: "…",
  options,
  run: async () => undefined,
});
const commands = [
  command("territory add SIREN"),
  command("territory list"),
  command("plan import FILE --territory SIREN [--dry-run]", { territory: true, "dry-run": false }),
];

describe("a line of command", () => {
  it("finds its command, its arguments and its options in any order", () => {
    const line = readLine(commands, ["plan", "import", "--dry-run", "plan.xlsx", "--territory=200068377"]);
    expect([line.command.usage, line.args, line.options]).toEqual([
      commands[2]?.usage,
      ["plan.xlsx"],
      { "dry-run": true, territory: "200068377" },
    ]);
  });
  it.each([[["fly"]], [["territory", "add"]], [["territory", "list", "--far"]], [["plan", "import", "f", "--territory"]]])(
    "says what is wrong with %j",
    (argv) => {
      expect(() => readLine(commands, argv)).toThrow(UsageError);
    },
  );
  it("lists every command in the help", () => {
    for (const { usage } of commands) expect(helpText(commands)).toContain(`maillage ${usage}`);
  });
});
