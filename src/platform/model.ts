import { z } from "zod";
import { parseAmount } from "./french/amount.ts";
import { parseDay } from "./french/day.ts";
import { marks } from "./record/fields.ts";
import { parseNumber } from "./french/number.ts";

export const TerritoryId = z.uuid().brand<"TerritoryId">();
export type TerritoryId = z.infer<typeof TerritoryId>;
export const PersonId = z.uuid().brand<"PersonId">();
export type PersonId = z.infer<typeof PersonId>;
export const OrganisationId = z.uuid().brand<"OrganisationId">();
export type OrganisationId = z.infer<typeof OrganisationId>;
export const ConventionId = z.uuid().brand<"ConventionId">();
export type ConventionId = z.infer<typeof ConventionId>;
export const FileId = z.uuid().brand<"FileId">();
export type FileId = z.infer<typeof FileId>;

/**
 * Field schemas read what a form, a file or the API sends: text first. What is absent is `null`, everywhere.
 * A rule that fails names itself in `params.rule`; the sentence is found in `validation.fr.json`.
 */
const isBlank = (value: unknown): boolean =>
  value === undefined || value === null || (typeof value === "string" && value.trim() === "");

/** Makes any field optional: blank, missing and null are the same `null`. */
export const optional = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (isBlank(value) ? null : value), schema.nullable());

// PostgreSQL stores no NUL, and half a surrogate pair is no character: neither is worth a refusal.
const clean = (text: string): string =>
  text.replaceAll("\u0000", "").toWellFormed().normalize("NFC").replace(/\r\n?/g, "\n").trim();

/** One line of text, not blank, 300 characters unless told. */
export const line = (max = 300) =>
  marks(
    { kind: "line", max },
    z
      .string()
      .transform((text) => clean(text).replace(/\s*\n\s*/g, " "))
      .pipe(z.string().min(1).max(max)),
  );

/** Text of several lines, not blank, 20,000 characters unless told. */
export const prose = (max = 20_000) =>
  marks({ kind: "prose", max }, z.string().transform(clean).pipe(z.string().min(1).max(max)));

const isoDay = /^\d{4}-\d{2}-\d{2}$/;
/** A calendar day that exists, as `YYYY-MM-DD`. */
export const Day = z
  .string()
  .refine((text) => isoDay.test(text) && parseDay(text).kind === "day", { params: { rule: "day" } })
  .brand<"Day">();
export type Day = z.infer<typeof Day>;

/** A day as people write it: "2027-03-03", "03/03/2027", "3 mars 2027". */
export const writtenDay = marks(
  { kind: "day" },
  z.preprocess((value) => {
    if (typeof value !== "string") return value;
    const read = parseDay(value.trim());
    return read.kind === "day" ? read.day : value;
  }, Day),
);

/** Money in euro cents, as people write it: "3 500,00", "3500", "12 k€". Never negative here. */
export const writtenCents = marks(
  { kind: "cents" },
  z.preprocess(
    (value) => {
      if (typeof value !== "string") return value;
      const read = parseAmount(value);
      return read.kind === "amount" ? read.cents : value;
    },
    z
      .unknown()
      .refine((value): value is number => typeof value === "number" && Number.isSafeInteger(value) && value >= 0, {
        params: { rule: "amount" },
      })
      .pipe(z.number()),
  ),
);

/** A number as people write it: "1 234,5". */
export const writtenNumber = marks(
  { kind: "number", isWhole: false },
  z.preprocess(
    (value) => (typeof value === "string" ? (parseNumber(value) ?? value) : value),
    z
      .unknown()
      .refine((value): value is number => typeof value === "number" && Number.isFinite(value), { params: { rule: "number" } })
      .pipe(z.number()),
  ),
);

export const writtenYear = writtenNumber.pipe(z.number().int().min(1990).max(2100));

export const email = marks(
  { kind: "email" },
  z
    .string()
    .transform((text) => clean(text).toLowerCase())
    .pipe(z.email().max(254)),
);

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value.map((each: unknown) => each) : [value]);

/** A set of codes from checkboxes: one, several or none, in any order, without duplicates. */
export const setOf = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.preprocess(
    (value): unknown[] => (isBlank(value) ? [] : listOf(value).filter((each) => !isBlank(each))),
    z.array(schema).transform((codes) => [...new Set(codes)]),
  );

/** Rows of a repeatable part of a form: those left wholly blank are not rows. */
export const rowsOf = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess(
    (value) =>
      (Array.isArray(value) ? listOf(value) : []).filter(
        (row) =>
          typeof row !== "object" || row === null || !Object.entries(row).every(([key, cell]) => key === "id" || isBlank(cell)),
      ),
    z.array(schema).max(200),
  );

/** Who may see a thing: everyone, those who are signed in here, or its coordinator and those who carry it. */
export const Confidentiality = z.enum(["public", "shared", "restricted"]);
export type Confidentiality = z.infer<typeof Confidentiality>;
