import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug, nameField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { outsideCalendarRefusals } from "./refusals.ts";
import { calendarConflict, outsideCalendar } from "./shapes.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const aCalendar = z.object({ id: idField });
const aSpace = z.object({ id: idOrSlug });

export const listOutsideCalendars = route({
  method: "get",
  path: "/spaces/{id}/outside-calendars",
  tags: ["bookings"],
  summary: "See which other calendars take time in a house",
  permission: "manager of the organization",
  refusals: known,
  request: { params: aSpace },
  responses: { 200: json(pageOf(outsideCalendar), "All of them, by room") },
});

export const listCalendarConflicts = route({
  method: "get",
  path: "/spaces/{id}/calendar-conflicts",
  tags: ["bookings"],
  summary: "See where times of other calendars meet bookings",
  description:
    "The booking stands, and the rest of the time around it is blocked. A conflict is gone when either of the two is moved or cancelled; those who manage the house are written to once about each.",
  permission: "manager of the organization",
  refusals: known,
  request: { params: aSpace },
  responses: { 200: json(pageOf(calendarConflict), "Soonest first; at most five hundred") },
});

export const addOutsideCalendar = route({
  method: "post",
  path: "/resources/{id}/outside-calendars",
  tags: ["bookings"],
  summary: "Let another calendar take time of a room or a machine",
  description:
    "The iCalendar address (RFC 5545) of the calendar is read now and every quarter of an hour. What is busy there is taken here, parts and wholes included; what meets a booking is a conflict. An address that cannot be read is kept and tried again. Titles are kept only when asked for.",
  permission: "manager of the organization",
  refusals: [...known, ...Object.values(outsideCalendarRefusals)],
  request: {
    params: z.object({ id: idField }),
    body: jsonBody(
      z.strictObject({
        name: nameField(120).openapi({ example: "Outlook" }),
        address: z.string().trim().min(1).max(1000).openapi({ example: "https://calendar.example/secret/basic.ics" }),
        keepsTitles: z.boolean().default(false),
      }),
    ),
  },
  responses: { 201: json(outsideCalendar, "The calendar, as it was read") },
});

export const readOutsideCalendar = route({
  method: "put",
  path: "/outside-calendars/{id}/reading",
  tags: ["bookings"],
  summary: "Read another calendar now",
  description: "One that was asked less than ten seconds ago is not asked again.",
  permission: "manager of the organization",
  refusals: known,
  request: { params: aCalendar },
  responses: { 200: json(outsideCalendar, "The calendar, as it was read") },
});

export const removeOutsideCalendar = route({
  method: "delete",
  path: "/outside-calendars/{id}",
  tags: ["bookings"],
  summary: "Take another calendar's times away",
  permission: "manager of the organization",
  refusals: known,
  request: { params: aCalendar },
  responses: { 204: { description: "Its times are free, and its address is forgotten" } },
});
