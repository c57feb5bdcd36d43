import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { spaceRefusals } from "./refusals.ts";
import {
  consent,
  duties,
  exceptionBody,
  houseRules,
  newSpace,
  openingHoursBody,
  rulesBody,
  settings,
  space,
  spaceChanges,
} from "./shapes.ts";

const aSpace = z.object({ id: idOrSlug.openapi({ description: "Id or slug", example: "workwork" }) });
const ofRules = aSpace.extend({ version: z.coerce.number().int().min(1).max(1_000_000) });
const ofDay = aSpace.extend({ day: dayField });
const edited = [accessRefusals.signIn, accessRefusals.notHere, requestRefusals.changedMeanwhile];
const saved = { 200: json(space, "The space as it now is; its ETag is in the header") };

export const readSpace = route({
  method: "get",
  path: "/spaces/{id}",
  tags: ["spaces"],
  summary: "Read a space",
  description:
    "What everyone may know: where it is, when it is open, what is there, the house rules that hold, photos, and whom to contact. How to get in is told to guests on their day. The `ETag` goes into `If-Match` of a change.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: aSpace },
  responses: { 200: json(space, "The space") },
});

export const readSettings = route({
  method: "get",
  path: "/spaces/{id}/settings",
  tags: ["spaces"],
  summary: "Read what only the house sees",
  description: "The arrival text, the checklist for receiving guests, and who changed the space last.",
  permission: "host of the space",
  refusals: [accessRefusals.signIn, accessRefusals.notHere],
  request: { params: aSpace },
  responses: { 200: json(settings, "What only the house sees") },
});

export const openSpace = route({
  method: "post",
  path: "/organizations/{id}/spaces",
  tags: ["spaces"],
  summary: "Open a space",
  description: "A new space run by the organization. Without `slug` one is made from the name.",
  permission: "manager of the organization",
  refusals: [accessRefusals.signIn, accessRefusals.notHere, spaceRefusals.slugTaken, spaceRefusals.unknownMunicipality],
  request: { params: z.object({ id: idOrSlug }), body: jsonBody(newSpace) },
  responses: { 201: json(space, "The space, without opening hours yet") },
});

export const changeSpace = route({
  method: "patch",
  path: "/spaces/{id}",
  tags: ["spaces"],
  summary: "Change the facts and texts of a space",
  description: "Only what is sent is changed. A changed e-mail address or telephone number counts as confirmed today.",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.unknownMunicipality],
  request: { params: aSpace, headers: ifMatchHeader, body: jsonBody(spaceChanges) },
  responses: saved,
});

export const setOpeningHours = route({
  method: "put",
  path: "/spaces/{id}/opening-hours",
  tags: ["spaces"],
  summary: "Set the opening hours of the week",
  description:
    "The whole week at once; a weekday without openings is closed. Passes already held are not touched: whoever booked is told of the change.",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.hoursOverlap, spaceRefusals.closesBeforeOpening],
  request: { params: aSpace, headers: ifMatchHeader, body: jsonBody(openingHoursBody) },
  responses: saved,
});

export const setOpeningException = route({
  method: "put",
  path: "/spaces/{id}/opening-exceptions/{day}",
  tags: ["spaces"],
  summary: "Say that a day differs",
  description: "Other hours that day, also on a public holiday; or closed, when `opens` and `closes` are null.",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.pastDay, spaceRefusals.exceptionClosesBeforeOpening],
  request: { params: ofDay, headers: ifMatchHeader, body: jsonBody(exceptionBody) },
  responses: saved,
});

export const removeOpeningException = route({
  method: "delete",
  path: "/spaces/{id}/opening-exceptions/{day}",
  tags: ["spaces"],
  summary: "Let a day be as other days",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.pastDay],
  request: { params: ofDay, headers: ifMatchHeader },
  responses: saved,
});

export const listHouseRules = route({
  method: "get",
  path: "/spaces/{id}/house-rules",
  tags: ["spaces"],
  summary: "List the versions of the house rules",
  description: "Newest first; the newest holds. `consentedAt` is when the reader said yes to that version, null when they have not.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: aSpace, query: pageQuery },
  responses: { 200: json(pageOf(houseRules), "A page of versions") },
});

export const publishHouseRules = route({
  method: "post",
  path: "/spaces/{id}/house-rules",
  tags: ["spaces"],
  summary: "Publish house rules",
  description: "A new version that holds from now on. Versions never change; guests say yes to the version that holds.",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.textMissing],
  request: { params: aSpace, headers: ifMatchHeader, body: jsonBody(rulesBody) },
  responses: { 201: json(houseRules, "The version") },
});

export const consentToHouseRules = route({
  method: "put",
  path: "/spaces/{id}/house-rules/{version}/consent",
  tags: ["spaces"],
  summary: "Say yes to the house rules",
  description: "Recorded once for each person and version; saying it again changes nothing.",
  permission: "signed in",
  refusals: [accessRefusals.signIn, accessRefusals.notHere, spaceRefusals.rulesReplaced],
  request: { params: ofRules },
  responses: { 200: json(consent, "The consent") },
});

export const setHostDuties = route({
  method: "put",
  path: "/spaces/{id}/host-duties",
  tags: ["spaces"],
  summary: "Set the checklist for receiving guests",
  description: "The whole list in order. A line with an `id` is kept, one without is new, one left out is taken away.",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.textMissing, spaceRefusals.unknownDuty],
  request: { params: aSpace, headers: ifMatchHeader, body: jsonBody(duties) },
  responses: { 200: json(settings, "What only the house sees") },
});

export const confirmContact = route({
  method: "put",
  path: "/spaces/{id}/contact-confirmation",
  tags: ["spaces"],
  summary: "Confirm that the contact is right",
  permission: "manager of the organization",
  refusals: [...edited, spaceRefusals.noContact],
  request: { params: aSpace },
  responses: saved,
});

export const photoParams = aSpace.extend({ photoId: idField });
