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
import { duplicateWords } from "../words.ts";
import { duplicatesAddress, DuplicatesPage } from "./duplicates-list.tsx";
import { readDuplicates, readPair } from "./duplicates-read.ts";
import { MergePage } from "./merge-page.tsx";

/** What is entered twice: `/annuaire/doublons`. */
export const duplicatesPages = (): Hono<TerritoryEnv> =>
  new Hono<TerritoryEnv>()
    .get(duplicatesAddress, async (c) =>
      show(c, await readDuplicates(c.var.visit), (view) => <DuplicatesPage visit={c.var.visit} view={view} />),
    )
    .get(`${duplicatesAddress}/:kept/:other`, async (c) => {
      const { visit } = c.var;
      return show(c, await readPair(visit, c.req.param("kept"), c.req.param("other")), (view) => (
        <MergePage visit={visit} view={view} />
      ));
    })
    .post(`${duplicatesAddress}/:kept/:other/reunir`, async (c) => {
      const { visit } = c.var;
      const { kept: serviceId, other: otherId } = c.req.param();
      const form = readForm(await c.req.formData());
      const take = [form["take"] ?? []].flat(2).filter((each) => typeof each === "string");
      const found = await readPair(visit, serviceId, otherId);
      return answer(c, await visit.perform(mergeServices, { serviceId, otherId, take }), {
        done: (id) => ({
          to: visit.at(`/annuaire/services/${id}/modifier`),
          said: duplicateWords(visit.lang)("merge.done"),
        }),
        again: (errors) =>
          found.kind === "found" ? (
            <MergePage visit={visit} view={found.value} take={take} errors={fieldErrors(errors)} />
          ) : (
            <MissingPage visit={visit} />
          ),
      });
    })
    .post(`${duplicatesAddress}/:kept/:other/deux`, async (c) => {
      const { visit } = c.var;
      const { kept: serviceId, other: otherId } = c.req.param();
      return answer(c, await visit.perform(keepApart, { serviceId, otherId }), {
        done: () => ({ to: visit.at(duplicatesAddress), said: duplicateWords(visit.lang)("apart.done") }),
        again: () => <MissingPage visit={visit} />,
      });
    })
    .post(`${duplicatesAddress}/:id/separer`, async (c) => {
      const { visit } = c.var;
      const outcome = await visit.perform(unmergeServices, { serviceId: c.req.param("id") });
      const say = duplicateWords(visit.lang);
      return answer(c, outcome, {
        done: (edited) => ({
          to: visit.at(duplicatesAddress),
          said:
            edited.length === 0
              ? say("unmerge.done")
              : say("unmerge.edited", { parts: edited.map((part) => cardWords(visit.lang)(`part.${part}`)).join(", ") }),
        }),
        again: () => <MissingPage visit={visit} />,
      });
    });
