import { createRequire } from "node:module";
import { z } from "zod";
import { CommuneCode, Siren, type Commune } from "./model.ts";

/**
 * Reads the national register of communes and EPCI (`@etalab/decoupage-administratif`). Its main entry reads relative to
 * the working directory: its data files are imported instead. Populations come from `communes.json` only: `epci.json` is
 * of another vintage, and the two are never mixed.
 */
const require = createRequire(import.meta.url);
const read = <Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> =>
  z.parse(schema, require(`@etalab/decoupage-administratif/data/${file}.json`));

const Epci = z.array(
  z.object({ code: z.string(), nom: z.string(), type: z.string(), membres: z.array(z.object({ code: z.string() })) }),
);
const Communes = z.array(
  z.object({
    code: z.string(),
    nom: z.string(),
    type: z.string(),
    departement: z.string().optional(),
    region: z.string().optional(),
    population: z.number().optional(),
  }),
);
const Named = z.array(z.object({ code: z.string(), nom: z.string() }));

/** Edition of the register, as shown beside each population: version 6.x of the package is the official code of 2026. */
export const registerVintage = "COG 2026";

export interface RegisteredEpci {
  readonly siren: Siren;
  readonly name: string;
  readonly departement: { readonly code: string; readonly name: string };
  readonly region: { readonly code: string; readonly name: string };
  readonly communes: readonly Commune[];
}

/** The EPCI of this SIREN with its communes, or `undefined` when the register has none. */
export function findEpci(siren: Siren): RegisteredEpci | undefined {
  const epci = read("epci", Epci).find(({ code }) => code === siren);
  if (epci === undefined) return undefined;
  const members = new Set(epci.membres.map(({ code }) => code));
  // Delegated and associated communes bear the codes of communes that have merged: only today's communes count.
  const rows = read("communes", Communes).filter(({ code, type }) => type === "commune-actuelle" && members.has(code));
  const departement = named("departements", mostFrequent(rows.map((row) => row.departement)));
  const region = named("regions", mostFrequent(rows.map((row) => row.region)));
  return {
    siren,
    name: epci.nom,
    departement,
    region,
    communes: rows.map(({ code, nom, population }) => ({
      code: CommuneCode.parse(code),
      name: nom,
      population: population ?? null,
      vintage: registerVintage,
    })),
  };
}

/** EPCI whose name contains all the words, for the one who looks for theirs: at most 20, by name. */
export function searchEpci(text: string): readonly { readonly siren: Siren; readonly name: string; readonly communes: number }[] {
  const words = fold(text)
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== "");
  return read("epci", Epci)
    .filter(({ nom, code }) => words.every((word) => fold(nom).includes(word) || code === word))
    .map(({ code, nom, membres }) => ({ siren: Siren.parse(code), name: nom, communes: membres.length }))
    .toSorted((a, b) => a.name.localeCompare(b.name, "fr"))
    .slice(0, 20);
}

const fold = (text: string): string => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

function named(file: "departements" | "regions", code: string): { code: string; name: string } {
  return { code, name: read(file, Named).find((each) => each.code === code)?.nom ?? code };
}

/** An EPCI may spread over two départements: it belongs to the one of most of its communes. */
function mostFrequent(codes: readonly (string | undefined)[]): string {
  const counts = new Map<string, number>();
  for (const code of codes) if (code !== undefined) counts.set(code, (counts.get(code) ?? 0) + 1);
  return [...counts].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? "";
}
