import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestInstance, origin, type Visitor } from "./instance.fixture.ts";
import { openProvider } from "./oidc.fixture.ts";

let provider: Awaited<ReturnType<typeof openProvider>>;
let instance: Awaited<ReturnType<typeof openTestInstance>>;
beforeAll(async () => {
  provider = await openProvider(`${origin}/connexion/auth/callback/proconnect`);
  instance = await openTestInstance({ oidc: provider.settings });
});
afterAll(async () => {
  await instance.close();
  await provider.close();
});

/** Goes to the provider and comes back; gives the address it is led to at the end. */
async function comeThrough(someone: Visitor, returnTo = "/"): Promise<string> {
  const away = await someone.get(`/connexion/proconnect?retour=${encodeURIComponent(returnTo)}`);
  expect(away.status).toBe(303);
  const back = new URL(await provider.pass(away.headers.get("location") ?? ""));
  expect(back.origin).toBe(origin);
  const entered = await someone.get(back.pathname + back.search);
  return entered.headers.get("location") ?? "";
}

describe("ProConnect, played by a provider on this machine", () => {
  it("enters with the address that the provider has checked, and comes back to the page", async () => {
    provider.become({ sub: "agent-1", email: "Anne@Exemple.fr", email_verified: true, given_name: "Anne", usual_name: "Agent" });
    const anne = instance.visitor();
    expect(await comeThrough(anne, "/compte?depuis=oidc")).toBe("/compte?depuis=oidc");
    const page = await (await anne.get("/compte")).text();
    expect(page).toContain("anne@exemple.fr");
    expect(page).toContain("Anne Agent");
  });

  it("is the same person as by link, and takes the same invitations", async () => {
    const home = await instance.plant("200068377");
    await home.person("Béa Lectrice", "bea@exemple.fr", { role: "reader" });
    await instance.enter("bea@exemple.fr");
    provider.become({ sub: "agent-2", email: "bea@exemple.fr", email_verified: true });
    const bea = instance.visitor();
    await comeThrough(bea);
    expect((await bea.get(`/${home.slug}/territoire`)).status).toBe(200);
  });

  it("does not enter with an address that nobody has checked, even someone else's", async () => {
    for (const email_verified of [false, undefined]) {
      provider.become({ sub: "intrus", email: "anne@exemple.fr", ...(email_verified === undefined ? {} : { email_verified }) });
      const intruder = instance.visitor();
      expect(await comeThrough(intruder)).toMatch(/^(?:http:\/\/localhost:3000)?\/connexion\?error=/);
      expect((await intruder.get("/compte")).status).toBe(303);
    }
    expect(await (await instance.visitor().get("/connexion?error=unable_to_get_user_info")).text()).toContain(
      "n’a pas pu vous identifier",
    );
  });

  it("refuses an answer that this browser did not ask for, and one that was used", async () => {
    provider.become({ sub: "agent-1", email: "anne@exemple.fr", email_verified: true });
    const attacker = instance.visitor();
    const away = await attacker.get("/connexion/proconnect");
    const back = new URL(await provider.pass(away.headers.get("location") ?? ""));
    const victim = instance.visitor();
    await victim.get(back.pathname + back.search);
    expect((await victim.get("/compte")).status).toBe(303);
    await attacker.get(back.pathname + back.search);
    const again = instance.visitor();
    for (const [name, value] of attacker.cookies) if (!name.includes("session")) again.cookies.set(name, value);
    await again.get(back.pathname + back.search);
    expect((await again.get("/compte")).status).toBe(303);
  });

  it.each(["//evil.example", "https://evil.example", "/\\evil.example"])("never comes back to %s", async (returnTo) => {
    provider.become({ sub: "agent-1", email: "anne@exemple.fr", email_verified: true });
    expect(await comeThrough(instance.visitor(), returnTo)).not.toContain("evil");
  });

  it("says that it is away when it is", async () => {
    const gone = await openProvider(`${origin}/connexion/auth/callback/proconnect`);
    await gone.close();
    const other = await openTestInstance({ oidc: gone.settings });
    const answer = await other.visitor().get("/connexion/proconnect");
    expect(answer.headers.get("location")).toBe("/connexion?error=unreachable");
    await other.close();
  });
});
