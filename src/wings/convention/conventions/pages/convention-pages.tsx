import { Hono } from "hono";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { may } from "../../../../platform/rights.ts";
import { answer } from "../../../../ui/answer.tsx";
import { ButtonLink } from "../../../../ui/button.tsx";
import { Empty } from "../../../../ui/empty.tsx";
import { PageHeading } from "../../../../ui/heading.tsx";
import { Screen } from "../../../../ui/screen.tsx";
import { show } from "../../../../ui/show.tsx";
import { moveConvention } from "../use-cases/move-convention.ts";
import { conventionRights } from "../rights.ts";
import { conventionWords } from "../words.ts";
import { addressOf } from "./frame.tsx";
import { readConvention } from "./read.ts";
import { showConvention, type C } from "./show.tsx";
import { ShowPage } from "./show-page.tsx";

const NoConvention = ({ visit }: { readonly visit: C["var"]["visit"] }) => {
  const say = conventionWords(visit.lang);
  const add = may(conventionRights.edit, visit.actor, { state: "preparation" }) && (
    <ButtonLink look="main" icon="plus" href={visit.at("/convention/nouvelle")}>
      {say("create.start")}
    </ButtonLink>
  );
  return (
    <Screen visit={visit} title={say("none.title")}>
      <PageHeading title={say("none.title")} />
      <Empty icon="handshake" title={say("none.empty")} action={add}>
        {say("none.text")}
      </Empty>
    </Screen>
  );
};

/** The convention that people mean, or any by its identifier, and the steps of its life. */
export function conventionPages(): Hono<TerritoryEnv> {
  const app = new Hono<TerritoryEnv>();
  app.get("/convention", async (c) => {
    const found = await readConvention(c.var.visit, undefined, conventionRights.readPublic);
    // A territory without a convention that this visit may read is not an error: the page says what belongs there.
    return found.kind === "missing"
      ? c.html(<NoConvention visit={c.var.visit} />)
      : show(c, found, (opened) => <ShowPage opened={opened} />);
  });
  app.get("/convention/:id", (c) => showConvention(c, conventionRights.readPublic, (opened) => <ShowPage opened={opened} />));
  app.post("/convention/:id/etape", (c) =>
    showConvention(c, conventionRights.read, async (opened) => {
      const { visit, convention } = opened;
      const say = conventionWords(visit.lang);
      const typed = readForm(await c.req.formData());
      return answer(c, await visit.perform(moveConvention, { ...typed, conventionId: convention.id }), {
        done: (state) => ({ to: addressOf(opened), said: say("move.done", { state: say(`state.${state}`) }) }),
        again: (errors) => <ShowPage opened={opened} error={Object.values(errors)[0]} />,
      });
    }),
  );
  return app;
}
