/** The little of oidc-provider that the tests use: the package carries no types of its own. */
declare module "oidc-provider" {
  import type { IncomingMessage, ServerResponse } from "node:http";

  interface Configuration {
    readonly clients: readonly Record<string, unknown>[];
    readonly scopes?: readonly string[];
    readonly claims?: Readonly<Record<string, readonly string[]>>;
    readonly features?: Readonly<Record<string, { readonly enabled: boolean }>>;
    readonly jwks?: { readonly keys: readonly object[] };
    readonly cookies?: { readonly keys: readonly string[] };
    readonly pkce?: { readonly required: () => boolean };
    readonly interactions?: { readonly url: (ctx: unknown, interaction: { readonly uid: string }) => string };
    readonly findAccount?: (
      ctx: unknown,
      id: string,
    ) => { readonly accountId: string; readonly claims: () => Record<string, unknown> };
    readonly loadExistingGrant?: (ctx: {
      readonly oidc: { readonly client: { readonly clientId: string }; readonly session: { readonly accountId: string } };
    }) => Promise<unknown>;
  }

  interface Grant {
    addOIDCScope(scope: string): void;
    save(): Promise<string>;
  }

  class Provider {
    constructor(issuer: string, configuration: Configuration);
    readonly Grant: new (of: { readonly clientId: string; readonly accountId: string }) => Grant;
    callback(): (request: IncomingMessage, response: ServerResponse) => void;
    interactionFinished(
      request: IncomingMessage,
      response: ServerResponse,
      result: { readonly login: { readonly accountId: string } },
    ): Promise<void>;
  }

  export { Provider as default };
}
