import { acceptedDraft, acceptsDraft, writeDraft } from "../../../../platform/import-draft/accept-draft.ts";
import type { ImportId } from "../../../../platform/import-draft/model.ts";
import type { Change } from "../../../../platform/history/model.ts";
import { asPlain, samePlain } from "../../../../platform/record/rules.ts";
import { defineUseCase, refuseField, type UseCaseRun } from "../../../../platform/use-case.ts";
import { insertOrganisations } from "../../../territory/organisations/store.ts";
import { Card, partNames, type Service, type ServiceId } from "../../card/model.ts";
import { insertServices, saveService } from "../../card/store.ts";
import { PlaceFields, type Place } from "../../places/model.ts";
import { insertPlaces, savePlace } from "../../places/store.ts";
import { placeObject, serviceObject } from "../../card/use-cases/find-service.ts";
import { readImportContext } from "../import/context.ts";
import { directoryDraft, listOf } from "../import/draft-kind.ts";
import { ImportRun } from "../import/import-run.ts";
import { ImportChoices, type ImportResult } from "../import/kept-import.ts";
import type { NewOrganisation, Planned, PlannedRow } from "../import/plan-import.ts";
import { count, noRows } from "../import/preview.ts";
import { saveLinks } from "../import/store.ts";
import { importWords } from "../import/words.ts";

type Running = Pick<UseCaseRun<unknown, unknown>, "actor" | "tx" | "now" | "today" | "lang" | "recordAll">;

/** Writes into the directory what a file says, all of it or nothing. Its rows are read, compared and written some at a time. */
export const importDirectory = defineUseCase({
  name: "directory.import",
  input: ImportChoices.extend(acceptedDraft),
  ...acceptsDraft(directoryDraft),
  run: (work): Promise<ImportResult> =>
    writeDraft(work, directoryDraft, async (reading) => {
      const { input, subject: draft, actor, lang, tx, now, today, newId } = work;
      const list = listOf(reading, draft.mapping);
      if (list === null) throw refuseField("", importWords(lang)("file.sheets"));
      const context = await readImportContext(tx, actor.territory, lang, today);
      const origin = draft.file.name;
      const run = new ImportRun(tx, context, { ...list, options: input, origin, take: new Set(input.take), now, newId });
      const counts = noRows();
      for await (const batch of run.batches()) {
        for (const row of batch) count(counts, row);
        await writeBatch(work, draft.id, batch);
      }
      const closed = await closeMissing(work, origin, input, await run.missing());
      const result: ImportResult = { ...counts, closed };
      return { result, told: asPlain(result) };
    }),
});

async function writeBatch(work: Running, importId: ImportId, batch: readonly PlannedRow[]): Promise<void> {
  const { actor, tx, recordAll } = work;
  const rows = batch.flatMap((row) => (row.kind === "planned" ? [row] : []));
  const organisations = rows.flatMap(({ organisation }) => organisation ?? []);
  const places = rows.flatMap(({ place }) => place ?? []);
  const services = rows.flatMap(({ service }) => service ?? []);
  const provenance = createdOf(places)[0]?.provenance ?? { kind: "entered" as const };
  await insertOrganisations(
    tx,
    actor.territory,
    organisations.map(({ id, fields }) => ({ ...fields, id, provenance })),
  );
  await insertPlaces(tx, actor.territory, createdOf(places));
  await insertServices(tx, actor.territory, createdOf(services));
  for (const each of places) if (each.kind === "update") await savePlace(tx, actor.territory, each.after);
  for (const each of services) if (each.kind === "update") await saveService(tx, actor.territory, each.after);
  await saveLinks(
    tx,
    actor.territory,
    importId,
    [...places, ...services].flatMap(({ link }) => link ?? []),
  );
  await recordAll([...organisations.map(toldOrganisation), ...places.flatMap(toldPlace), ...services.flatMap(toldService)]);
}

const createdOf = <Thing>(planned: readonly Planned<Thing>[]): readonly Thing[] =>
  planned.flatMap((each) => (each.kind === "create" ? [each.after] : []));

const toldOrganisation = ({ id, fields }: NewOrganisation): Change => ({
  verb: "imported",
  object: { kind: "organisation", id, label: fields.name },
  after: asPlain(fields),
});

function toldPlace(planned: Planned<Place>): readonly Change[] {
  if (planned.kind === "same") return [];
  const told = (place: Place) => asPlain(PlaceFields.parse(place));
  return [
    {
      verb: "imported",
      object: placeObject(planned.after),
      block: "place",
      before: planned.kind === "create" ? null : told(planned.before),
      after: told(planned.after),
    },
  ];
}

function toldService(planned: Planned<Service>): readonly Change[] {
  if (planned.kind === "same") return [];
  const { after } = planned;
  if (planned.kind === "create") return [{ verb: "imported", object: serviceObject(after), after: asPlain(Card.parse(after)) }];
  return partNames.flatMap((part) => {
    const [was, is] = [asPlain(planned.before[part]), asPlain(after[part])];
    return samePlain(was, is)
      ? []
      : [{ verb: "imported" as const, object: serviceObject(after), block: part, before: was, after: is }];
  });
}

type Missing = Awaited<ReturnType<ImportRun["missing"]>>;

/** Closes those that a person picked among what is missing, and nothing else. */
async function closeMissing(
  { actor, tx, now, today, lang, recordAll }: Running,
  fileName: string,
  { closing, shrunk }: { readonly closing: readonly ServiceId[]; readonly shrunk: string | null },
  { services, isShrunk }: Missing,
): Promise<number> {
  const say = importWords(lang);
  if (closing.length === 0) return 0;
  if (isShrunk && shrunk === null) throw refuseField("shrunk", say("shrunk.needed"));
  const chosen = services.filter(({ id }) => closing.includes(id));
  const reason = importWords("fr")("closed.reason", { name: fileName }).slice(0, 300);
  const changes: Change[] = [];
  for (const service of chosen) {
    const state = { kind: "closed" as const, on: today, reason };
    await saveService(tx, actor.territory, { ...service, state, updatedAt: now });
    changes.push({
      verb: "moved",
      object: serviceObject(service),
      block: "state",
      before: asPlain(service.state),
      after: asPlain(state),
    });
  }
  await recordAll(changes);
  return chosen.length;
}
