import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, idOrSlug, momentField, nameField, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { registrationSchema, texts } from "../contract.ts";
import { eventRefusals } from "../refusals.ts";
import { ticketRefusals } from "./refusals.ts";

const params = z.object({ id: idField });
const known = [accessRefusals.signIn, accessRefusals.notHere];
const atDoor = [...known, ticketRefusals.scannedAhead, ticketRefusals.nonceReused];

const scan = z.strictObject({
  nonce: z.uuid().openapi({ description: "Made by the phone: a scan sent twice is one scan" }),
  scannedAt: momentField,
  door: nameField(60).optional().openapi({ description: "Which door, when there are several" }),
});

const seen = z.object({ scannedAt: z.string(), door: z.string().nullable(), isCounted: z.boolean() });
const presence = {
  id: z.uuid(),
  code: z.string(),
  holder: z.string().nullable(),
  kind: z.string(),
  organization: z.string().nullable(),
  checkedInAt: z.string().nullable(),
  leftAt: z.string().nullable(),
};

const scanned = z
  .object({
    ...presence,
    isDouble: z.boolean().openapi({ description: "Somebody was in on the ticket already; this scan counts nothing" }),
    isOnTheDay: z.boolean().openapi({ description: "Whether the scan is from a day the event is on" }),
    scans: z.array(seen).openapi({ description: "Every check-in of the ticket, the earliest first" }),
  })
  .openapi("ScannedTicket");

export const checkIn = route({
  method: "put",
  path: "/tickets/{id}/check-in",
  tags: ["events"],
  summary: "Let somebody in on a ticket",
  description:
    "May be sent hours after the scan. A second scan is kept and told as double with where and when the ticket was seen. Who went out comes in again.",
  permission: "host of the space",
  refusals: [...atDoor, ticketRefusals.notValid],
  request: { params, body: jsonBody(scan) },
  responses: { 200: json(scanned, "The ticket") },
});

export const checkOut = route({
  method: "put",
  path: "/tickets/{id}/check-out",
  tags: ["events"],
  summary: "Let somebody out",
  permission: "host of the space",
  refusals: [...atDoor, ticketRefusals.notInside],
  request: { params, body: jsonBody(scan) },
  responses: { 200: json(scanned, "The ticket") },
});

export const undoCheckIn = route({
  method: "put",
  path: "/tickets/{id}/check-in/undoing",
  tags: ["events"],
  summary: "Take a check-in back",
  description: "By an entry against it: what was scanned stays to be seen.",
  permission: "host of the space",
  refusals: [...known, ticketRefusals.nonceReused, ticketRefusals.notInside],
  request: { params, body: jsonBody(z.strictObject({ nonce: z.uuid(), reason: textField(300).optional() })) },
  responses: { 200: json(scanned, "The ticket, as it stood before") },
});

export const nameHolder = route({
  method: "put",
  path: "/tickets/{id}/holder",
  tags: ["events"],
  summary: "Say who comes on a ticket",
  description: "A name for a company's place, or a colleague instead of oneself. Whoever has an address gets the ticket by letter.",
  permission: "holder or manager of the organization",
  refusals: [...known, ticketRefusals.notValid, ticketRefusals.alreadyUsed, eventRefusals.isOver],
  request: { params, body: jsonBody(z.strictObject({ name: nameField(200), email: z.email().max(200).optional() })) },
  responses: { 200: json(registrationSchema, "The registration with its tickets") },
});

export const returnPlace = route({
  method: "put",
  path: "/tickets/{id}/cancellation",
  tags: ["events"],
  summary: "Give one place back",
  description:
    "The others of the registration stay; the price of the place is owed no longer, and who waits is asked at once. Of the last one the registration ends.",
  permission: "holder or manager of the organization",
  refusals: [...known, ticketRefusals.notValid, ticketRefusals.usedStays, eventRefusals.isOver],
  request: { params },
  responses: { 200: json(registrationSchema, "The registration with the places that are left") },
});

const counted = z.number().int();

export const listArrivals = route({
  method: "get",
  path: "/events/{id}/arrivals",
  tags: ["events"],
  summary: "Who may come in",
  description:
    "All tickets that are valid, in order of names, for a phone at the door to keep. With `since`, only those that were scanned since; when `total` is not what the phone has, it asks for all again.",
  permission: "host of the space",
  refusals: known,
  request: {
    params: z.object({ id: idOrSlug }),
    query: z.object({
      q: z.string().max(100).optional().openapi({ description: "Part of a name or a company, or a code" }),
      limit: z.coerce.number().int().min(1).max(1000).optional().openapi({ description: "No more than so many; all when it is left out" }),
      scannedTwice: z
        .literal("true")
        .optional()
        .openapi({ description: "Only tickets scanned while somebody was in on them, which nobody has settled" }),
      since: momentField.optional().openapi({ description: "Only tickets scanned since then" }),
    }),
  },
  responses: {
    200: json(
      z
        .object({
          eventId: z.uuid(),
          readAt: z.string(),
          total: counted.openapi({ description: "How many tickets are valid" }),
          counts: z.object({
            invited: counted,
            registered: counted,
            checkedIn: counted,
            inside: counted,
            people: counted,
            organizations: counted,
          }),
          items: z.array(
            z.object({
              ...presence,
              codeSays: z.string().openapi({ description: "The name its code says now, given name and initial" }),
              doubles: z.array(seen).openapi({ description: "All its check-ins, when it was scanned twice" }),
            }),
          ),
        })
        .openapi("EventArrivals"),
      "The tickets",
    ),
  },
});

export const walkIn = route({
  method: "post",
  path: "/events/{id}/arrivals",
  tags: ["events"],
  summary: "Register somebody at the door, and let them in",
  description: "When there is a place that nobody on the waiting list wants.",
  permission: "host of the space",
  refusals: [...atDoor, eventRefusals.soldOut, eventRefusals.cancelled, eventRefusals.isOver, eventRefusals.saleOver],
  request: {
    params: z.object({ id: idOrSlug }),
    body: jsonBody(z.strictObject({ ...scan.shape, ticketTypeId: idField, name: nameField(200), email: z.email().max(200) })),
  },
  responses: { 201: json(scanned, "The ticket") },
});

export const seeTicket = route({
  method: "get",
  path: "/tickets/{token}",
  tags: ["events"],
  summary: "See a ticket by what its code says",
  description: "For whoever has the link to a ticket. Given to somebody else, the ticket is shown in the new name only.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ token: z.string().min(20).max(320) }) },
  responses: {
    200: json(
      z
        .object({
          id: z.uuid(),
          event: z.object({
            slug: z.string(),
            title: texts,
            startsAt: z.string(),
            endsAt: z.string(),
            timeZone: z.string(),
            place: z.string().nullable(),
            isCancelled: z.boolean(),
          }),
          holder: z.string().nullable(),
          organization: z.string().nullable(),
          kind: z.string(),
          code: z.string(),
          token: z.string().nullable().openapi({ description: "What the QR code holds; null when the place was given back" }),
        })
        .openapi("SeenTicket"),
      "The ticket",
    ),
  },
});
