import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, idOrSlug, nameField, neededTextsField, textField, textsField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { eventRefusals } from "../refusals.ts";
import { longestAnswer, questionKinds } from "./question.ts";
import { questionRefusals } from "./refusals.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });
const keyField = z
  .string()
  .regex(/^[a-z0-9][a-z0-9_-]{0,39}$/)
  .openapi({ example: "allergies" });
const answerValue = z.union([textField(longestAnswer), z.number(), z.boolean(), z.array(textField(200)).max(50)]);

/** Answers by the keys of their questions. */
export const answersField = z
  .record(keyField, answerValue)
  .refine((answers) => Object.keys(answers).length <= 50)
  .openapi({
    description: "By the keys of the questions; those of each place are answered for the first one",
    example: { allergies: "Nøtter" },
  });

/** An answer is taken back by null. */
const changedAnswers = z.record(keyField, answerValue.nullable()).refine((answers) => Object.keys(answers).length <= 50);

/** What an event asks, as it is shown. */
export const questionSchema = z
  .object({
    key: z.string(),
    kind: z.enum(questionKinds),
    label: texts,
    text: texts.openapi({ description: "What helps to answer; of a consent what one agrees to" }),
    version: z.number().int().openapi({ description: "Of a consent: which wording" }),
    options: z.array(z.string()),
    isRequired: z.boolean(),
    isPersonal: z.boolean().openapi({ description: "Erased some time after the event" }),
    isOfPlace: z.boolean().openapi({ description: "Asked of each place, and not once of the registration" }),
  })
  .openapi("EventQuestion");

export const shownAnswers = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.array(z.string())]));

const newQuestion = z
  .strictObject({
    key: keyField.optional().openapi({ description: "Made of the words of a question that has none" }),
    kind: z.enum(questionKinds),
    label: neededTextsField(300),
    text: textsField(4_000).default({}),
    options: z.array(nameField(200)).max(50).default([]),
    isRequired: z.boolean().default(false),
    isPersonal: z.boolean().default(true),
    isOfPlace: z.boolean().default(false),
  })
  .refine(({ kind, options }) => (kind === "choice" || kind === "several") === options.length > 0, {
    path: ["options"],
    params: { form: "missing" },
  })
  .refine(({ options }) => new Set(options).size === options.length, { path: ["options"] });

export const changeQuestions = route({
  method: "put",
  path: "/events/{id}/questions",
  tags: ["events"],
  summary: "What an event asks",
  description:
    "The whole list, known by its keys. A consent with another wording is asked again; a question that is left out is asked no longer, and its answers are erased.",
  permission: "manager of the organization",
  refusals: [...known, questionRefusals.sameKey, eventRefusals.isOver],
  request: {
    params: z.object({ id: idOrSlug }),
    body: jsonBody(
      z.strictObject({
        questions: z.array(newQuestion).max(50),
        answersKeptDays: z
          .number()
          .int()
          .min(0)
          .max(730)
          .optional()
          .openapi({ description: "How long after the event answers to personal questions are kept: 30 days, unless said" }),
      }),
    ),
  },
  responses: {
    200: json(z.object({ questions: z.array(questionSchema), answersKeptDays: z.number().int() }), "What the event asks now"),
  },
});

export const changeAnswers = route({
  method: "put",
  path: "/registrations/{id}/answers",
  tags: ["events"],
  summary: "Answer what an event asks",
  description:
    "Answers that are left out stay; null takes one back. `tickets` answers for the other places, by the ids of their tickets. Nobody consents for somebody else.",
  permission: "holder or manager of the organization",
  refusals: [...known, eventRefusals.isOver, eventRefusals.ended, questionRefusals.doesNotFit, questionRefusals.notAnswered],
  request: {
    params: z.object({ id: idField }),
    body: jsonBody(
      z.strictObject({
        answers: changedAnswers.default({}),
        tickets: z
          .record(z.uuid(), changedAnswers)
          .refine((tickets) => Object.keys(tickets).length <= 1_000)
          .default({}),
      }),
    ),
  },
  responses: {
    200: json(z.object({ answers: shownAnswers, tickets: z.record(z.string(), shownAnswers) }), "What is answered now"),
  },
});

export const readAnswerCounts = route({
  method: "get",
  path: "/events/{id}/answers",
  tags: ["events"],
  summary: "What those who come have answered, counted",
  description: "How many answered each question, and how many chose what. They stay when the answers have been erased.",
  permission: "manager of the organization",
  refusals: known,
  request: { params: z.object({ id: idOrSlug }) },
  responses: {
    200: json(
      z.object({
        items: z.array(
          questionSchema.extend({
            answered: z.number().int(),
            choices: z.array(z.object({ choice: z.string(), count: z.number().int() })),
          }),
        ),
      }),
      "The counts",
    ),
  },
});
