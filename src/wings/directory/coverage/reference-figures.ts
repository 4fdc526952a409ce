import type { AgeBandKey, Figure, ReferenceFigures } from "./model.ts";

const bpe = "Insee, base permanente des équipements";
const caf = "Insee et Cnaf, foyers allocataires de la Caf par Iris : enfants à charge";

/** Communes in which the facilities of 2018 were read, and how many childcare centres (type D502) were counted there. */
const childcareCentres2018: Readonly<Record<string, number>> = {
  "88148": 0,
  "88158": 0,
  "88205": 0,
  "88351": 0,
  "88383": 1,
  "88409": 0,
  "88415": 0,
  "88429": 0,
  "88487": 0,
  "88498": 0,
};

/** Sums of the Iris of a commune, where none of them is secret. Communes that have no Iris are not known. */
const children2021: Readonly<Record<string, Readonly<Record<AgeBandKey, number>>>> = {
  "88383": { "0-2": 146, "3-5": 156, "6-10": 291, "11-17": 507 },
};

const figure = (count: number | undefined, year: number, source: string): Figure | null =>
  count === undefined ? null : { count, year, source };

/** Figures of public statistics by the INSEE's code of a commune, carried over from their files with their year. */
export const referenceFigures: ReferenceFigures = {
  children: (communeCode, band) => figure(children2021[communeCode]?.[band], 2021, caf),
  services: (communeCode, kind) => (kind === "eaje" ? figure(childcareCentres2018[communeCode], 2018, bpe) : null),
};
