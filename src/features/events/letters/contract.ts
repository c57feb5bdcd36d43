import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idOrSlug, textsField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { languages } from "../../../platform/language/language.ts";
import { texts } from "../contract.ts";
import { ownLetters } from "./own-words.ts";
import { previewedLetters } from "./previewed-letters.ts";

const refusals = [accessRefusals.signIn, accessRefusals.notHere];

const letters = z
  .object({
    items: z.array(
      z.object({
        about: z.enum(previewedLetters),
        subject: z.string(),
        parts: z.array(z.union([z.string(), z.object({ label: z.string(), url: z.string() })])),
        files: z.array(z.string()).openapi({ description: "Names of what is sent along" }),
        own: texts.nullable().openapi({ description: "What was added by those who run the event; null of a letter nothing is added to" }),
      }),
    ),
  })
  .openapi("EventLetters");

export const listLetters = route({
  method: "get",
  path: "/events/{id}/letters",
  tags: ["events"],
  summary: "See the letters about an event before they are sent",
  description:
    "Every letter somebody may get about it, as it would be written now to somebody with one place, in a language, with the words that were added.",
  permission: "manager of the organization",
  refusals,
  request: {
    params: z.object({ id: idOrSlug }),
    query: z.object({
      in: z.enum(languages).optional().openapi({ description: "The language of the reader; that of the request when left out" }),
    }),
  },
  responses: { 200: json(letters, "The letters") },
});

export const addWords = route({
  method: "put",
  path: "/events/{id}/letters/{about}/words",
  tags: ["events"],
  summary: "Add words of one's own to a letter",
  description: "In each language; a reader whose language has none gets them in another. An empty line begins a paragraph.",
  permission: "manager of the organization",
  refusals,
  request: { params: z.object({ id: idOrSlug, about: z.enum(ownLetters) }), body: jsonBody(textsField(2_000)) },
  responses: { 200: json(letters, "The letters, with the words") },
});
