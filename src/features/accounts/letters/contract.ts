import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, momentField } from "../../../platform/http/fields.ts";
import { json, route } from "../../../platform/http/route.ts";
import { letterStates } from "../../../platform/mail/index.ts";

const state = z.enum(letterStates).openapi({
  description:
    "`waiting`: not tried. `retrying`: refused, and waits for its next try. `sending`: under way. `uncertain`: was under way when the program died, and may have arrived. `failed`: refused for good.",
});

const letter = z
  .object({
    id: idField,
    about: z.string().openapi({ example: "day_pass.held", description: "What gave reason to write it" }),
    to: z.string().openapi({
      example: "a•••@hus.example",
      description: "The address. Masked, unless the letters of one address were asked for or the letter is `failed` or `uncertain`.",
    }),
    subject: z.string().nullable().openapi({ description: "Told only when the letters of one address were asked for" }),
    language: z.string(),
    state,
    tries: z.number().int(),
    mostTries: z.number().int(),
    failure: z.string().nullable().openapi({ description: "What the mail server said at the last try, its addresses masked as `to` is" }),
    writtenAt: momentField,
    sentAt: momentField.nullable(),
    nextTryAt: momentField.nullable(),
    abilities: z.object({
      retry: z.boolean(),
      read: z.boolean().openapi({ description: "The whole letter stands at `/dev/mail/{id}`: in the demonstration only" }),
    }),
  })
  .openapi("LetterState");

const standing = z
  .object({
    isSending: z.boolean().openapi({ description: "A mail server is set. Without one every letter waits." }),
    waiting: z.number().int(),
    retrying: z.number().int(),
    sending: z.number().int(),
    uncertain: z.number().int(),
    failed: z.number().int(),
    sentLastDay: z.number().int().openapi({ description: "Sent within the last 24 hours" }),
    lastSentAt: momentField.nullable(),
  })
  .openapi("MailStanding");

/** How many letters stand where. */
export const readMail = route({
  method: "get",
  path: "/mail",
  tags: ["operations"],
  summary: "See whether letters leave",
  permission: "operator",
  responses: { 200: json(standing, "How many letters stand where") },
});

/** Letters, newest first. What they say is never told. */
export const listLetters = route({
  method: "get",
  path: "/letters",
  tags: ["operations"],
  summary: "See what became of letters",
  description:
    "The text of a letter is not told. Whom letters are to is told in full for one address asked for, and for those that failed.",
  permission: "operator",
  request: {
    query: pageQuery.extend({
      state: state.optional(),
      to: z
        .email()
        .max(200)
        .transform((address) => address.toLowerCase())
        .optional()
        .openapi({ example: "amina@hus.example", description: "The whole address" }),
    }),
  },
  responses: { 200: json(pageOf(letter), "Newest first") },
});

/** Has a letter that did not leave, or may not have, sent at once. */
export const retryLetter = route({
  method: "put",
  path: "/letters/{id}/retry",
  tags: ["operations"],
  summary: "Send a letter again",
  description:
    "For letters that are `retrying`, `failed` or `uncertain`; the last may then arrive twice. Every other one is answered as one that is not there.",
  permission: "operator",
  request: { params: z.object({ id: idField }) },
  responses: { 204: { description: "Waiting to be sent" } },
});
