import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import Provider from "oidc-provider";

/** Whoever knocks at the provider is this person. */
export interface Person {
  readonly sub: string;
  readonly email: string;
  readonly email_verified?: boolean;
  readonly given_name?: string;
  readonly usual_name?: string;
}

const secret = "s".repeat(48);

/** A provider on the loopback that answers as ProConnect does: what it says of a person is a signed JWT. */
export async function openProvider(redirectUri: string) {
  let person: Person = { sub: "nobody", email: "nobody@exemple.fr" };
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const issuer = `http://127.0.0.1:${portOf(server.address())}`;
  const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const provider: Provider = new Provider(issuer, {
    clients: [
      { client_id: "maillage", client_secret: secret, redirect_uris: [redirectUri], userinfo_signed_response_alg: "RS256" },
    ],
    scopes: ["openid", "email", "given_name", "usual_name"],
    claims: { openid: ["sub"], email: ["email", "email_verified"], given_name: ["given_name"], usual_name: ["usual_name"] },
    features: { devInteractions: { enabled: false }, jwtUserinfo: { enabled: true } },
    jwks: { keys: [{ ...privateKey.export({ format: "jwk" }), use: "sig", alg: "RS256", kid: "one" }] },
    cookies: { keys: ["test"] },
    pkce: { required: () => true },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, id) => ({ accountId: id, claims: () => ({ ...person, sub: id }) }),
    loadExistingGrant: async ({ oidc: { client, session } }) => {
      if (client === undefined || session?.accountId === undefined) return undefined;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope("openid email given_name usual_name");
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on("request", (request, response) => {
    if (request.url?.startsWith("/interaction/") === true)
      void provider.interactionFinished(request, response, { login: { accountId: person.sub } });
    else void answer(request, response);
  });

  /** Follows the provider's pages until it leads back to us, as a browser would. */
  const pass = async (start: string): Promise<string> => {
    const cookies = new Map<string, string>();
    let next = start;
    for (let step = 0; step < 10; step += 1) {
      if (!next.startsWith(issuer)) return next;
      const headers = { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join("; ") };
      const response = await fetch(next, { redirect: "manual", headers });
      for (const line of response.headers.getSetCookie()) {
        const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
        cookies.set(name, value);
      }
      const location = response.headers.get("location");
      if (location === null) throw new Error(`the provider stopped: ${response.status} ${await response.text()}`);
      next = new URL(location, next).href;
    }
    throw new Error("the provider goes round in circles");
  };

  return {
    settings: { issuer, clientId: "maillage", clientSecret: secret, trustEmail: false },
    become: (next: Person): void => {
      person = next;
    },
    pass,
    close: () => new Promise<void>((done) => server.close(() => done())),
  };
}

const portOf = (address: AddressInfo | string | null): number =>
  typeof address === "object" && address !== null ? address.port : 0;
