import { Hono, type Context } from "hono";
import type { Runtime } from "../../platform/use-case.ts";
import { networkOfVisitor } from "../../platform/http/network.ts";
import type { InstanceEnv } from "../../platform/http/visit.ts";
import { openIdentity, type Identity } from "../../platform/identity/identity.ts";
import { instanceSecret } from "../../platform/identity/secret.ts";
import { acceptInvitations } from "../../wings/territory/wing.ts";
import { accountPages } from "./pages/account-pages.tsx";
import { demoPages } from "./pages/demo-pages.tsx";
import { enterPages } from "./pages/enter-pages.tsx";
import type { AccountSettings } from "./settings.ts";

export interface Accounts {
  readonly identity: Identity;
  readonly sessionOf: Identity["sessionOf"];
  /** The network that a request comes from; `null` where it can't be known, and on this machine. */
  readonly networkOf: (c: Context) => string | null;
  /** Sign-in, account, demonstration and outbox, mounted at the root. */
  readonly pages: Hono<InstanceEnv>;
  /** Loads what the first sign-in would wait for: once the first page can be served. */
  readonly warmUp: () => Promise<void>;
}

/** Opens the doors of an instance. Whoever proves an address takes the invitations that waited for it. */
export async function openAccounts(
  runtime: Runtime,
  settings: AccountSettings,
  onError: (error: unknown) => void,
): Promise<Accounts> {
  const identity = openIdentity({
    ...runtime,
    secret: await instanceSecret(settings.dataFolder, settings.secret),
    oidc: settings.oidc,
    onSignIn: ({ email }) => acceptInvitations(runtime, email),
    onError,
  });
  const networkOf = (c: Context): string | null => networkOfVisitor(c, settings.behindProxy);
  const doors = {
    runtime,
    identity,
    demo: settings.demo,
    mailStays: settings.smtp === undefined,
    networkOf,
  };
  const pages = new Hono<InstanceEnv>();
  for (const part of [enterPages, accountPages, demoPages]) pages.route("/", part(doors));
  return { identity, sessionOf: identity.sessionOf, networkOf, pages, warmUp: identity.warmUp };
}
