import { InputError } from "./input-error.ts";

export type Options = Readonly<Record<string, string | true | undefined>>;

/** An option that takes a value. */
export function given(options: Options, name: string): string | undefined {
  const value = options[name];
  return typeof value === "string" ? value : undefined;
}

export function needed(options: Options, name: string, what: string): string {
  const value = given(options, name);
  if (value === undefined || value === "") throw new InputError(`Il manque --${name} : ${what}.`);
  return value;
}

/** A positive number. */
export function positive(options: Options, name: string, what: string): number {
  const number = Number(needed(options, name, what).replace(",", "."));
  if (number > 0 && number < Infinity) return number;
  throw new InputError(`--${name} vaut « ${given(options, name) ?? ""} » : donnez un nombre positif, ${what}.`);
}

/** A number, 0 or more. */
export function amount(options: Options, name: string, what: string): number {
  const number = Number(needed(options, name, what).replace(",", "."));
  if (number >= 0 && number < Infinity) return number;
  throw new InputError(`--${name} vaut « ${given(options, name) ?? ""} » : donnez un nombre positif ou nul, ${what}.`);
}
