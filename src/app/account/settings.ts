import { z } from "zod";
import { StartRefusal } from "../../platform/database/server/start-refusal.ts";
import type { OidcSettings } from "../../platform/identity/oidc.ts";

export interface AccountSettings {
  /** Where the secret of cookies is kept, unless one is given. */
  readonly dataFolder: string;
  readonly secret: string | undefined;
  /** Demonstration mode: anyone may enter as anyone. */
  readonly demo: boolean;
  readonly oidc: OidcSettings | undefined;
  readonly smtp: string | undefined;
  readonly mailFrom: string | undefined;
  /** A proxy of ours stands before the server: the last address of `X-Forwarded-For` is the visitor's. */
  readonly behindProxy: boolean;
}

const https = /^https:\/\/|^http:\/\/(?:localhost|127\.0\.0\.1|\[::1\])(?::\d+)?(?:\/|$)/;

/**
 * Reads `MAILLAGE_SECRET`, `MAILLAGE_OIDC_ISSUER`, `MAILLAGE_OIDC_CLIENT_ID`, `MAILLAGE_OIDC_CLIENT_SECRET`,
 * `MAILLAGE_OIDC_TRUST_EMAIL`, `MAILLAGE_SMTP`, `MAILLAGE_MAIL_FROM` and `MAILLAGE_BEHIND_PROXY`.
 */
export function readAccountSettings(
  env: NodeJS.ProcessEnv,
  { dataFolder, demo }: Pick<AccountSettings, "dataFolder" | "demo">,
): AccountSettings {
  const read = (name: string): string | undefined => {
    const value = env[name]?.trim();
    return value === undefined || value === "" ? undefined : value;
  };
  const isOn = (name: string): boolean => read(name) === "on";
  const secret = read("MAILLAGE_SECRET");
  if (secret !== undefined && secret.length < 32)
    throw new StartRefusal("MAILLAGE_SECRET est trop court : donnez 32 caractères au moins, tirés au hasard.");
  const smtp = read("MAILLAGE_SMTP");
  if (smtp !== undefined && !/^smtps?:\/\/[^/]/.test(smtp)) {
    throw new StartRefusal(
      "MAILLAGE_SMTP n’est pas compris : écrivez smtp://utilisateur:motdepasse@serveur:587, ou smtps://… pour le port 465.",
    );
  }
  const from = read("MAILLAGE_MAIL_FROM");
  if (from !== undefined && !z.email().safeParse(/<([^<>]+)>$/.exec(from)?.[1] ?? from).success) {
    throw new StartRefusal(
      "MAILLAGE_MAIL_FROM n’est pas une adresse : écrivez par exemple « Maillage <ne-pas-repondre@ctg.exemple.fr> ».",
    );
  }
  return {
    dataFolder,
    demo,
    secret,
    smtp,
    mailFrom: from,
    oidc: readOidc(read, isOn("MAILLAGE_OIDC_TRUST_EMAIL")),
    behindProxy: isOn("MAILLAGE_BEHIND_PROXY"),
  };
}

function readOidc(read: (name: string) => string | undefined, trustEmail: boolean): OidcSettings | undefined {
  const issuer = read("MAILLAGE_OIDC_ISSUER");
  const clientId = read("MAILLAGE_OIDC_CLIENT_ID");
  const clientSecret = read("MAILLAGE_OIDC_CLIENT_SECRET");
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return undefined;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) {
    throw new StartRefusal(
      "Pour ProConnect, donnez les trois : MAILLAGE_OIDC_ISSUER, MAILLAGE_OIDC_CLIENT_ID et MAILLAGE_OIDC_CLIENT_SECRET.",
    );
  }
  if (!https.test(issuer) || !URL.canParse(issuer))
    throw new StartRefusal("MAILLAGE_OIDC_ISSUER n’est pas une adresse en https://.");
  return { issuer, clientId, clientSecret, trustEmail };
}
