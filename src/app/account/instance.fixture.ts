import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTestDatabase } from "../../../test/database.ts";
import { createApp } from "../app.tsx";
import { perform, type Runtime } from "../../platform/use-case.ts";
import { openDatabase } from "../../platform/database/database.ts";
import { folderFileStore } from "../../platform/files/file-store.ts";
import { v7 } from "../../platform/id.ts";
import { readOutbox } from "../../platform/mail/outbox.ts";
import { Day, OrganisationId, PersonId, TerritoryId } from "../../platform/model.ts";
import { addTerritory } from "../../wings/territory/territories/use-cases/add-territory.ts";
import { MandateId, type Membership } from "../../wings/territory/people/model.ts";
import { saveMandate, savePerson } from "../../wings/territory/people/store.ts";
import { saveOrganisation } from "../../wings/territory/organisations/store.ts";
import { openAccounts } from "./open.ts";
import type { AccountSettings } from "./settings.ts";
import type { Wing } from "../../platform/wing/wing.ts";
import { wings } from "../wings.ts";

export const origin = "http://localhost:3000";

/** A browser as far as a form needs one: it keeps cookies, follows nothing, and says where its posts come from. */
export class Visitor {
  readonly #ask: (request: Request) => Response | Promise<Response>;
  readonly cookies = new Map<string, string>();
  constructor(ask: (request: Request) => Response | Promise<Response>) {
    this.#ask = ask;
  }

  get(path: string): Promise<Response> {
    return this.send(new Request(new URL(path, origin)));
  }

  post(
    path: string,
    fields: Readonly<Record<string, string>> = {},
    headers: Readonly<Record<string, string>> = { origin },
  ): Promise<Response> {
    return this.send(
      new Request(new URL(path, origin), {
        method: "POST",
        body: new URLSearchParams(fields),
        headers: { host: "localhost:3000", ...headers },
      }),
    );
  }

  async send(request: Request): Promise<Response> {
    if (this.cookies.size > 0)
      request.headers.set("cookie", [...this.cookies].map(([name, value]) => `${name}=${value}`).join("; "));
    const response = await this.#ask(request);
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (/max-age=0/i.test(line) || value === "") this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return response;
  }
}

/** A whole instance on a database of its own, asked without a server. */
export async function openTestInstance(settings: Partial<AccountSettings> = {}, withWings: readonly Wing[] = wings) {
  const database = await createTestDatabase();
  const folder = await mkdtemp(join(tmpdir(), "maillage-instance-"));
  const runtime: Runtime = {
    database: openDatabase(database.url),
    clock: { now: () => new Date() },
    wings: withWings,
    files: folderFileStore(folder),
    origin,
    undoMinutes: 0,
  };
  const errors: unknown[] = [];
  const none = { secret: "x".repeat(48), demo: false, oidc: undefined, smtp: undefined, mailFrom: undefined, behindProxy: false };
  const accounts = await openAccounts(runtime, { dataFolder: folder, ...none, ...settings }, (error) => errors.push(error));
  const app = createApp({
    runtime,
    wings: withWings,
    databaseKind: "embedded",
    version: "test",
    demo: settings.demo ?? false,
    identity: accounts,
  });
  const mails = () => readOutbox(runtime.database.owner);

  const plant = async (siren: string) => {
    const territory = TerritoryId.parse(v7(new Date()));
    const outcome = await perform(
      runtime,
      addTerritory,
      { role: "operator", territory, person: null, name: "Instance" },
      { siren },
    );
    if (outcome.kind !== "done") throw new Error(`no territory: ${JSON.stringify(outcome)}`);
    const { slug } = outcome.value;
    const organisation = (name: string, kind: "epci" | "caf" = "epci") =>
      runtime.database.inTerritory(territory, async (tx) => {
        const id = OrganisationId.parse(v7(new Date()));
        const fields = { kind, name, shortName: null, communeCode: null, email: null, phone: null };
        await saveOrganisation(tx, territory, id, fields, { kind: "example" });
        return id;
      });
    const person = (name: string, email: string | null, membership: Membership | null, mandateIn?: OrganisationId) =>
      runtime.database.inTerritory(territory, async (tx) => {
        const id = PersonId.parse(v7(new Date()));
        await savePerson(tx, territory, id, { name, email, phone: null, membership, provenance: { kind: "example" } });
        const mandate = { id: MandateId.parse(v7(new Date())), function: "Fonction", from: Day.parse("2020-01-01"), to: null };
        if (mandateIn !== undefined) await saveMandate(tx, territory, id, { ...mandate, organisationId: mandateIn });
        return id;
      });
    return { territory, slug, organisation, person };
  };

  /** Where the last mail to this address leads. */
  const linkTo = async (email: string): Promise<string> => {
    const mail = (await mails()).find(({ to }) => to === email);
    const link = /http:\/\/localhost:3000(\/\S+)/.exec(mail?.text ?? "")?.[1];
    if (link === undefined) throw new Error(`no link was sent to ${email}`);
    return link;
  };

  const visitor = () => new Visitor((request) => app.request(request));

  /** Enters by a link, as people do: asks, opens the mail, presses the button. */
  const enter = async (email: string): Promise<Visitor> => {
    const someone = visitor();
    await someone.post("/connexion", { email });
    const link = new URL(await linkTo(email), origin);
    const entered = await someone.post("/connexion/lien", Object.fromEntries(link.searchParams));
    if (entered.status !== 303) throw new Error(`not entered: ${entered.status}`);
    return someone;
  };

  return {
    app,
    runtime,
    errors,
    mails,
    plant,
    linkTo,
    visitor,
    enter,
    close: async () => {
      await runtime.database.close();
      await database.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
