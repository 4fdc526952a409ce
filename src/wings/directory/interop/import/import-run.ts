import type { z } from "zod";
import type { Tx } from "../../../../platform/database/database.ts";
import type { Service } from "../../card/model.ts";
import { importWords } from "./words.ts";
import type { ImportContext } from "./context.ts";
import type { ImportId } from "../../../../platform/import-draft/model.ts";
import type { ImportOptions } from "./kept-import.ts";
import type { FeedFormat, FeedRow } from "./model.ts";
import { ImportPlan, linkKey, type Link, type PlannedRow } from "./plan-import.ts";
import type { RawRow } from "../../../../platform/import-draft/raw-row.ts";
import { readListRow } from "./read-list.ts";
import type { Reading } from "./reading.ts";
import { linksOf, servicesBroughtBy } from "./store.ts";
import { Structures } from "./structures.ts";

export interface ImportRequest {
  readonly format: FeedFormat;
  readonly rows: AsyncIterable<RawRow>;
  readonly options: ImportOptions;
  /** What the cards are said to come from: the name of the file. */
  readonly origin: string;
  readonly take: ReadonlySet<string>;
  readonly now: Date;
  readonly newId: <Id extends z.ZodType>(id: Id) => z.output<Id>;
}

/** How many rows are read, compared and written at a time. */
const batchSize = 100;

/** One reading of a file against the directory: what each row would change, then what is missing from it. */
export class ImportRun {
  readonly #tx: Tx;
  readonly #context: ImportContext;
  readonly #ask: ImportRequest;
  readonly #plan: ImportPlan;
  readonly #structures: Structures;
  readonly #files = new Set<ImportId>();

  constructor(tx: Tx, context: ImportContext, ask: ImportRequest) {
    this.#tx = tx;
    this.#context = context;
    this.#ask = ask;
    const { communes, lang } = context.lists;
    const say = importWords(lang);
    this.#plan = new ImportPlan({
      directory: context.directory,
      organisations: context.organisations,
      within: ask.options.scope === "everywhere" ? null : new Set(communes.map(({ code }) => code)),
      state: ask.options.state,
      provenance: { kind: "sourced", source: ask.origin },
      take: ask.take,
      now: ask.now,
      newId: ask.newId,
      say: {
        repeated: (id) => say("broken.repeated", { id }),
        noPlace: (id) => say("broken.noPlace", { id }),
        noCard: say("broken.noCard"),
      },
    });
    this.#structures = new Structures(context.directory, this.#plan.recogniser);
  }

  /** What the rows would change, some hundreds at a time: whoever writes them holds no more. */
  async *batches(): AsyncGenerator<readonly PlannedRow[]> {
    let batch: RawRow[] = [];
    for await (const row of this.#ask.rows) {
      batch.push(row);
      if (batch.length < batchSize) continue;
      yield await this.#planned(batch);
      batch = [];
    }
    if (batch.length > 0) yield await this.#planned(batch);
  }

  async #planned(batch: readonly RawRow[]): Promise<readonly PlannedRow[]> {
    const { format } = this.#ask;
    if (format === "data-inclusion") this.#structures.know((await this.#links(batch.flatMap(structureNamed))).values());
    const reading: Reading = {
      ...this.#context.lists,
      structure: (id) => this.#structures.find(id),
      remember: (structure) => this.#remember(structure),
    };
    const rows = batch.map((row) => readListRow(format, row, reading));
    const links = await this.#links(rows.flatMap(things));
    for (const row of rows) {
      const service = row.kind === "entry" && row.entry.service;
      const link = service && links.get(linkKey({ kind: "service", source: row.entry.source, externalId: service.externalId }));
      if (link) this.#files.add(link.broughtBy);
    }
    return [...this.#plan.rows(rows, links)];
  }

  #links(asked: readonly Pick<Link, "kind" | "source" | "externalId">[]) {
    return linksOf(this.#tx, asked);
  }

  #remember(structure: Parameters<Reading["remember"]>[0]): void {
    const { scope } = this.#ask.options;
    const isOurs = this.#context.lists.communes.some(({ code }) => code === structure.code_insee);
    if (scope === "everywhere" || isOurs || structure.code_insee === null) this.#structures.remember(structure);
  }

  /**
   * The services that came with those of this file and are no longer in it, once all of it was read. `isShrunk`: more than half of
   * them are missing, which a file that was cut explains better than as many closings.
   */
  async missing(): Promise<{ readonly services: readonly Service[]; readonly isShrunk: boolean }> {
    const seen = this.#plan.seenServices;
    const brought = await servicesBroughtBy(this.#tx, [...this.#files]);
    const { services } = this.#context.directory;
    const open = [...services.values()].filter(({ state }) => state.kind === "published" || state.kind === "draft");
    const theirs = new Set(brought);
    const ofFile = open.filter(({ id }) => theirs.has(id));
    const gone = ofFile.filter(({ id }) => !seen.has(id));
    return { services: gone, isShrunk: gone.length > 0 && gone.length * 2 >= ofFile.length };
  }
}

const structureNamed = (row: RawRow): Pick<Link, "kind" | "source" | "externalId">[] => {
  const id = row.kind === "row" ? row.fields["structure_id"] : undefined;
  return typeof id === "string" ? [{ kind: "place", source: id.split("--")[0] ?? "", externalId: id }] : [];
};

const things = (row: FeedRow): Pick<Link, "kind" | "source" | "externalId">[] =>
  row.kind === "broken"
    ? []
    : [
        { kind: "place", source: row.entry.source, externalId: row.entry.placeRef },
        ...(row.entry.service === null
          ? []
          : [{ kind: "service" as const, source: row.entry.source, externalId: row.entry.service.externalId }]),
      ];
