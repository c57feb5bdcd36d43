import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { idField, idOrSlug, momentField, nameField } from "../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { liveRefusals } from "../../platform/live/live.ts";
import { bookingRefusals } from "../bookings/index.ts";
import { displayKinds } from "./display.ts";
import { displayRefusals } from "./refusals.ts";

const bySecret = z.object({ secret: z.string().min(20).max(100) });
const ofSpace = z.object({ id: idOrSlug });
const oneOfSpace = z.object({ id: idOrSlug, displayId: idField });
const known = [accessRefusals.signIn, accessRefusals.notHere];

const takenTime = z.object({
  kind: z.string(),
  startsAt: z.string(),
  endsAt: z.string(),
  readyAt: z.string().openapi({ description: "When one can walk in: the end, and the time kept free after it" }),
  title: z.string().nullable().openapi({ description: "Only where the house and whoever booked let it be read" }),
});

export const screenSchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(displayKinds),
    name: z.string(),
    space: z.object({ slug: z.string(), name: z.string(), timeZone: z.string() }),
    now: z.string(),
    guests: z.number().int().nullable().openapi({ description: "Of a wall: how many guests come today" }),
    rooms: z.array(
      z.object({
        id: z.uuid(),
        name: z.string(),
        kind: z.string(),
        capacity: z.number().int(),
        places: z.number().int(),
        placesFree: z.number().int(),
        state: z.enum(["free", "taken", "closed"]),
        until: z.string().nullable().openapi({ description: "Until when it is so; null when nothing else is known today" }),
        current: takenTime.nullable(),
        next: z.array(takenTime),
        takeUntil: z.array(z.string()).openapi({ description: "Of a door: until when the room can be taken now" }),
        checkIn: z
          .object({ bookingId: z.uuid(), by: z.string() })
          .nullable()
          .openapi({ description: "Of a door: what can be checked in to now, and when its time is released" }),
        handBack: z
          .object({ bookingId: z.uuid() })
          .nullable()
          .openapi({ description: "Of a door: what whoever has the room can leave before its end" }),
      }),
    ),
  })
  .openapi("Screen");

const displaySchema = z
  .object({
    id: z.uuid(),
    kind: z.enum(displayKinds),
    name: z.string(),
    resource: z.object({ id: z.uuid(), name: z.string() }).nullable(),
    showsTitles: z.boolean(),
    takesBookings: z.boolean(),
    renewedAt: z.string(),
  })
  .openapi("Display");

const addressed = displaySchema
  .extend({ url: z.string().openapi({ description: "What the screen opens. Told this once; it is kept as a hash" }) })
  .openapi("AddressedDisplay");

export const readScreen = route({
  method: "get",
  path: "/displays/{secret}",
  tags: ["displays"],
  summary: "Read what a screen shows",
  description: "Who has the secret address sees what is free now and what comes today: no names, and titles only where they may be read.",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: bySecret },
  responses: { 200: json(screenSchema, "What the screen shows") },
});

export const followScreen = route({
  method: "get",
  path: "/displays/{secret}/events",
  tags: ["displays"],
  summary: "Follow a screen while things happen",
  description: "Server-sent events: `open`, `change`, `missed` when one should look again, `here` every fifteen seconds.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, liveRefusals.tooMany],
  request: { params: bySecret },
  responses: { 200: { content: { "text/event-stream": { schema: z.string() } }, description: "A stream that stays open" } },
});

export const takeRoom = route({
  method: "post",
  path: "/displays/{secret}/bookings",
  tags: ["displays"],
  summary: "Take the room one stands at",
  description: "From this minute, for an hour at the most. Nobody is known at a door, so it costs nothing and is nobody's by name.",
  permission: "everyone",
  refusals: [
    accessRefusals.notHere,
    bookingRefusals.notAtDoor,
    bookingRefusals.taken,
    bookingRefusals.backwards,
    bookingRefusals.tooLong,
    bookingRefusals.closed,
    bookingRefusals.outOfUse,
  ],
  request: { params: bySecret, body: jsonBody(z.strictObject({ until: momentField })) },
  responses: { 201: json(screenSchema, "What the screen shows now") },
});

export const checkIn = route({
  method: "put",
  path: "/displays/{secret}/check-in",
  tags: ["displays"],
  summary: "Check in at the door",
  permission: "everyone",
  refusals: [accessRefusals.notHere, bookingRefusals.ended, bookingRefusals.wrongState, bookingRefusals.past, bookingRefusals.checkInLater],
  request: { params: bySecret, body: jsonBody(z.strictObject({ bookingId: idField })) },
  responses: { 200: json(screenSchema, "What the screen shows now") },
});

export const handBack = route({
  method: "put",
  path: "/displays/{secret}/hand-back",
  tags: ["displays"],
  summary: "Hand the room back before the end",
  description:
    "What is left is free from this minute. Used is what was used; where a booking must be given back some time before it, all of it.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, bookingRefusals.ended, bookingRefusals.wrongState],
  request: { params: bySecret, body: jsonBody(z.strictObject({ bookingId: idField })) },
  responses: { 200: json(screenSchema, "What the screen shows now") },
});

export const listDisplays = route({
  method: "get",
  path: "/spaces/{id}/displays",
  tags: ["displays"],
  summary: "List the screens of a space",
  permission: "manager of the organization",
  refusals: known,
  request: { params: ofSpace, query: pageQuery },
  responses: { 200: json(pageOf(displaySchema), "A page of screens") },
});

export const addDisplay = route({
  method: "post",
  path: "/spaces/{id}/displays",
  tags: ["displays"],
  summary: "Put up a screen",
  permission: "manager of the organization",
  refusals: [...known, ...Object.values(displayRefusals)],
  request: {
    params: ofSpace,
    body: jsonBody(
      z.strictObject({
        kind: z.enum(displayKinds),
        name: nameField(120),
        resourceId: idField.optional().openapi({ description: "Of a door: the room behind it" }),
        showsTitles: z.boolean().default(false).openapi({ description: "Show titles those who booked let be read" }),
        takesBookings: z.boolean().default(true).openapi({ description: "Whether a free room can be taken at its door" }),
      }),
    ),
  },
  responses: { 201: json(addressed, "The screen, with its address") },
});

export const renewDisplay = route({
  method: "put",
  path: "/spaces/{id}/displays/{displayId}/address",
  tags: ["displays"],
  summary: "Give a screen a new address",
  description: "The old one shows nothing from now on.",
  permission: "manager of the organization",
  refusals: known,
  request: { params: oneOfSpace },
  responses: { 200: json(addressed, "The screen, with its new address") },
});

export const removeDisplay = route({
  method: "delete",
  path: "/spaces/{id}/displays/{displayId}",
  tags: ["displays"],
  summary: "Take a screen down",
  permission: "manager of the organization",
  refusals: known,
  request: { params: oneOfSpace },
  responses: { 204: { description: "Taken down" } },
});
