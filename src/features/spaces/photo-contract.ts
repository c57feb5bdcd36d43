import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { idField, textsField } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { photoParams } from "./contract.ts";
import { photoForm } from "./photo-form.ts";
import { spaceRefusals } from "./refusals.ts";
import { photo, space } from "./shapes.ts";

const edited = [accessRefusals.signIn, accessRefusals.notHere, requestRefusals.changedMeanwhile];
const aSpace = photoParams.pick({ id: true });
const saved = { 200: json(space, "The space as it now is") };

export const addPhoto = route({
  method: "post",
  path: "/spaces/{id}/photos",
  tags: ["spaces"],
  summary: "Add a photo",
  description:
    "A JPEG, PNG or WebP of at most 15 MB and 50 million pixels. It is turned upright, made smaller and written anew: place, camera and everything else it carried is left behind. It is put last.",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.notAPhoto, spaceRefusals.photoTooLarge, spaceRefusals.tooManyPhotos, spaceRefusals.textMissing],
  request: {
    params: aSpace,
    body: photoForm,
  },
  responses: { 201: json(photo, "The photo") },
});

export const changePhoto = route({
  method: "patch",
  path: "/spaces/{id}/photos/{photoId}",
  tags: ["spaces"],
  summary: "Say what a photo shows",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.textMissing],
  request: { params: photoParams, headers: ifMatchHeader, body: jsonBody(z.strictObject({ texts: textsField(300) })) },
  responses: saved,
});

export const removePhoto = route({
  method: "delete",
  path: "/spaces/{id}/photos/{photoId}",
  tags: ["spaces"],
  summary: "Take a photo away",
  permission: "manager of the organization",
  refusals: edited,
  request: { params: photoParams, headers: ifMatchHeader },
  responses: saved,
});

export const orderPhotos = route({
  method: "put",
  path: "/spaces/{id}/photo-order",
  tags: ["spaces"],
  summary: "Put the photos in order",
  description: "All of them, each once; the first is the one shown in lists.",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.photosChanged],
  request: { params: aSpace, headers: ifMatchHeader, body: jsonBody(z.strictObject({ photoIds: z.array(idField).max(100) })) },
  responses: saved,
});
