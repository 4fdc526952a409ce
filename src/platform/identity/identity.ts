import { createHmac } from "node:crypto";
import { eq } from "drizzle-orm";
import { z } from "zod";
import type { Clock } from "../clock.ts";
import type { Database } from "../database/database.ts";
import type { Account } from "../http/visit.ts";
import type { Lang } from "../words.ts";
import { authPath, createAuth, oidcProvider, tokenHash, type Auth } from "./auth.ts";
import { linkMail } from "./link-mail.ts";
import type { OidcSettings } from "./oidc.ts";
import { linksPerAddress, linksPerNetwork } from "./rules.ts";
import { signedToken } from "./session-token.ts";
import { addOperator, countRequest, isOperator, openProof, queueSignInMail } from "./store.ts";
import { user } from "./tables.ts";

export interface IdentityParts {
  readonly database: Database;
  readonly clock: Clock;
  /** Address of the instance as browsers write it: cookies, passkeys and links belong to it. */
  readonly origin: string;
  readonly secret: string;
  readonly oidc?: OidcSettings | undefined;
  /** Someone has just proved that this address is theirs, by whichever way. */
  readonly onSignIn?: ((account: Account) => Promise<void>) | undefined;
  readonly onError?: ((error: unknown) => void) | undefined;
}

/** The `Set-Cookie` headers that an answer must carry. */
type Cookies = readonly string[];

export interface CurrentSession {
  readonly id: string;
  readonly userId: string;
  /** Opened less than a day ago: the only kind that may add a passkey. */
  readonly fresh: boolean;
}

export interface LinkRequest {
  readonly email: string;
  readonly lang: Lang;
  readonly returnTo: string;
  readonly network: string | null;
}

export interface Identity {
  /** The token of the session that a request brings: whose it is, and whether it is open, the database says. */
  readonly sessionOf: (headers: Headers) => string | null;
  readonly identify: (headers: Headers) => Promise<Account | null>;
  readonly currentSession: (headers: Headers) => Promise<CurrentSession | null>;
  /** The same answer whether the address is known or not: a link leaves for both. */
  readonly requestLink: (
    request: LinkRequest,
  ) => Promise<{ readonly kind: "sent" } | { readonly kind: "tooMany"; readonly opensAt: Date }>;
  /** Whose link it is, without using it: programs that read mails open links before people do. */
  readonly readLink: (token: string) => Promise<{ readonly kind: "open"; readonly email: string } | { readonly kind: "closed" }>;
  readonly useLink: (
    token: string,
    headers: Headers,
  ) => Promise<{ readonly kind: "entered"; readonly cookies: Cookies } | { readonly kind: "closed" }>;
  readonly hasOidc: boolean;
  readonly startOidc: (
    returnTo: string,
    headers: Headers,
  ) => Promise<{ readonly kind: "go"; readonly url: string; readonly cookies: Cookies } | { readonly kind: "unreachable" }>;
  /** Answers what passkeys and the way back from ProConnect ask; `null` for any other address. */
  readonly handle: (request: Request) => Promise<Response | null>;
  /** Opens a session without any proof: for the demonstration, where nothing is anyone's. */
  readonly enterAs: (
    who: { readonly email: string; readonly name: string; readonly operator: boolean },
    headers: Headers,
  ) => Promise<Cookies>;
  /** `elsewhere`: the page of the provider that closes its own session too. */
  readonly leave: (headers: Headers) => Promise<{ readonly cookies: Cookies; readonly elsewhere: string | null }>;
  /** Loads what the first sign-in would wait for. */
  readonly warmUp: () => Promise<void>;
}

const Proof = z.object({ email: z.string() });
const Asked = z.object({ lang: z.enum(["fr", "en"]), returnTo: z.string() });
/** How better-auth leads elsewhere out of a call: it throws. */
const Redirection = z.object({ name: z.literal("APIError"), statusCode: z.literal(302) });
const oneDay = 86_400_000;

const open = new Map([
  [`${authPath}/callback/${oidcProvider}`, "GET"],
  [`${authPath}/passkey/generate-register-options`, "GET"],
  [`${authPath}/passkey/verify-registration`, "POST"],
  [`${authPath}/passkey/generate-authenticate-options`, "GET"],
  [`${authPath}/passkey/verify-authentication`, "POST"],
]);

/** Opens the sign-in of an instance: link by mail, passkey, OpenID Connect. What it says about anyone is said to themselves only. */
export function openIdentity({
  database,
  clock,
  origin,
  secret,
  oidc,
  onSignIn,
  onError = () => undefined,
}: IdentityParts): Identity {
  const { owner } = database;
  let made: Promise<Auth> | undefined;
  const make = (): Promise<Auth> =>
    createAuth({
      database,
      origin,
      secret,
      oidc,
      onError,
      sendLink: async ({ email, token, metadata }) => {
        await queueSignInMail(owner, clock.now(), linkMail({ email, token, origin, ...Asked.parse(metadata) }));
      },
      onSignIn: async (userId) => {
        const [row] = await owner.select().from(user).where(eq(user.id, userId));
        if (row?.emailVerified === true && onSignIn !== undefined) await onSignIn(await toAccount(row));
      },
    });
  const auth = (): Promise<Auth> => (made ??= make());

  const toAccount = async ({
    id,
    email,
    name,
  }: {
    readonly id: string;
    readonly email: string;
    readonly name: string;
  }): Promise<Account> => ({
    id,
    email,
    name: name.trim() === "" ? email : name,
    operator: await isOperator(owner, email),
  });

  const cookie = `${origin.startsWith("https:") ? "__Secure-" : ""}maillage.session_token`;
  const sessionOf = (headers: Headers): string | null => signedToken(headers.get("cookie"), cookie, secret);

  return {
    sessionOf,
    identify: async (headers) => {
      const arrival = await database.arrive({ session: sessionOf(headers), territory: null, now: clock.now() });
      return arrival.account;
    },
    currentSession: async (headers) => {
      const found = sessionOf(headers) === null ? null : await (await auth()).api.getSession({ headers });
      if (found === null) return null;
      const { id, userId, createdAt } = found.session;
      return { id, userId, fresh: clock.now().getTime() - createdAt.getTime() < oneDay };
    },
    requestLink: async ({ email, lang, returnTo, network }) => {
      const key = (text: string): string => createHmac("sha256", secret).update(text).digest("base64url");
      const quotas = [
        { key: key(`address ${email}`), most: linksPerAddress },
        ...(network === null ? [] : [{ key: key(`network ${network}`), most: linksPerNetwork }]),
      ];
      const refused = await countRequest(owner, quotas, clock.now());
      if (refused !== null) return { kind: "tooMany", ...refused };
      await (await auth()).api.signInMagicLink({ body: { email, metadata: { lang, returnTo } }, headers: new Headers() });
      return { kind: "sent" };
    },
    readLink: async (token) => {
      const value = await openProof(owner, tokenHash(token), clock.now());
      const proof = value === undefined ? undefined : Proof.safeParse(JSON.parse(value));
      return proof?.success === true ? { kind: "open", email: proof.data.email } : { kind: "closed" };
    },
    useLink: async (token, headers) => {
      const { api } = await auth();
      try {
        const { headers: answered } = await api.magicLinkVerify({ query: { token }, headers, returnHeaders: true });
        return { kind: "entered", cookies: answered.getSetCookie() };
      } catch (error) {
        // The library leads elsewhere with a reason when a link is used, over or unknown: all three are the same here.
        if (Redirection.safeParse(error).success) return { kind: "closed" };
        throw error;
      }
    },
    hasOidc: oidc !== undefined,
    startOidc: async (returnTo, headers) => {
      if (oidc === undefined) return { kind: "unreachable" };
      const known = async (): Promise<boolean> =>
        (await (await auth()).$context).socialProviders.some(({ id }) => id === oidcProvider);
      // The provider is asked once for what it offers; if it was away then, it is asked again now.
      if (!(await known())) made = make();
      if (!(await known())) return { kind: "unreachable" };
      const { headers: answered, response } = await (
        await auth()
      ).api.signInSocial({
        body: { provider: oidcProvider, callbackURL: returnTo, errorCallbackURL: "/connexion", disableRedirect: true },
        headers,
        returnHeaders: true,
      });
      return response.url === undefined
        ? { kind: "unreachable" }
        : { kind: "go", url: response.url, cookies: answered.getSetCookie() };
    },
    handle: async (request) => {
      if (open.get(new URL(request.url).pathname) !== request.method) return null;
      return (await auth()).handler(request);
    },
    enterAs: async ({ email, name, operator }, headers) => {
      if (operator) await addOperator(owner, email, clock.now());
      const { headers: answered } = await (await auth()).api.enterAs({ body: { email, name }, headers, returnHeaders: true });
      return answered.getSetCookie();
    },
    leave: async (headers) => {
      const { headers: answered, response } = await (
        await auth()
      ).api.signOut({ headers, body: { callbackURL: `${origin}/`, disableRedirect: true }, returnHeaders: true });
      return { cookies: answered.getSetCookie(), elsewhere: response.url ?? null };
    },
    warmUp: async () => {
      await auth();
    },
  };
}
