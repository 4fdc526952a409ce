import { mkdir, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Mail } from "./model.ts";

export interface Letter extends Mail {
  readonly id: string;
  readonly queuedAt: Date;
}

/** How a mail leaves this machine, or where it stays when no server takes it. */
export interface Transport {
  readonly kind: "smtp" | "folder";
  readonly send: (letter: Letter) => Promise<void>;
  readonly close: () => void;
}

export interface MailSettings {
  /** `smtp://user:password@host:587` or `smtps://…`; without it, mails stay in the folder. */
  readonly smtp: string | undefined;
  /** "Maillage <ne-pas-repondre@ctg.example.fr>" */
  readonly from: string | undefined;
  readonly folder: string;
  readonly origin: string;
}

/** A failure after which trying again is of no use: the server refused this mail or its address for good. */
export class Undeliverable extends Error {}

/** Opens the way out of mails. Each keeps one Message-ID for life: one that was sent twice is seen as one. */
export async function openTransport({ smtp, from, folder, origin }: MailSettings): Promise<Transport> {
  // Loaded here and not above: the first page does not wait for a mail library.
  const { createTransport } = await import("nodemailer");
  const domain = new URL(origin).hostname;
  const message = ({ id, to, subject, text, queuedAt }: Letter) => ({
    from: from ?? `Maillage <ne-pas-repondre@${domain}>`,
    to: { name: "", address: to },
    subject,
    text,
    date: queuedAt,
    messageId: `<${id}@${domain}>`,
    // No holiday reply, no bounce war: nobody reads this mailbox.
    headers: { "Auto-Submitted": "auto-generated" },
  });
  if (smtp === undefined) {
    const writer = createTransport({ streamTransport: true, buffer: true, newline: "windows" });
    return {
      kind: "folder",
      send: async (letter) => {
        const { message: bytes } = await writer.sendMail(message(letter));
        await mkdir(folder, { recursive: true, mode: 0o700 });
        const path = join(folder, `${letter.id}.eml`);
        await writeFile(`${path}.part`, bytes, { mode: 0o600 });
        await rename(`${path}.part`, path);
      },
      close: () => writer.close(),
    };
  }
  const server = createTransport({
    url: smtp,
    pool: true,
    maxConnections: 1,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 30_000,
  });
  return {
    kind: "smtp",
    send: async (letter) => {
      try {
        await server.sendMail(message(letter));
      } catch (error) {
        throw isFinal(error) ? new Undeliverable(error instanceof Error ? error.message : String(error)) : error;
      }
    },
    close: () => server.close(),
  };
}

/** A 5xx about this mail or its address; a refused password is the server's trouble, and may be mended. */
const isFinal = (error: unknown): boolean =>
  typeof error === "object" &&
  error !== null &&
  "responseCode" in error &&
  typeof error.responseCode === "number" &&
  error.responseCode >= 500 &&
  !("code" in error && error.code === "EAUTH");
