import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { resourceRefusals } from "./refusals.ts";
import { resourceKinds } from "./resource.ts";
import { newResource, resource, resourceChanges } from "./shapes.ts";

const rulesOfResource = Object.values(resourceRefusals);

export const listResources = route({
  method: "get",
  path: "/resources",
  tags: ["resources"],
  summary: "Find rooms, desks and machines",
  description: "What can be booked, by house and by the order its managers chose. Narrow by space, kind and how many people it must hold.",
  permission: "everyone",
  request: {
    query: pageQuery.extend({
      space: idOrSlug.optional(),
      kind: z.enum(resourceKinds).optional(),
      inUse: z.enum(["today", "ever"]).default("today").openapi({ description: "`ever`: also what is out of use, or not yet in use" }),
      capacity: z.coerce.number().int().min(1).max(100_000).optional().openapi({ description: "Holds at least so many people" }),
    }),
  },
  responses: { 200: json(pageOf(resource), "A page of resources") },
});

export const readResource = route({
  method: "get",
  path: "/resources/{id}",
  tags: ["resources"],
  summary: "Read a room, desk or machine",
  description: "Its facts, rules and prices. The `ETag` goes into `If-Match` of a change.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ id: idField }) },
  responses: { 200: json(resource, "The resource") },
});

export const addResource = route({
  method: "post",
  path: "/spaces/{id}/resources",
  tags: ["resources"],
  summary: "Add a room, desk or machine to a space",
  description: "Rules left out are those most rooms have: quarter hours, up to twelve hours, half a year ahead, by members, at once.",
  permission: "manager of the organization",
  refusals: [accessRefusals.signIn, accessRefusals.notHere, ...rulesOfResource],
  request: { params: z.object({ id: idOrSlug }), body: jsonBody(newResource) },
  responses: { 201: json(resource, "The resource") },
});

export const changeResource = route({
  method: "patch",
  path: "/resources/{id}",
  tags: ["resources"],
  summary: "Change a room, desk or machine",
  description:
    "Only what is sent is changed. Bookings already made keep their time and price; those ahead get the new time kept free around them, unless they stand too close for it. With `inUseUntil` it is taken out of use from that day, unless it is booked then.",
  permission: "manager of the organization",
  refusals: [accessRefusals.signIn, accessRefusals.notHere, requestRefusals.changedMeanwhile, ...rulesOfResource],
  request: { params: z.object({ id: idField }), headers: ifMatchHeader, body: jsonBody(resourceChanges) },
  responses: { 200: json(resource, "The resource as it now is") },
});
