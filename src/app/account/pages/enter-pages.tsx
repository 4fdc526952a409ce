import { Hono } from "hono";
import { z } from "zod";
import { readForm } from "../../../platform/http/form.ts";
import type { InstanceEnv } from "../../../platform/http/visit.ts";
import { authPath } from "../../../platform/identity/auth.ts";
import { isLocalPath, localPath } from "../../../platform/identity/rules.ts";
import { email } from "../../../platform/model.ts";
import { explainIssue } from "../../../platform/validation.ts";
import { acceptInvitations } from "../../../wings/territory/wing.ts";
import { tell } from "../../../ui/answer.tsx";
import { MissingPage } from "../../../ui/missing-page.tsx";
import { homeOf } from "../home.ts";
import { words } from "../words.ts";
import { EnterScreen, LinkClosedScreen, LinkScreen, SentScreen } from "./enter-screens.tsx";
import { setCookies, uncached, type Doors } from "./kit.ts";

/** The ways in: link by mail, passkey, ProConnect; and the way out. */
export function enterPages({ runtime, identity, networkOf }: Doors): Hono<InstanceEnv> {
  const app = new Hono<InstanceEnv>();

  /** After someone has entered: where they were going, else where they work. */
  const onwards = async (headers: Headers, returnTo: unknown): Promise<string> => {
    if (typeof returnTo === "string" && returnTo !== "/" && isLocalPath(returnTo)) return returnTo;
    const account = await identity.identify(headers);
    return account === null ? "/" : homeOf(runtime, account);
  };

  app.get("/connexion", (c) => {
    uncached(c);
    const { visit } = c.var;
    const failed = c.req.query("error") === undefined ? null : words(visit.lang)("enter.oidcFailed");
    return c.html(
      <EnterScreen
        visit={visit}
        hasOidc={identity.hasOidc}
        returnTo={localPath(c.req.query("retour"))}
        failed={failed}
        typed=""
        error={null}
      />,
    );
  });

  app.post("/connexion", async (c) => {
    uncached(c);
    const { visit } = c.var;
    const raw = readForm(await c.req.formData());
    const returnTo = localPath(typeof raw["retour"] === "string" ? raw["retour"] : null);
    const address = z.safeParse(email, raw["email"] ?? "", { error: (issue) => explainIssue(issue, visit.lang) });
    if (!address.success) {
      const [issue] = address.error.issues;
      const typed = typeof raw["email"] === "string" ? raw["email"] : "";
      const screen = (
        <EnterScreen
          visit={visit}
          hasOidc={identity.hasOidc}
          returnTo={returnTo}
          failed={null}
          typed={typed}
          error={issue?.message ?? ""}
        />
      );
      return c.html(screen, 422);
    }
    const network = networkOf(c);
    const outcome = await identity.requestLink({ email: address.data, lang: visit.lang, returnTo, network });
    const opensAt = outcome.kind === "tooMany" ? outcome.opensAt : null;
    return c.html(<SentScreen visit={visit} email={address.data} opensAt={opensAt} />, opensAt === null ? 200 : 429);
  });

  app.post("/connexion/continuer", async (c) => {
    const { account } = c.var.visit;
    const { retour } = readForm(await c.req.formData());
    if (account === null) return c.redirect("/connexion", 303);
    // The session is proof of the address: what was waiting for it is taken.
    await acceptInvitations(runtime, account.email);
    return c.redirect(await onwards(c.req.raw.headers, retour), 303);
  });

  app.get("/connexion/lien", async (c) => {
    uncached(c);
    const token = c.req.query("token") ?? "";
    const returnTo = localPath(c.req.query("retour"));
    const link = await identity.readLink(token);
    if (link.kind === "closed") return c.html(<LinkClosedScreen visit={c.var.visit} returnTo={returnTo} />, 410);
    return c.html(<LinkScreen visit={c.var.visit} email={link.email} token={token} returnTo={returnTo} />);
  });

  app.post("/connexion/lien", async (c) => {
    uncached(c);
    const { visit } = c.var;
    const { token, retour } = readForm(await c.req.formData());
    const returnTo = localPath(typeof retour === "string" ? retour : null);
    const link = await identity.useLink(typeof token === "string" ? token : "", c.req.raw.headers);
    if (link.kind === "closed") return c.html(<LinkClosedScreen visit={visit} returnTo={returnTo} />, 410);
    setCookies(c, link.cookies);
    tell(c, words(visit.lang)("entered"));
    return c.redirect(await onwards(withCookies(link.cookies), returnTo), 303);
  });

  app.get("/connexion/proconnect", async (c) => {
    if (!identity.hasOidc) return c.html(<MissingPage visit={c.var.visit} />, 404);
    const away = await identity.startOidc(localPath(c.req.query("retour")), c.req.raw.headers);
    if (away.kind === "unreachable") return c.redirect("/connexion?error=unreachable", 303);
    setCookies(c, away.cookies);
    return c.redirect(away.url, 303);
  });

  app.all(`${authPath}/*`, async (c) => (await identity.handle(c.req.raw)) ?? c.html(<MissingPage visit={c.var.visit} />, 404));

  app.post("/deconnexion", async (c) => {
    const { cookies, elsewhere } = await identity.leave(c.req.raw.headers);
    setCookies(c, cookies);
    tell(c, words(c.var.visit.lang)("left"));
    return c.redirect(elsewhere ?? "/", 303);
  });

  return app;
}

/** The headers with which the browser will come back. */
const withCookies = (cookies: readonly string[]): Headers =>
  new Headers({ cookie: cookies.map((cookie) => cookie.split(";", 1)[0] ?? "").join("; ") });
