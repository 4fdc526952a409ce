import { addOperator, listOperators, removeOperator } from "../../platform/identity/store.ts";
import { email } from "../../platform/model.ts";
import { UsageError, type Command } from "../../platform/command.ts";

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

export const operatorList: Command = {
  usage: "operator list",
  summary: "donne les personnes responsables de l’instance",
  options: {},
  run: async ({ print, runtime }) => {
    for (const address of await listOperators((await runtime()).database.owner)) print(address);
  },
};

export const operatorRemove: Command = {
  usage: "operator remove EMAIL",
  summary: "retire à une personne la charge de l’instance",
  options: {},
  run: async ({ args: [address = ""], print, runtime }) => {
    const removed = await removeOperator((await runtime()).database.owner, address.trim().toLowerCase());
    if (!removed)
      throw new UsageError(`${address} n’est pas responsable de cette instance : « maillage operator list » donne qui l’est.`);
    print(`${address} n’est plus responsable de cette instance.`);
  },
};
