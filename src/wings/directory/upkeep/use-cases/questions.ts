import { z } from "zod";
import { defineUseCase, refuseField, wholeTerritory } from "../../../../platform/use-case.ts";
import { nameOf } from "../../../../platform/actor.ts";
import { listCommunes } from "../../../territory/territories/store.ts";
import { cardWords } from "../../card/words.ts";
import { directoryRights } from "../../card/rights.ts";
import { QuestionFields, QuestionId } from "../model.ts";
import { insertQuestion, lockQuestion, setQuestionState } from "../store.ts";

const questionObject = (id: QuestionId) => ({ kind: "question", id, label: "" });

/** Tells the coordinator what was looked for and not found. */
export const askQuestion = defineUseCase({
  name: "directory.ask-question",
  input: QuestionFields,
  subject: wholeTerritory,
  allow: directoryRights.question,
  run: async ({ input, actor, lang, tx, now, newId, record }): Promise<QuestionId> => {
    const known = await listCommunes(tx);
    if (input.communeCode !== null && !known.some(({ code }) => code === input.communeCode))
      throw refuseField("communeCode", cardWords(lang)("refused.commune"));
    const id = newId(QuestionId);
    await insertQuestion(tx, actor.territory, { ...input, id, at: now, state: { kind: "open" } });
    // What was asked stays out of the history: a question may tell of a family.
    await record({ verb: "created", object: questionObject(id) });
    return id;
  },
});

/** Says that a question was answered, or needs no answer. */
export const closeQuestion = defineUseCase({
  name: "directory.close-question",
  input: z.object({ questionId: QuestionId }),
  by: { questionId: QuestionId },
  subject: ({ input, tx }) => lockQuestion(tx, input.questionId),
  allow: directoryRights.review,
  run: async ({ subject: question, actor, tx, today, record }): Promise<void> => {
    if (question.state.kind === "done") return;
    await setQuestionState(tx, question.id, { kind: "done", on: today, by: nameOf(actor) });
    await record({ verb: "moved", object: questionObject(question.id), after: { kind: "done" } });
  },
});
