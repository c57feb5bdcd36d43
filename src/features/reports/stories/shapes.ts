import { z } from "@hono/zod-openapi";
import { dayField } from "../../../platform/http/fields.ts";
import { appearances, consentStates } from "./story.ts";

const texts = z.object({ nb: z.string().optional(), nn: z.string().optional(), en: z.string().optional() });

const photo = z.object({
  id: z.uuid(),
  width: z.number().int(),
  height: z.number().int(),
  texts: texts.openapi({ description: "What it shows" }),
  url: z.string(),
  smallUrl: z.string(),
});
export const appearance = z.enum(appearances);

/** A story for those who write it, with who is in it and what keeps it from being published. */
export const story = z
  .object({
    id: z.uuid(),
    organization: z.object({ slug: z.string(), name: z.string() }),
    titles: texts,
    texts,
    photo: photo.nullable(),
    showsNobody: z.boolean().openapi({ description: "Somebody has said that nobody can be recognized and nobody is quoted" }),
    people: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        email: z.string().nullable(),
        appearance,
        consent: z.enum(consentStates).openapi({ description: "outdated: the yes was to other words or another photo" }),
        answeredAt: z.string().nullable(),
        askedAt: z.string().nullable(),
      }),
    ),
    hindrances: z
      .array(
        z.discriminatedUnion("kind", [
          z.object({ kind: z.literal("people_not_said") }),
          z.object({ kind: z.literal("alt_missing"), languages: z.array(z.enum(["nb", "nn", "en"])) }),
          z.object({ kind: z.literal("consent_missing"), names: z.array(z.string()) }),
        ]),
      )
      .openapi({ description: "What keeps it from being published" }),
    version: z.number().int(),
  })
  .openapi("Story");

const hindrances = story.shape.hindrances;

/** A story in a report. */
export const toldStory = z
  .object({
    id: z.uuid(),
    checksum: z.string().openapi({
      description:
        "SHA-256 of `{salt,titles,texts,photo:{id,width,height,texts},people:[{id,name,appearance}]}`, as the one of the report is written. A story that is taken out leaves it",
    }),
    takenOutOn: dayField.nullable().openapi({ description: "The day somebody in it took their consent back. Nothing is left of it" }),
    told: z
      .object({
        salt: z.string(),
        titles: texts,
        texts,
        photo: photo.nullable(),
        people: z.array(z.object({ id: z.uuid(), name: z.string(), appearance })),
      })
      .nullable(),
    hindrances: hindrances.openapi({ description: "What keeps a draft from being published; of a published report nothing" }),
  })
  .openapi("ToldStory");

/** A story for somebody who is asked about it. */
export const consent = z
  .object({
    organization: z.object({ slug: z.string(), name: z.string() }),
    name: z.string(),
    appearance,
    isInStory: z
      .boolean()
      .openapi({ description: "Whether they are in the story as it now is; one they were taken off can still be taken back" }),
    titles: texts,
    texts,
    photo: photo.nullable(),
    contentVersion: z.number().int(),
    consent: z.enum(consentStates),
    answeredAt: z.string().nullable(),
    reports: z.array(z.object({ slug: z.string(), titles: texts })).openapi({ description: "Published reports it is in" }),
  })
  .openapi("StoryConsent");
