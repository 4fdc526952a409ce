/** The system's code of an error (ENOENT, 28P01…), or an empty text. */
export function errorCode(error: unknown): string {
  return typeof error === "object" && error !== null && "code" in error && typeof error.code === "string" ? error.code : "";
}

/** What an error says, on one line; connecting to several addresses fails with an empty message and a list of errors. */
export function errorText(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return error.errors.map(errorText).join(", ");
  return (error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ").trim();
}
