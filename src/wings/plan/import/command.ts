import { resolve } from "node:path";
import { currentOf } from "../../convention/conventions/rules.ts";
import { listConventions } from "../../convention/conventions/store.ts";
import { abandonImport } from "./use-cases/abandon-import.ts";
import { acceptImport } from "./use-cases/accept-import.ts";
import { startImport } from "./use-cases/start-import.ts";
import { doubt } from "./doubt.ts";
import { sayDoubt, sayField, saySkip } from "./say-doubt.ts";
import type { Decisions } from "./kept-import.ts";
import { proposeOn, readImportContext, type ImportContext } from "./context.ts";
import { chosen, type PlanChanges } from "./plan-changes.ts";
import { doubtsOf, needsOf, saysNothingNew, totalsOf } from "./decisions.ts";
import { planDraft, sheetsOf } from "./draft-kind.ts";
import { importWords } from "./import-words.ts";
import { bringIn } from "../../../platform/import-draft/bring-in.ts";
import { fileAt } from "../../../platform/import-draft/source-file.ts";
import { perform, type Runtime } from "../../../platform/use-case.ts";
import { dayOf } from "../../../platform/clock.ts";
import { sayRefusal } from "../../../platform/spreadsheet/refusal.ts";
import type { Territory } from "../../territory/territories/model.ts";
import { commandLineActor, UsageError, type Command } from "../../../platform/command.ts";
import { namedSiren, territoryOf } from "../../territory/territories/named-territory.ts";

const lang = "fr";
const say = importWords(lang);

export const planImport: Command = {
  usage: "plan import FILE --territory SIREN [--dry-run]",
  summary: "importe un plan d’actions d’un tableur (.xlsx, .ods, .csv)",
  options: { territory: true, "dry-run": false },
  run: async ({ args: [file = ""], options, cwd, print, runtime }) => {
    const path = resolve(cwd, file);
    const source = await fileAt(path);
    if (source === null) throw new UsageError(say("shell.noFile", { path }));
    const reading = await planDraft.open(source, lang);
    if (reading.kind === "unreadable") throw new UsageError(reading.why);
    const siren = namedSiren({ options });

    const instance = await runtime();
    const territory = await territoryOf(instance, siren);
    const context = await contextOf(instance, territory);
    const proposal = proposeOn(context, sheetsOf(reading), null, context.memory);
    if (proposal.kind === "refused") throw new UsageError(sayRefusal(proposal, lang));
    if (proposal.kind === "no-plan-found") throw new UsageError(say("shell.noPlan"));
    const { changes } = proposal;
    const year = Number(dayOf(instance.clock.now()).slice(0, 4));
    const decisions = shellDecisions(changes, context);

    print(say("shell.sheet", { name: source.name, sheet: proposal.sheet.name }));
    const totals = totalsOf(changes, decisions, year);
    print(`${say("shell.summary", { ...totals })}.`);
    for (const line of detailsOf(changes, context, decisions, year)) print(line);
    if (options["dry-run"] === true) {
      print(say("shell.dry"));
      return;
    }
    if (saysNothingNew(changes, context)) {
      print(say("shell.again"));
      return;
    }
    const actor = commandLineActor(territory.id);
    const done = await bringIn({
      start: () => perform(instance, startImport, actor, { file: source, reading }, lang),
      accept: (importId) => perform(instance, acceptImport, actor, { importId, ...decisions }, lang),
      abandon: (importId) => perform(instance, abandonImport, actor, { importId }, lang),
    });
    print(say("shell.done", { created: done.created.length, changed: done.changed.length, same: done.same }));
  },
};

const contextOf = ({ database }: Runtime, { id, name }: Territory) =>
  database.inTerritory(id, async (tx) => {
    const convention = currentOf(await listConventions(tx));
    if (convention === undefined) throw new UsageError(say("shell.noConvention", { name }));
    return readImportContext(tx, convention.id);
  });

/** Nobody is there to be asked: what is here stays, a missing reason is said to be missing, an action without axis is left. */
const shellDecisions = ({ rows }: PlanChanges, context: ImportContext): Decisions => ({
  names: [],
  rows: rows.flatMap((row) => {
    const needs = needsOf(chosen(row, {}), row.kind === "create" ? undefined : context.actions.get(row.id));
    if (needs.length === 0) return [];
    return [
      {
        key: row.key,
        axis: needs.includes("axis") ? ("leave" as const) : null,
        reason: needs.includes("reason") ? say("shell.reason") : null,
        unblockedBy: needs.includes("unblockedBy") ? say("shell.unblockedBy") : null,
        picks: {},
      },
    ];
  }),
});

const indented = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

/** Everything that is not sure, with its place: what the screen would show. */
function detailsOf(changes: PlanChanges, context: ImportContext, decisions: Decisions, year: number): readonly string[] {
  const doubts = changes.rows.flatMap((row) => {
    const decision = decisions.rows.find(({ key }) => key === row.key);
    const said = [decision?.reason, decision?.unblockedBy].flatMap((text) => (text == null ? [] : [`« ${text} »`]));
    const resolved = [
      ...(decision?.axis === "leave" ? [doubt("no-axis-left", "axis", row.action.place)] : []),
      ...(said.length === 0
        ? []
        : [doubt("reason-unsaid", "status", row.action.places.status ?? row.action.place, { written: said.join(", ") })]),
    ];
    const own = doubtsOf(row, year).filter(({ code }) => code !== "status-reason" || said.length === 0);
    return [...own, ...resolved].map((each) => `${each.place ?? row.action.place} : ${sayDoubt(each, lang)}`);
  });
  const choices = changes.rows.flatMap((row) =>
    row.kind === "create"
      ? []
      : row.choices.map(
          ({ field }) => `${row.action.place} : ${sayField(field, lang)} (${context.actions.get(row.id)?.identity.title ?? ""})`,
        ),
  );
  return [
    ...indented(say("shell.doubts", { count: doubts.length }), doubts),
    ...indented(say("shell.choices", { count: choices.length }), choices),
    ...indented(
      say("shell.skipped", { count: changes.skipped.length }),
      changes.skipped.map(({ place, reason }) => `${place} : ${saySkip(reason, lang)}`),
    ),
    ...indented(
      say("shell.vanished", { count: changes.vanished.length }),
      changes.vanished.map(({ title }) => title),
    ),
  ];
}
