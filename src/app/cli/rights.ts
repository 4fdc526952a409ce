import { roles } from "../../platform/actor.ts";
import type { Command } from "../../platform/command.ts";
import type { Wing } from "../../platform/wing/wing.ts";
import { rightsMatrix } from "../rights-matrix.ts";

const marks = { yes: "oui", some: "parfois", no: "–" } as const;

/** Who may do what, for whoever checks it: the declarations themselves, not a copy. */
export const rightsCommand = (wings: readonly Wing[]): Command => ({
  usage: "rights",
  summary: "dit qui peut faire quoi, cas d’usage par cas d’usage",
  options: {},
  run: ({ print }) => {
    const rows = rightsMatrix(wings);
    const width = Math.max(...rows.map(({ useCase }) => useCase.length));
    print(["".padEnd(width), ...roles.map((role) => role.padEnd(12))].join(" "));
    for (const { useCase, may } of rows)
      print([useCase.padEnd(width), ...roles.map((role) => marks[may[role]].padEnd(12))].join(" ").trimEnd());
    return Promise.resolve();
  },
});
