import { hash } from "node:crypto";

/** A page as it was sent: its bytes, the tag by which a browser says that it has them, and those bytes compressed once someone asked so. */
export interface KeptAnswer {
  readonly headers: [string, string][];
  readonly bytes: Uint8Array;
  readonly tag: string;
  readonly compressed: { br?: Uint8Array; gzip?: Uint8Array };
}

export const tagOf = (bytes: Uint8Array): string => `W/"${hash("sha1", bytes, "base64url")}"`;

export async function keepAnswer(answer: Response): Promise<KeptAnswer> {
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { headers: [...answer.headers], bytes, tag: tagOf(bytes), compressed: {} };
}
