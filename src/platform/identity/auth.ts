import { createHash } from "node:crypto";
import { z } from "zod";
import type { Database } from "../database/database.ts";
import { linkMinutes } from "./rules.ts";
import { readUserInfo, type OidcSettings } from "./oidc.ts";
import * as tables from "./tables.ts";

export interface AuthParts {
  readonly database: Database;
  readonly origin: string;
  readonly secret: string;
  readonly oidc: OidcSettings | undefined;
  readonly sendLink: (link: { readonly email: string; readonly token: string; readonly metadata: unknown }) => Promise<void>;
  /** Someone has just proved that this address is theirs. */
  readonly onSignIn: (userId: string) => Promise<void>;
  readonly onError: (error: unknown) => void;
}

/** Where better-auth answers. Only the paths that a browser needs are let through to it: see `openIdentity`. */
export const authPath = "/connexion/auth";
export const oidcProvider = "proconnect";

/** What the database keeps of a link's token: who reads it can't open anything. */
export const tokenHash = (token: string): string => createHash("sha256").update(token).digest("base64url");

const thirtyDays = 30 * 86_400;

/** better-auth as this instance uses it. Its modules take a second to load: only when someone comes to sign in. */
export async function createAuth({ database, origin, secret, oidc, sendLink, onSignIn, onError }: AuthParts) {
  const [
    { betterAuth },
    { drizzleAdapter },
    { magicLink },
    { genericOAuth },
    { passkey },
    { createAuthEndpoint },
    { setSessionCookie },
  ] = await Promise.all([
    import("better-auth/minimal"),
    import("better-auth/adapters/drizzle"),
    import("better-auth/plugins/magic-link"),
    import("better-auth/plugins/generic-oauth"),
    import("@better-auth/passkey"),
    import("@better-auth/core/api"),
    import("better-auth/cookies"),
  ]);
  const { user, session, account, verification } = tables;
  const url = new URL(origin);
  return betterAuth({
    appName: "Maillage",
    baseURL: origin,
    basePath: authPath,
    secret,
    database: drizzleAdapter(database.owner, {
      provider: "pg",
      schema: { user, session, account, verification, passkey: tables.passkey },
      transaction: true,
    }),
    // A session lasts thirty days and is not prolonged: signing in again takes a minute a month.
    session: { expiresIn: thirtyDays, disableSessionRefresh: true },
    account: { encryptOAuthTokens: true, accountLinking: { enabled: true } },
    advanced: {
      cookiePrefix: "maillage",
      useSecureCookies: url.protocol === "https:",
      // The address of a visitor's machine is of no use here, and is therefore not kept.
      ipAddress: { disableIpTracking: true },
    },
    rateLimit: { enabled: false },
    telemetry: { enabled: false },
    onAPIError: { errorURL: `${origin}/connexion` },
    logger: { level: "error", log: (_level, message, ...rest) => onError(new Error(message, { cause: rest[0] })) },
    databaseHooks: { session: { create: { after: async ({ userId }) => onSignIn(userId).catch(onError) } } },
    plugins: [
      magicLink({
        expiresIn: linkMinutes * 60,
        storeToken: { type: "custom-hasher", hash: async (token) => tokenHash(token) },
        sendMagicLink: ({ email, token, metadata }) => sendLink({ email, token, metadata }),
      }),
      passkey({ rpName: "Maillage", rpID: url.hostname, origin: url.origin }),
      ...(oidc === undefined
        ? []
        : [
            genericOAuth({
              config: [
                {
                  providerId: oidcProvider,
                  discoveryUrl: `${oidc.issuer.replace(/\/$/, "")}/.well-known/openid-configuration`,
                  clientId: oidc.clientId,
                  clientSecret: oidc.clientSecret,
                  scopes: ["openid", "email", "given_name", "usual_name"],
                  requireIdTokenVerification: true,
                  overrideUserInfo: true,
                  getUserInfo: (tokens) => readUserInfo(oidc, tokens.accessToken),
                },
              ],
            }),
          ]),
      {
        id: "maillage",
        endpoints: {
          // Without a path: nothing outside this process can call it.
          enterAs: createAuthEndpoint({ method: "POST", body: z.object({ email: z.email(), name: z.string() }) }, async (ctx) => {
            const { internalAdapter } = ctx.context;
            const known = await internalAdapter.findUserByEmail(ctx.body.email);
            const entering =
              known?.user ??
              (await internalAdapter.createUser({ ...ctx.body, emailVerified: true }, { method: "demonstration" }));
            const opened = await internalAdapter.createSession(entering.id);
            await setSessionCookie(ctx, { session: opened, user: entering });
            return { id: entering.id };
          }),
        },
      },
    ],
  });
}

export type Auth = Awaited<ReturnType<typeof createAuth>>;
