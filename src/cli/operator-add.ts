import { addOperator } from "../platform/identity/store.ts";
import { email } from "../platform/model.ts";
import { UsageError, type Command } from "./command.ts";

export const operatorAdd: Command = {
  usage: "operator add EMAIL",
  summary: "nomme une personne responsable de l’instance",
  options: {},
  run: async ({ args: [address], print, runtime }) => {
    const read = email.safeParse(address);
    if (!read.success)
      throw new UsageError(`« ${address ?? ""} » n’est pas une adresse : écrivez-la comme ceci : prenom.nom@exemple.fr`);
    const { database, clock, origin } = await runtime();
    await addOperator(database.owner, read.data, clock.now());
    print(`${read.data} est responsable de cette instance dès sa prochaine connexion : ${origin}/connexion`);
  },
};
