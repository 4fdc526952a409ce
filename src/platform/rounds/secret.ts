import { createHash, randomBytes } from "node:crypto";
import { z } from "zod";

/** What a personal link ends with: 256 bits that nobody can guess. */
export const Secret = z.string().regex(/^[\w-]{43}$/);
export type Secret = z.infer<typeof Secret>;

export const newSecret = (): Secret => randomBytes(32).toString("base64url");

/** What is kept of a secret: whoever reads the database, or a backup, can open nothing with it. */
export const digestOf = (secret: Secret): string => createHash("sha256").update(secret).digest("hex");
