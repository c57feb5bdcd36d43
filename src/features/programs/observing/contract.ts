import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idOrSlug, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { programRefusals } from "../refusals.ts";
import { observation, sources, told } from "./shapes.ts";

const tags = ["programs"];
const known = [accessRefusals.signIn, accessRefusals.notHere];
const wrong = [programRefusals.inTheFuture, programRefusals.saysNothing, programRefusals.intervalBackwards];
const aLink = z.object({ secret: z.string().min(20).max(100) });

export const observe = route({
  method: "post",
  path: "/programs/{id}/observations",
  tags,
  summary: "Write what is known of a startup on a day",
  description:
    "One for each day and source: written again, it takes the place of the one before. What a founder writes has the source `self`; those who work with the startup say where they have it from.",
  permission: "whoever runs the program, advises the startup or speaks for it",
  refusals: [...known, ...wrong, programRefusals.notEnrolled],
  request: {
    params: z.object({ id: idOrSlug.openapi({ description: "Id or slug of the program" }) }),
    body: jsonBody(
      z
        .strictObject({
          organization: idOrSlug.optional().openapi({ description: "Id or slug of the startup" }),
          organizationNumber: textField(40).optional().openapi({ example: "310 000 000" }),
          ...told,
          source: z.enum(sources).default("adviser"),
        })
        .refine((given) => given.organization !== undefined || given.organizationNumber !== undefined, {
          path: ["organizationNumber"],
          params: { form: "missing" },
        }),
    ),
  },
  responses: { 201: json(observation, "The observation") },
});

const linked = z
  .object({
    program: z.object({
      slug: z.string(),
      name: z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() }),
    }),
    organization: z.object({ name: z.string() }),
    date: z.string().openapi({ format: "date", description: "Today" }),
    last: observation.nullable().openapi({ description: "What the founder or the adviser wrote the last time" }),
    today: observation.nullable().openapi({ description: "What the founder has answered this time" }),
  })
  .openapi("ObservationLink");

export const readObservationLink = route({
  method: "get",
  path: "/observation-links/{secret}",
  tags,
  summary: "See what a founder is asked, by the link in the letter",
  description: "The link is good for ninety days.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: aLink },
  responses: { 200: json(linked, "The startup, and what was written last") },
});

export const answerObservationLink = route({
  method: "put",
  path: "/observation-links/{secret}/observation",
  tags,
  summary: "Answer as the founder, by the link in the letter",
  description: "Today's answer; written again on the same day, it takes the place of the one before.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, ...wrong],
  request: { params: aLink, body: jsonBody(z.strictObject(told).omit({ date: true })) },
  responses: { 200: json(linked, "The startup with the answer") },
});
