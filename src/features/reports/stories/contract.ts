import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug, nameField, neededTextsField, textsField } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { photoForm, spaceRefusals } from "../../spaces/index.ts";
import { storyRefusals } from "./refusals.ts";
import { appearance, consent, story } from "./shapes.ts";
import { answers } from "./story.ts";

const params = z.object({ id: idField });
const titleField = neededTextsField(120);
const edited = [accessRefusals.signIn, accessRefusals.notHere, requestRefusals.changedMeanwhile];
const writers = "manager of the organization" as const;

const saved = { 200: json(story, "The story as it now is") };

export const listStories = route({
  method: "get",
  path: "/organizations/{id}/stories",
  tags: ["reports"],
  summary: "Stories for the reports of an organization",
  description: "The newest first.",
  permission: writers,
  refusals: [accessRefusals.signIn, accessRefusals.notHere],
  request: { params: z.object({ id: idOrSlug }), query: pageQuery },
  responses: { 200: json(pageOf(story), "A page of stories") },
});

export const createStory = route({
  method: "post",
  path: "/organizations/{id}/stories",
  tags: ["reports"],
  summary: "Begin a story",
  permission: writers,
  refusals: [accessRefusals.signIn, accessRefusals.notHere],
  request: {
    params: z.object({ id: idOrSlug }),
    body: jsonBody(z.strictObject({ title: titleField, text: textsField(8_000).default({}) })),
  },
  responses: { 201: json(story, "The story") },
});

export const readStory = route({
  method: "get",
  path: "/stories/{id}",
  tags: ["reports"],
  summary: "Read a story, and who consents to it",
  permission: writers,
  refusals: [accessRefusals.signIn, accessRefusals.notHere],
  request: { params },
  responses: { 200: json(story, "The story") },
});

export const changeStory = route({
  method: "patch",
  path: "/stories/{id}",
  tags: ["reports"],
  summary: "Change the words of a story",
  description: "Who has said yes said it to other words, and has to be asked again.",
  permission: writers,
  refusals: edited,
  request: {
    params,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        title: titleField.optional(),
        text: textsField(8_000).optional(),
        photoTexts: textsField(300)
          .optional()
          .openapi({ description: "What the photo shows; in every language the story is told in before it is published" }),
        showsNobody: z.boolean().optional(),
      }),
    ),
  },
  responses: saved,
});

export const dropStory = route({
  method: "delete",
  path: "/stories/{id}",
  tags: ["reports"],
  summary: "Delete a story that is in no published report",
  permission: writers,
  refusals: [...edited, storyRefusals.published],
  request: { params },
  responses: { 204: { description: "Gone" } },
});

export const changeStoryPhoto = route({
  method: "put",
  path: "/stories/{id}/photo",
  tags: ["reports"],
  summary: "Give a story its photo",
  description:
    "A JPEG, PNG or WebP of at most 15 MB and 50 million pixels, written anew without place, camera and everything else it carried. Who is in the story has to be asked again.",
  permission: writers,
  refusals: [...edited, spaceRefusals.notAPhoto, spaceRefusals.photoTooLarge, storyRefusals.textMissing],
  request: {
    params,
    headers: ifMatchHeader,
    body: photoForm,
  },
  responses: saved,
});

export const removeStoryPhoto = route({
  method: "delete",
  path: "/stories/{id}/photo",
  tags: ["reports"],
  summary: "Take the photo off a story",
  permission: writers,
  refusals: edited,
  request: { params, headers: ifMatchHeader },
  responses: saved,
});

export const namePerson = route({
  method: "post",
  path: "/stories/{id}/people",
  tags: ["reports"],
  summary: "Say that somebody is shown or quoted in a story",
  permission: writers,
  refusals: [...edited, storyRefusals.tooManyPeople],
  request: {
    params,
    headers: ifMatchHeader,
    body: jsonBody(z.strictObject({ name: nameField(120), email: z.email().max(254), appearance })),
  },
  responses: { 201: json(story, "The story as it now is") },
});

const ofPerson = z.object({ id: idField, personId: idField });

export const takePersonOff = route({
  method: "delete",
  path: "/stories/{id}/people/{personId}",
  tags: ["reports"],
  summary: "Take somebody off a story that does not name them any more",
  permission: writers,
  refusals: [...edited, storyRefusals.stillNamed],
  request: { params: ofPerson, headers: ifMatchHeader },
  responses: saved,
});

export const askForConsent = route({
  method: "put",
  path: "/stories/{id}/people/{personId}/request",
  tags: ["reports"],
  summary: "Ask somebody for their consent with a letter",
  permission: writers,
  refusals: edited,
  request: { params: ofPerson, headers: ifMatchHeader },
  responses: saved,
});

const secretParams = z.object({ secret: z.string().min(1).max(100) });

export const readConsent = route({
  method: "get",
  path: "/story-consents/{secret}",
  tags: ["reports"],
  summary: "The story one is asked to consent to",
  description: "By the link in the letter.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: secretParams },
  responses: { 200: json(consent, "The story as it will be told") },
});

export const answerConsent = route({
  method: "put",
  path: "/story-consents/{secret}/answer",
  tags: ["reports"],
  summary: "Consent to a story, decline, or take a consent back",
  description: "Taken back, the photo is deleted and the story leaves every published report at once.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, storyRefusals.changed, storyRefusals.notGiven],
  request: {
    params: secretParams,
    body: jsonBody(z.strictObject({ answer: z.enum(answers), contentVersion: z.number().int().min(1) })),
  },
  responses: { 200: json(consent, "As it now stands") },
});
