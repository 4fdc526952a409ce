import { perform } from "../../../platform/use-case.ts";
import { v7 } from "../../../platform/id.ts";
import { TerritoryId } from "../../../platform/model.ts";
import { addTerritory } from "./use-cases/add-territory.ts";
import { listCommunes, listTerritories } from "./store.ts";
import { commandLineActor, UsageError, type Command } from "../../../platform/command.ts";
import { numberText } from "../../../platform/french/number.ts";

export const territoryAdd: Command = {
  usage: "territory add SIREN",
  summary: "ajoute une intercommunalité et ses communes",
  options: {},
  run: async ({ args: [siren], print, runtime }) => {
    const instance = await runtime();
    const territory = TerritoryId.parse(v7(instance.clock.now()));
    const outcome = await perform(instance, addTerritory, commandLineActor(territory), { siren });
    if (outcome.kind === "invalid") throw new UsageError(outcome.problems.map(({ message }) => message).join(" "));
    if (outcome.kind !== "done") throw new Error(`unexpected outcome ${outcome.kind}`);
    const { name, slug, departement, region } = outcome.value;
    const communes = await instance.database.inTerritory(territory, listCommunes);
    const population = communes.reduce((sum, each) => sum + (each.population ?? 0), 0);
    print(
      `${name} : ${communes.length} communes, ${numberText("fr", population)} habitants (${communes[0]?.vintage ?? ""}), ${departement.name}, ${region.name}.`,
    );
    print(`Adresse : ${instance.origin}/${slug}`);
  },
};

export const territoryList: Command = {
  usage: "territory list",
  summary: "donne les territoires de cette instance",
  options: {},
  run: async ({ print, runtime }) => {
    for (const { siren, slug, name } of await (await runtime()).database.inInstance(listTerritories))
      print(`${siren}  ${slug}  ${name}`);
  },
};
