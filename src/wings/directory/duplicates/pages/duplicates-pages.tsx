import { Hono } from "hono";
import { readForm } from "../../../../platform/http/form.ts";
import type { TerritoryEnv } from "../../../../platform/http/visit.ts";
import { answer } from "../../../../ui/answer.tsx";
import { fieldErrors } from "../../../../ui/form/typed.ts";
import { MissingPage } from "../../../../ui/missing-page.tsx";
import { show } from "../../../../ui/show.tsx";
import { keepApart } from "../use-cases/keep-apart.ts";
import { mergeServices } from "../use-cases/merge-services.ts";
import { unmergeServices } from "../use-cases/unmerge-services.ts";
import { cardWords } from "../../card/words.ts";
import { doublesWords } from "../words.ts";
import { doublesAddress, DoublesPage } from "./duplicates-list.tsx";
import { readDoubles, readPair } from "./duplicates-read.ts";
import { MergePage } from "./merge-page.tsx";

/** What is entered twice: `/annuaire/doublons`. */
export const doublesPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get(doublesAddress, async (c) =>
      show(c, await readDoubles(c.var.visit), (view) => <DoublesPage visit={c.var.visit} view={view} />),
    )
    .get(`${doublesAddress}/:kept/:other`, async (c) => {
      const { visit } = c.var;
      return show(c, await readPair(visit, c.req.param("kept"), c.req.param("other")), (view) => (
        <MergePage visit={visit} view={view} />
      ));
    })
    .post(`${doublesAddress}/:kept/:other/reunir`, async (c) => {
      const { visit } = c.var;
      const { kept: serviceId, other: otherId } = c.req.param();
      const form = readForm(await c.req.formData());
      const take = [form["take"] ?? []].flat(2).filter((each) => typeof each === "string");
      const found = await readPair(visit, serviceId, otherId);
      return answer(c, await visit.perform(mergeServices, { serviceId, otherId, take }), {
        done: (id) => ({
          to: visit.at(`/annuaire/services/${id}/modifier`),
          said: doublesWords(visit.lang)("merge.done"),
        }),
        again: (errors) =>
          found.kind === "found" ? (
            <MergePage visit={visit} view={found.value} take={take} errors={fieldErrors(errors)} />
          ) : (
            <MissingPage visit={visit} />
          ),
      });
    })
    .post(`${doublesAddress}/:kept/:other/deux`, async (c) => {
      const { visit } = c.var;
      const { kept: serviceId, other: otherId } = c.req.param();
      return answer(c, await visit.perform(keepApart, { serviceId, otherId }), {
        done: () => ({ to: visit.at(doublesAddress), said: doublesWords(visit.lang)("apart.done") }),
        again: () => <MissingPage visit={visit} />,
      });
    })
    .post(`${doublesAddress}/:id/separer`, async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(unmergeServices, { serviceId: c.req.param("id") });
      const say = doublesWords(visit.lang);
      return answer(c, outcome, {
        done: (edited) => ({
          to: visit.at(doublesAddress),
          said:
            edited.length === 0
              ? say("unmerge.done")
              : say("unmerge.edited", { parts: edited.map((part) => cardWords(visit.lang)(`part.${part}`)).join(", ") }),
        }),
        again: () => <MissingPage visit={visit} />,
      });
    });
