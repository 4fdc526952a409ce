import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Document } from "flexsearch";
import MiniSearch from "minisearch";
import { Client } from "pg";
import { openServer } from "../src/platform/database/server/open-server.ts";
import { folded } from "../src/platform/french/plain.ts";
import { defaultSynonyms } from "../src/wings/directory/synonyms/default-synonyms.ts";
import { noFilters } from "../src/wings/directory/search/model.ts";
import { search } from "../src/wings/directory/search/search.ts";
import { buildIndex } from "../src/wings/directory/search/search-index.ts";
import { stemsOf } from "../src/wings/directory/search/tokens.ts";
import type { Directory } from "../src/wings/directory/card/model.ts";
import { bigDirectory, communes, queries, type BenchQuery } from "./search/big-directory.ts";

/** A record as the other engines index it: the same words as ours, everyday words of its kind written in. */
interface Flat {
  readonly id: number;
  readonly name: string;
  readonly kind: string;
  readonly everyday: string;
  readonly place: string;
  readonly commune: string;
  readonly description: string;
  readonly [field: string]: string | number;
}

interface Answer {
  readonly kind: string;
  readonly commune: string | null;
}

function flatten(directory: Directory): { readonly records: readonly Flat[]; readonly answers: readonly Answer[] } {
  const names = new Map(communes.map(({ code, name }): [string, string] => [code, name]));
  const everyday = new Map(
    directory.kinds.map(({ key, name }) => {
      const own = new Set(stemsOf(name.fr));
      const said = defaultSynonyms.filter(([, means]) =>
        means.split(",").some((phrase) => stemsOf(phrase).every((stem) => own.has(stem))),
      );
      return [key, said.map(([words]) => words).join(", ")] as const;
    }),
  );
  const records: Flat[] = [];
  const answers: Answer[] = [];
  for (const { offer, placeId } of directory.services.values()) {
    const place = directory.places.get(placeId);
    const kind = directory.kinds.find(({ key }) => key === offer.kind);
    records.push({
      id: records.length,
      name: folded(offer.name),
      kind: folded(`${kind?.name.fr ?? ""} ${kind?.plain.fr ?? ""}`),
      everyday: folded(everyday.get(offer.kind) ?? ""),
      place: folded(place?.name ?? ""),
      commune: folded(names.get(place?.communeCode ?? "") ?? ""),
      description: folded(offer.description ?? ""),
    });
    answers.push({ kind: offer.kind, commune: place?.communeCode ?? null });
  }
  return { records, answers };
}

const fields = ["name", "kind", "everyday", "place", "commune", "description"];

interface Measured {
  readonly engine: string;
  readonly build: number;
  readonly times: readonly number[];
  readonly hits: number;
  readonly none: number;
}

type Ask = (text: string) => readonly number[] | Promise<readonly number[]>;

async function measure(
  engine: string,
  build: number,
  asked: readonly BenchQuery[],
  answers: readonly Answer[],
  ask: Ask,
): Promise<Measured> {
  const times: number[] = [];
  let hits = 0;
  let none = 0;
  for (const { text, kind, commune } of asked) {
    const started = performance.now();
    const found = await ask(text);
    times.push(performance.now() - started);
    if (found.length === 0) none += 1;
    const isHit = found
      .slice(0, 3)
      .some((id) => answers[id]?.kind === kind && (commune === null || answers[id].commune === commune));
    if (isHit) hits += 1;
  }
  return { engine, build, times: times.toSorted((a, b) => a - b), hits, none };
}

async function timed<Value>(run: () => Value | Promise<Value>): Promise<{ readonly value: Value; readonly ms: number }> {
  const started = performance.now();
  const value = await run();
  return { value, ms: performance.now() - started };
}

async function ours(directory: Directory, asked: readonly BenchQuery[], answers: readonly Answer[]): Promise<Measured> {
  const { value: index, ms } = await timed(() => buildIndex(directory, { communes, themes: [] }));
  const numbers = new Map([...directory.services.keys()].map((id, number) => [id, number]));
  const ask: Ask = (text) =>
    search(index, { text, filters: noFilters, from: null, today: 20_000, limit: 20 }).results.map(
      ({ service }) => numbers.get(service.id) ?? -1,
    );
  for (const { text } of asked.slice(0, 50)) await ask(`${text} ici`);
  return measure("Maillage", ms, asked, answers, ask);
}

async function miniSearch(records: readonly Flat[], asked: readonly BenchQuery[], answers: readonly Answer[]): Promise<Measured> {
  const { value: engine, ms } = await timed(() => {
    const made = new MiniSearch<Flat>({ fields });
    made.addAll(records);
    return made;
  });
  const ask: Ask = (text) =>
    engine
      .search(folded(text), { prefix: true, fuzzy: 0.2, boost: { name: 2, kind: 2, commune: 2 } })
      .slice(0, 20)
      .map(({ id }: { id: number }) => id);
  for (const { text } of asked.slice(0, 50)) await ask(text);
  return measure("MiniSearch", ms, asked, answers, ask);
}

async function flexSearch(records: readonly Flat[], asked: readonly BenchQuery[], answers: readonly Answer[]): Promise<Measured> {
  const { value: engine, ms } = await timed(() => {
    const made = new Document<Flat>({ document: { id: "id", index: fields }, tokenize: "forward", encoder: "LatinBalance" });
    for (const record of records) made.add(record);
    return made;
  });
  const ask: Ask = (text) =>
    engine.search(folded(text), { limit: 20, suggest: true, merge: true }).map(({ id }: { id: string | number }) => Number(id));
  for (const { text } of asked.slice(0, 50)) await ask(text);
  return measure("FlexSearch", ms, asked, answers, ask);
}

async function postgreSql(
  records: readonly Flat[],
  asked: readonly BenchQuery[],
  answers: readonly Answer[],
  url: string,
): Promise<Measured> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { ms } = await timed(async () => {
      await client.query("create extension if not exists pg_trgm");
      await client.query("drop table if exists record");
      await client.query("create table record (id int primary key, words text not null, terms tsvector not null)");
      const texts = records.map((record) => fields.map((field) => record[field]).join(" "));
      await client.query(
        "insert into record select id, words, to_tsvector('french', words) from unnest($1::int[], $2::text[]) as each (id, words)",
        [records.map(({ id }) => id), texts],
      );
      await client.query("create index on record using gin (terms)");
      await client.query("create index on record using gin (words gin_trgm_ops)");
      await client.query("analyze record");
    });
    const byTerms = `select id from record, plainto_tsquery('french', $1) as query where terms @@ query order by ts_rank_cd(terms, query) desc limit 20`;
    const byTrigrams = `select id from record where $1 <% words order by word_similarity($1, words) desc limit 20`;
    const ask: Ask = async (text) => {
      const exact = await client.query<{ id: number }>(byTerms, [folded(text)]);
      const { rows } = exact.rows.length > 0 ? exact : await client.query<{ id: number }>(byTrigrams, [folded(text)]);
      return rows.map(({ id }) => id);
    };
    for (const { text } of asked.slice(0, 20)) await ask(text);
    return await measure("PostgreSQL", ms, asked, answers, ask);
  } finally {
    await client.end();
  }
}

const at = (times: readonly number[], share: number): number =>
  times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;

function print(measured: readonly Measured[], count: number): void {
  const [first] = measured;
  process.stdout.write(
    "| engine | index, ms | p50 ms | p95 ms | p99 ms | p95 beside ours | top 3 | no answer |\n| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n",
  );
  for (const { engine, build, times, hits, none } of measured) {
    const ratio = at(times, 0.95) / at(first?.times ?? [], 0.95);
    const figures = [build.toFixed(0), at(times, 0.5).toFixed(2), at(times, 0.95).toFixed(2), at(times, 0.99).toFixed(2)];
    process.stdout.write(
      `| ${[engine, ...figures, `${ratio.toFixed(1)} : 1`, `${((100 * hits) / count).toFixed(1)} %`, none].join(" | ")} |\n`,
    );
  }
}

const parent = await mkdtemp(join(tmpdir(), "maillage-bench-"));
// The administrator's server runs under another account, which must cross this folder.
await chmod(parent, 0o711);
const server = await openServer({ dataFolder: join(parent, "data") });
try {
  const count = Number(process.argv[2] ?? 1_000);
  for (const size of [10_000, 50_000]) {
    const directory = bigDirectory(size);
    const { records, answers } = flatten(directory);
    const asked = queries(count, directory);
    process.stdout.write(`\n${size.toLocaleString("en")} services, ${count.toLocaleString("en")} queries\n\n`);
    print(
      [
        await ours(directory, asked, answers),
        await miniSearch(records, asked, answers),
        await flexSearch(records, asked, answers),
        await postgreSql(records, asked, answers, server.url),
      ],
      count,
    );
  }
} finally {
  await server.close();
  await rm(parent, { recursive: true, force: true });
}
