import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idOrSlug, textField, textsField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { texts } from "../contract.ts";
import { surveyRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const refusals = [accessRefusals.signIn, accessRefusals.notHere];
const step = z.number().int().min(1).max(5);
const counted = z.number().int();
const steps = z
  .array(counted)
  .length(5)
  .nullable()
  .openapi({ description: "How many gave 1, 2, 3, 4 and 5; null when fewer than five answered" });

const survey = z
  .object({
    isAsked: z.boolean(),
    ownQuestion: texts,
    came: counted,
    answers: counted,
    fewestAnswers: counted,
    results: z
      .object({ wasWorth: steps, wouldRecommend: steps, words: z.array(z.string()).nullable() })
      .nullable()
      .openapi({ description: "Null while there are fewer than five answers" }),
  })
  .openapi("EventSurvey");

export const readSurvey = route({
  method: "get",
  path: "/events/{id}/survey",
  tags: ["events"],
  summary: "See what those who came have answered",
  description: "Without names and times, and nothing while there are fewer than five answers, of the whole or of a question.",
  permission: "manager of the organization",
  refusals,
  request: { params },
  responses: { 200: json(survey, "The survey") },
});

export const askSurvey = route({
  method: "put",
  path: "/events/{id}/survey",
  tags: ["events"],
  summary: "Ask those who come three questions afterwards",
  description: "The letter to those who came leads to them. The third question may be one's own.",
  permission: "manager of the organization",
  refusals,
  request: { params, body: jsonBody(z.strictObject({ ownQuestion: textsField(200).default({}) })) },
  responses: { 200: json(survey, "The survey") },
});

const ofTicket = z.object({ token: z.string().min(20).max(320) });

export const seeQuestions = route({
  method: "get",
  path: "/tickets/{token}/survey",
  tags: ["events"],
  summary: "See the questions for whoever came on a ticket",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: ofTicket },
  responses: {
    200: json(
      z
        .object({
          event: z.object({ slug: z.string(), title: texts }),
          ownQuestion: texts,
          standing: z.enum(["open", "answered", "not_open"]),
        })
        .openapi("SurveyQuestions"),
      "The questions",
    ),
  },
});

export const answer = route({
  method: "put",
  path: "/tickets/{token}/survey",
  tags: ["events"],
  summary: "Answer the questions after an event",
  description: "Once a ticket, within thirty days. The answer is kept without the ticket, the person and the time.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, surveyRefusals.notOpen, surveyRefusals.alreadyAnswered],
  request: {
    params: ofTicket,
    body: jsonBody(
      z
        .strictObject({ wasWorth: step.optional(), wouldRecommend: step.optional(), words: textField(2_000).min(1).optional() })
        .refine((given) => Object.values(given).some((value) => value !== undefined), { params: { form: "missing" } }),
    ),
  },
  responses: { 204: { description: "Kept" } },
});
