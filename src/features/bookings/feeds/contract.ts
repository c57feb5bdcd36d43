import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { feedContents, feedSubjects } from "./feed.ts";

const subject = {
  of: z.enum(feedSubjects).openapi({ description: "Your own bookings, a room or machine, or a whole house" }),
  subjectId: idField.openapi({ description: "The person, resource or space" }),
};

const feed = z.object({ id: z.uuid(), shows: z.enum(feedContents), createdAt: z.string() }).openapi("CalendarFeed");
const known = [accessRefusals.signIn, accessRefusals.notHere];

export const makeFeed = route({
  method: "post",
  path: "/calendar-feeds",
  tags: ["bookings"],
  summary: "Make the address by which a calendar program follows bookings",
  description:
    "The address is secret, opens `/calendars/{secret}.ics` (iCalendar, RFC 5545) without signing in, and is shown once. Made again it is a new one, and the old one no longer opens. `free_busy` tells when time is taken, and nothing of what it is about.",
  permission: "signed in",
  refusals: known,
  request: { body: jsonBody(z.strictObject({ ...subject, shows: z.enum(feedContents) })) },
  responses: { 201: json(z.object({ id: z.uuid(), address: z.string() }), "The address") },
});

export const listFeeds = route({
  method: "get",
  path: "/calendar-feeds",
  tags: ["bookings"],
  summary: "See which calendar addresses there are",
  permission: "signed in",
  refusals: known,
  request: { query: z.object(subject) },
  responses: { 200: json(z.object({ items: z.array(feed), nextCursor: z.null() }), "The feeds, without their secrets") },
});

export const removeFeed = route({
  method: "delete",
  path: "/calendar-feeds/{id}",
  tags: ["bookings"],
  summary: "Shut a calendar address",
  permission: "signed in",
  refusals: known,
  request: { params: z.object({ id: idField }) },
  responses: { 204: { description: "It no longer opens" } },
});
