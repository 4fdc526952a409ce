import { z } from "zod";

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** An issuer that only gives addresses it has checked, and does not say so of each (ProConnect vouches for its own). */
  readonly trustEmail: boolean;
}

const Discovery = z.object({ userinfo_endpoint: z.url() });
const Claims = z.object({
  sub: z.string().min(1),
  email: z.email(),
  email_verified: z.boolean().optional(),
  name: z.string().optional(),
  given_name: z.string().optional(),
  usual_name: z.string().optional(),
  family_name: z.string().optional(),
});

const patience = 8_000;

/**
 * The person behind an access token, asked of the issuer itself. ProConnect answers with a signed JWT: it comes straight
 * from its endpoint over TLS, which is proof enough of where it comes from (OpenID Connect Core 3.1.3.7, 5.3.2).
 * An address that the issuer has not checked opens nothing here, where the address is the person.
 */
export async function readUserInfo({ issuer, trustEmail }: OidcSettings, accessToken: string | undefined) {
  if (accessToken === undefined) return null;
  const ask = (url: string, headers: Record<string, string> = {}): Promise<Response> =>
    fetch(url, { headers, redirect: "error", signal: AbortSignal.timeout(patience) });
  const discovery = Discovery.parse(await (await ask(`${issuer.replace(/\/$/, "")}/.well-known/openid-configuration`)).json());
  const answer = await ask(discovery.userinfo_endpoint, { authorization: `Bearer ${accessToken}` });
  if (!answer.ok) return null;
  const text = await answer.text();
  const isJwt = (answer.headers.get("content-type") ?? "").includes("application/jwt");
  const claims = Claims.safeParse(JSON.parse(isJwt ? Buffer.from(text.split(".")[1] ?? "", "base64url").toString("utf8") : text));
  if (!claims.success) return null;
  const { sub, email, email_verified: verified, name, given_name: given, usual_name: usual, family_name: family } = claims.data;
  if (!trustEmail && verified !== true) return null;
  const whole = name ?? [given, usual ?? family].filter((part) => part !== undefined).join(" ");
  return { id: sub, sub, email: email.toLowerCase(), emailVerified: true, name: whole };
}
