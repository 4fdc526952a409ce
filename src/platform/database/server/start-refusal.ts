/** Puts the narrow no-break spaces that French typography asks for around « », and before ; : ! ? */
export function frenchSpaces(text: string): string {
  return text.replaceAll(/ ([;:!?»])/g, "\u202f$1").replaceAll("« ", "«\u202f");
}

/** Why Maillage does not start: one French sentence that says what happened and what to do, shown to the person as it is. */
export class StartRefusal extends Error {
  override readonly name = "StartRefusal";

  constructor(sentence: string, cause?: unknown) {
    super(frenchSpaces(sentence), { cause });
  }
}
