import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { signingKeys } from "../../exchange/index.ts";
import { answerSurvey, seeSurvey } from "./answer.ts";
import { askSurvey, readSurvey } from "./ask.ts";
import * as contract from "./contract.ts";

/** Three questions to those who came. */
export function surveyRoutes(installation: Installation) {
  const { db, now } = installation;
  const keys = signingKeys(db, now);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readSurvey, async (c) => c.json(await readSurvey(db, c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.askSurvey, async (c) => {
      const { id } = c.req.valid("param");
      await askSurvey(installation, c.get("actor"), id, c.req.valid("json").ownQuestion);
      return c.json(await readSurvey(db, c.get("actor"), id), 200);
    })
    .openapi(contract.seeQuestions, async (c) => {
      const { event, ownQuestion, standing } = await seeSurvey(installation, keys, c.req.valid("param").token);
      return c.json({ event: { slug: event.slug, title: event.titles }, ownQuestion, standing }, 200);
    })
    .openapi(contract.answer, async (c) => {
      const { wasWorth = null, wouldRecommend = null, words = null } = c.req.valid("json");
      await answerSurvey(installation, keys, c.req.valid("param").token, { wasWorth, wouldRecommend, words });
      return c.body(null, 204);
    });
}

export type SurveyApi = ReturnType<typeof surveyRoutes>;
