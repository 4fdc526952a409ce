import type { Tx } from "./database.ts";

export async function unlessNamed(tx: Tx, remove: (inner: Tx) => Promise<unknown>): Promise<boolean> {
  try {
    // In a savepoint: a refusal of the database does not end the transaction around it.
    await tx.transaction(remove);
    return true;
  } catch (error) {
    const cause = error instanceof Error ? error.cause : undefined;
    if (typeof cause === "object" && cause !== null && "code" in cause && cause.code === "23503") return false;
    throw error;
  }
}
