import { typedPart } from "../../../../ui/record/typed-part.ts";
import { Hono } from "hono";
import type { Child } from "hono/jsx";
import type { Conflict } from "../../../../platform/use-case.ts";
import { fileById } from "../../../../platform/files/store.ts";
import { lastSeq } from "../../../../platform/history/store.ts";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { decide } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { afterChoice, typedText, type Typed } from "../../../../ui/form/typed.ts";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { RefusedPage } from "../../../../ui/refused-page.tsx";
import { addParty } from "../use-cases/add-party.ts";
import { attachDeliberation } from "../use-cases/attach-deliberation.ts";
import { editParty } from "../use-cases/edit-party.ts";
import { partyBlock } from "../use-cases/find-party.ts";
import { removeParty } from "../use-cases/remove-party.ts";
import { signForParty } from "../use-cases/sign-for-party.ts";
import { withdrawSignature } from "../use-cases/withdraw-signature.ts";
import { conventionRights } from "../../conventions/rights.ts";
import { PartyFields } from "../model.ts";
import { partyRights } from "../rights.ts";
import { partyWords } from "../words.ts";
import { addressOf } from "../../conventions/pages/frame.tsx";
import { AddPartyPage, EditPartyPage, RemovePartyPage } from "./party-forms.tsx";
import { PartyPage } from "./party-page.tsx";
import type { NamedParty, OpenConvention } from "../../conventions/pages/read.ts";
import { showConvention, type C } from "../../conventions/pages/show.tsx";

const editable = ({ party }: NamedParty): Typed => {
  const { representative, representativeFunction, deliberationNumber, deliberationDate, commitments } = party;
  return typedPart(PartyFields, { representative, representativeFunction, deliberationNumber, deliberationDate, commitments });
};

/** Shows a page about the party of the address. */
const showParty = (
  c: C,
  page: (opened: OpenConvention, each: NamedParty) => Child | Response | Promise<Child | Response>,
): Promise<Response> =>
  showConvention(c, conventionRights.read, (opened) => {
    const each = opened.parties.find(({ party }) => party.id === c.req.param("partyId"));
    return each === undefined ? c.html(<MissingPage visit={c.var.visit} />, 404) : page(opened, each);
  });

const versionOf = ({ visit, convention }: OpenConvention, { party }: NamedParty): Promise<number> =>
  visit.read((tx) => lastSeq(tx, { kind: "convention", id: convention.id, block: partyBlock(party.id) }));

/** The parties of a convention: each has its page, where it speaks for itself. */
export function partyPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/convention/:id/parties/nouvelle", (c) =>
    showConvention(c, conventionRights.manageParties, (opened) => <AddPartyPage opened={opened} typed={{}} errors={{}} />),
  );
  app.post("/convention/:id/parties/nouvelle", (c) =>
    showConvention(c, conventionRights.manageParties, async (opened) => {
      const typed = readForm(await c.req.formData());
      const outcome = await opened.visit.perform(addParty, { ...typed, conventionId: opened.convention.id });
      return answer(c, outcome, {
        done: (id) => ({ to: addressOf(opened, `/parties/${id}`), said: partyWords(opened.visit.lang)("party.added") }),
        again: (errors) => <AddPartyPage opened={opened} typed={typed} errors={errors} />,
      });
    }),
  );
  app.get("/convention/:id/parties/:partyId", (c) =>
    showParty(c, (opened, each) => <PartyPage opened={opened} each={each} errors={{}} />),
  );
  app.get("/convention/:id/parties/:partyId/modifier", (c) =>
    showParty(c, async (opened, each) => {
      const decision = decide(partyRights.edit, opened.visit.actor, each.party);
      if (decision.kind === "refused") return c.html(<RefusedPage visit={opened.visit} door={decision.door} />, 403);
      return (
        <EditPartyPage
          opened={opened}
          each={each}
          typed={editable(each)}
          seen={await versionOf(opened, each)}
          errors={{}}
          conflict={null}
        />
      );
    }),
  );
  app.post("/convention/:id/parties/:partyId/modifier", (c) =>
    showParty(c, async (opened, each) => {
      const typed = afterChoice(readForm(await c.req.formData()), editable(each));
      const outcome = await opened.visit.perform(editParty, { ...typed, partyId: each.party.id });
      return answer(c, outcome, {
        done: () => ({
          to: addressOf(opened, `/parties/${each.party.id}`),
          said: partyWords(opened.visit.lang)("party.saved", { name: each.name }),
        }),
        again: (errors, conflict: Conflict | null) => (
          <EditPartyPage
            opened={opened}
            each={each}
            typed={typed}
            seen={typedText(typed, "seen")}
            errors={errors}
            conflict={conflict}
          />
        ),
      });
    }),
  );
  app.post("/convention/:id/parties/:partyId/signer", (c) =>
    showParty(c, async (opened, each) => {
      const typed = readForm(await c.req.formData());
      const outcome = await opened.visit.perform(signForParty, { ...typed, partyId: each.party.id });
      return answer(c, outcome, {
        done: ({ state }) => ({
          to: addressOf(opened),
          said: partyWords(opened.visit.lang)(state === "in_force" ? "sign.done.last" : "sign.done", { name: each.name }),
        }),
        again: (errors) => <PartyPage opened={opened} each={each} errors={errors} typed={typed} />,
      });
    }),
  );
  app.post("/convention/:id/parties/:partyId/retirer-la-signature", (c) =>
    showParty(c, async (opened, each) => {
      const outcome = await opened.visit.perform(withdrawSignature, { partyId: each.party.id });
      return answer(c, outcome, {
        done: () => ({
          to: addressOf(opened, `/parties/${each.party.id}`),
          said: partyWords(opened.visit.lang)("sign.withdrawn", { name: each.name }),
        }),
        again: (errors) => <PartyPage opened={opened} each={each} errors={errors} />,
      });
    }),
  );
  app.get("/convention/:id/parties/:partyId/retirer", (c) =>
    showParty(c, (opened, each) => {
      const decision = decide(conventionRights.manageParties, opened.visit.actor, opened.convention);
      return decision.kind === "refused" ? (
        c.html(<RefusedPage visit={opened.visit} door={decision.door} />, 403)
      ) : (
        <RemovePartyPage opened={opened} each={each} />
      );
    }),
  );
  app.post("/convention/:id/parties/:partyId/retirer", (c) =>
    showParty(c, async (opened, each) => {
      const outcome = await opened.visit.perform(removeParty, { partyId: each.party.id });
      return answer(c, outcome, {
        done: () => ({ to: addressOf(opened), said: partyWords(opened.visit.lang)("party.removed", { name: each.name }) }),
        again: (errors) => <PartyPage opened={opened} each={each} errors={errors} />,
      });
    }),
  );
  app.post("/convention/:id/parties/:partyId/deliberation", (c) =>
    showParty(c, async (opened, each) => {
      const typed = readForm(await c.req.formData());
      const outcome = await opened.visit.perform(attachDeliberation, { ...typed, partyId: each.party.id });
      return answer(c, outcome, {
        done: () => ({ to: addressOf(opened, `/parties/${each.party.id}`), said: partyWords(opened.visit.lang)("file.done") }),
        again: (errors) => <PartyPage opened={opened} each={each} errors={errors} />,
      });
    }),
  );
  app.get("/convention/:id/parties/:partyId/deliberation.pdf", (c) =>
    showParty(c, async ({ visit }, { party }) => {
      const id = party.deliberationFileId;
      const file = id === null ? undefined : await visit.read((tx) => fileById(tx, id));
      const bytes = file && (await visit.runtime.files.get(visit.territory.id, file.hash));
      if (file === undefined || bytes === undefined) return c.html(<MissingPage visit={visit} />, 404);
      return c.body(new Uint8Array(bytes), 200, {
        "Content-Type": file.mediaType,
        "Content-Disposition": `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replaceAll("'", "%27")}`,
        "X-Content-Type-Options": "nosniff",
        "Cache-Control": "private, no-store",
      });
    }),
  );
  return app;
}
