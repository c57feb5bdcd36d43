import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { mayRunEvent } from "../policy.ts";
import { findEvent, hostIdsOf } from "../queries.ts";
import { changeAnswers } from "./change-answers.ts";
import { changeQuestions } from "./change-questions.ts";
import * as contract from "./contract.ts";
import { answersOf, presentCounts, presentQuestion } from "./present.ts";
import { answerCountsOf, questionsOf } from "./queries.ts";

/** What events ask, and what those who register answer. */
export function eventQuestionRoutes(installation: Installation) {
  const { db } = installation;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.changeQuestions, async (c) => {
      const id = await changeQuestions(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      const [event, questions] = await Promise.all([findEvent(db, id), questionsOf(db, id)]);
      return c.json({ questions: questions.map(presentQuestion), answersKeptDays: found(event).answers_kept_days }, 200);
    })
    .openapi(contract.changeAnswers, async (c) => {
      const row = await changeAnswers(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(answersOf(row), 200);
    })
    .openapi(contract.readAnswerCounts, async (c) => {
      const event = await findEvent(db, c.req.valid("param").id);
      authorize(c.get("actor"), event !== undefined && mayRunEvent(c.get("actor"), hostIdsOf(event)));
      const { id } = found(event);
      const [questions, counts] = await Promise.all([questionsOf(db, id), answerCountsOf(db, id)]);
      return c.json({ items: questions.map((question) => presentCounts(question, counts)) }, 200);
    });
}

export type EventQuestionApi = ReturnType<typeof eventQuestionRoutes>;
