import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idOrSlug } from "../../../platform/http/fields.ts";
import { json, route } from "../../../platform/http/route.ts";
import { languages } from "../../../platform/language/language.ts";
import { previewedLetters } from "./preview.ts";

const letters = z
  .object({
    items: z.array(
      z.object({
        about: z.enum(previewedLetters),
        subject: z.string(),
        lines: z.array(z.string()),
        link: z.object({ label: z.string(), url: z.string() }),
      }),
    ),
  })
  .openapi("CallLetters");

export const previewCallLetters = route({
  method: "get",
  path: "/calls/{id}/letters",
  tags: ["calls"],
  summary: "See the letters of a call before they are sent",
  description: "Every letter somebody may get about it, as it would be written in a language. What is not known yet is “…”.",
  permission: "manager of the organization",
  refusals: [accessRefusals.signIn, accessRefusals.notHere],
  request: {
    params: z.object({ id: idOrSlug }),
    query: z.object({
      in: z.enum(languages).optional().openapi({ description: "The language of the reader; that of the request when left out" }),
    }),
  },
  responses: { 200: json(letters, "The letters, in the order they come") },
});
