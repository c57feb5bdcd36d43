import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idField, idOrSlug } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { liveRefusals } from "../../platform/live/live.ts";
import { visitRefusals } from "./refusals.ts";
import * as shapes from "./shapes.ts";

const tags = ["visitors"];
const known = [accessRefusals.signIn, accessRefusals.notHere];
const ofSpace = z.object({ id: idOrSlug });
const aVisit = z.object({ id: idField });
const keepers = "whoever is visited or announced it, or host of the space" as const;
const asItIs = { 200: json(shapes.visit, "The visit as it now is") };

const kioskName = z.object({
  isShown: z.boolean().openapi({ description: "Whether visitors nobody announced find one by name at the kiosk" }),
});

export const announceVisit = route({
  method: "post",
  path: "/spaces/{id}/visits",
  tags,
  summary: "Announce a visitor",
  description:
    "One's own; the desk announces anybody's. Whoever is given an address is sent an invitation with the way in, a code and a calendar file.",
  permission: "member of the organization",
  refusals: [
    ...known,
    visitRefusals.past,
    visitRefusals.tooFar,
    visitRefusals.notAMember,
    visitRefusals.bookingElsewhere,
    requestRefusals.tooMany,
  ],
  request: { params: ofSpace, body: jsonBody(shapes.newVisit) },
  responses: { 201: json(shapes.visit, "The visit") },
});

export const listVisits = route({
  method: "get",
  path: "/spaces/{id}/visits",
  tags,
  summary: "List the visitors of a day",
  permission: "host of the space",
  refusals: known,
  request: { params: ofSpace, query: pageQuery.extend({ day: dayField.optional().openapi({ description: "Today when left out" }) }) },
  responses: { 200: json(pageOf(shapes.visit), "A page of visits, in the order they are expected") },
});

export const followVisits = route({
  method: "get",
  path: "/spaces/{id}/visits/events",
  tags,
  summary: "Follow the visitors of a space while they come and go",
  description: "Server-sent events: `open`, `change`, `missed` when one should look again, `here` every fifteen seconds.",
  permission: "host of the space",
  refusals: [...known, liveRefusals.tooMany],
  request: { params: ofSpace },
  responses: { 200: { content: { "text/event-stream": { schema: z.string() } }, description: "A stream that stays open" } },
});

export const readInside = route({
  method: "get",
  path: "/spaces/{id}/people-inside",
  tags,
  summary: "Read who is in the house now",
  description: "Visitors, and guests of other houses, for the desk and for the fire brigade. Members do not sign in, and are not listed.",
  permission: "host of the space",
  refusals: known,
  request: { params: ofSpace },
  responses: { 200: json(shapes.peopleInside, "Who is inside, in the order they came") },
});

export const countVisits = route({
  method: "get",
  path: "/spaces/{id}/visit-counts",
  tags,
  summary: "Count visitors by day",
  description: "Also of days whose visitors are forgotten.",
  permission: "host of the space",
  refusals: known,
  request: { params: ofSpace, query: z.object({ from: dayField, to: dayField }) },
  responses: { 200: json(z.object({ items: z.array(shapes.visitCount) }), "The days that had visitors, the latest first") },
});

export const searchVisited = route({
  method: "get",
  path: "/spaces/{id}/visited-people",
  tags,
  summary: "Find somebody who can be visited",
  description: "Those who work in the house and whose name begins so, twenty at most.",
  permission: "host of the space",
  refusals: known,
  request: { params: ofSpace, query: z.object({ q: z.string().trim().min(2).max(80) }) },
  responses: { 200: json(z.object({ items: z.array(z.object({ id: z.uuid(), name: z.string() })) }), "People by name") },
});

export const myVisits = route({
  method: "get",
  path: "/me/visits",
  tags,
  summary: "See one's own visitors",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { query: pageQuery },
  responses: { 200: json(pageOf(shapes.visit), "A page of visits one gets or has announced, the latest first") },
});

export const myHouses = route({
  method: "get",
  path: "/me/houses",
  tags,
  summary: "See the houses one works in",
  description: "Where one can announce visitors today: as a member, through a company, or at the desk.",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  responses: {
    200: json(
      z.object({
        items: z.array(z.object({ slug: z.string(), name: z.string(), isKioskNameShown: kioskName.shape.isShown })),
      }),
      "The houses, by name",
    ),
  },
});

export const readVisit = route({
  method: "get",
  path: "/visits/{id}",
  tags,
  summary: "Read a visit",
  permission: keepers,
  refusals: known,
  request: { params: aVisit },
  responses: { 200: json(shapes.visit, "The visit") },
});

export const changeVisit = route({
  method: "patch",
  path: "/visits/{id}",
  tags,
  summary: "Change who comes and when",
  description: "Until they have come. Whoever has an address is told.",
  permission: keepers,
  refusals: [
    ...known,
    visitRefusals.wrongState,
    visitRefusals.past,
    visitRefusals.tooFar,
    visitRefusals.bookingElsewhere,
    requestRefusals.changedMeanwhile,
    requestRefusals.tooMany,
  ],
  request: { params: aVisit, headers: ifMatchHeader, body: jsonBody(shapes.visitChanges) },
  responses: asItIs,
});

export const cancelVisit = route({
  method: "put",
  path: "/visits/{id}/cancellation",
  tags,
  summary: "Call a visit off",
  permission: keepers,
  refusals: [...known, visitRefusals.wrongState],
  request: { params: aVisit },
  responses: asItIs,
});

export const letIn = route({
  method: "put",
  path: "/visits/{id}/arrival",
  tags,
  summary: "Let a visitor in",
  permission: keepers,
  refusals: [...known, visitRefusals.wrongState, visitRefusals.notToday],
  request: { params: aVisit },
  responses: asItIs,
});

export const signOut = route({
  method: "put",
  path: "/visits/{id}/departure",
  tags,
  summary: "Sign a visitor out",
  permission: keepers,
  refusals: [...known, visitRefusals.wrongState],
  request: { params: aVisit },
  responses: asItIs,
});

export const readTerms = route({
  method: "get",
  path: "/spaces/{id}/visitor-terms",
  tags,
  summary: "Read how a space receives visitors",
  permission: "host of the space",
  refusals: known,
  request: { params: ofSpace },
  responses: { 200: json(shapes.visitorTerms, "The terms") },
});

export const putTerms = route({
  method: "put",
  path: "/spaces/{id}/visitor-terms",
  tags,
  summary: "Decide how a space receives visitors",
  description: "A shorter time of keeping holds for those who have come already, from the next night on.",
  permission: "manager of the organization",
  refusals: [...known, requestRefusals.changedMeanwhile],
  request: { params: ofSpace, headers: ifMatchHeader, body: jsonBody(shapes.newTerms) },
  responses: { 200: json(shapes.visitorTerms, "The terms as they now are") },
});

export const readKioskName = route({
  method: "get",
  path: "/spaces/{id}/kiosk-name",
  tags,
  summary: "Read whether visitors find one at the kiosk",
  permission: "member of the organization",
  refusals: known,
  request: { params: ofSpace },
  responses: { 200: json(kioskName, "Whether they do") },
});

export const putKioskName = route({
  method: "put",
  path: "/spaces/{id}/kiosk-name",
  tags,
  summary: "Let visitors find one at the kiosk, or not",
  permission: "member of the organization",
  refusals: known,
  request: { params: ofSpace, body: jsonBody(kioskName.strict()) },
  responses: { 200: json(kioskName, "What now holds") },
});
