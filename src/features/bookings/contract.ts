import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { idField, idOrSlug, momentField, textField } from "../../platform/http/fields.ts";
import { requestRefusals } from "../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../platform/http/route.ts";
import { ifMatchHeader } from "../../platform/http/version.ts";
import { liveRefusals } from "../../platform/live/live.ts";
import { bookingKinds, bookingStates } from "./booking.ts";
import { bookingRefusals } from "./refusals.ts";
import { conflictsField, exceptionField, occurrenceSchema, recurrenceField, scopeField } from "./series/contract.ts";
import { seriesRefusals } from "./series/refusals.ts";

const aBooking = z.object({ id: idField });
const rules = [...Object.values(bookingRefusals), ...Object.values(seriesRefusals)];
const known = [accessRefusals.signIn, accessRefusals.notHere];

export const bookingSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(bookingStates),
    kind: z.enum(bookingKinds),
    startsAt: z.string(),
    endsAt: z.string(),
    timeZone: z.string().openapi({ description: "The house's; times are shown in it", example: "Europe/Oslo" }),
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
    resource: z.object({ id: z.uuid(), name: z.string(), kind: z.string() }),
    title: z.string().nullable().openapi({ description: "Null to those it does not concern, like holder, people and price" }),
    note: z.string().nullable(),
    holder: z.string().nullable(),
    personId: z.uuid().nullable(),
    organization: z
      .object({ id: z.uuid(), name: z.string() })
      .nullable()
      .openapi({ description: "The company whose plan covers it, which pays what there is to pay" }),
    people: z.number().int().nullable(),
    priceOre: z.number().int().nullable(),
    heldUntil: z.string().nullable(),
    cancelBy: z.string().openapi({ description: "Given back until then, it costs nothing" }),
    blocks: z
      .array(z.object({ resourceId: z.uuid(), startsAt: z.string(), endsAt: z.string() }))
      .openapi({ description: "The time it takes of its resource and of every part of that, buffers included" }),
    checkedInAt: z.string().nullable(),
    checkInBy: z.string().nullable().openapi({ description: "Whoever has not checked in by then loses the time; null where nobody asks" }),
    showsTitle: z.boolean().openapi({ description: "Whether the title may be read on the screens of the house" }),
    seriesId: z.uuid().nullable().openapi({ description: "The series it is of; `GET /bookings/{id}/series` gives the rest" }),
    isMine: z.boolean(),
    version: z.number().int(),
    abilities: z.object({ move: z.boolean(), cancel: z.boolean(), confirm: z.boolean(), approve: z.boolean(), checkIn: z.boolean() }),
  })
  .openapi("Booking");

export const bookResource = route({
  method: "post",
  path: "/resources/{id}/bookings",
  tags: ["bookings"],
  summary: "Book a room, a desk or a machine",
  description:
    "Confirmed at once, or `pending` until the house has answered. With `hold` the time is kept for ten minutes while a form is filled in; `PUT /bookings/{id}/confirmation` books it. Those at the desk book for others, block time for maintenance, and go past rules with a reason; past somebody else's time nobody goes. With a `recurrence` every time of the series is judged first: all are booked, or nothing is and each is listed with why not; `conflicts: skip` books those that can be had.",
  permission: "signed in",
  refusals: [...known, ...rules],
  request: {
    params: aBooking,
    body: jsonBody(
      z.strictObject({
        startsAt: momentField,
        endsAt: momentField,
        title: textField(200).optional(),
        note: textField(2000).optional(),
        people: z.number().int().min(1).max(100_000).optional(),
        personId: idField.optional().openapi({ description: "For whom; for those at the desk of the house" }),
        kind: z.enum(["booking", "maintenance"]).default("booking"),
        hold: z.boolean().default(false),
        overrideReason: textField(500).min(1).optional(),
        recurrence: recurrenceField.optional(),
        exceptions: z.array(exceptionField).max(200).default([]),
        conflicts: conflictsField,
      }),
    ),
  },
  responses: {
    201: json(
      bookingSchema.extend({ skipped: z.array(occurrenceSchema).openapi({ description: "Times of the series that could not be had" }) }),
      "The booking, the first one of a series",
    ),
  },
});

export const readBooking = route({
  method: "get",
  path: "/bookings/{id}",
  tags: ["bookings"],
  summary: "Read a booking",
  permission: "signed in",
  refusals: known,
  request: { params: aBooking },
  responses: { 200: json(bookingSchema, "The booking") },
});

export const moveBooking = route({
  method: "patch",
  path: "/bookings/{id}",
  tags: ["bookings"],
  summary: "Move a booking, or make it longer or shorter",
  description:
    "Every rule of a new booking applies. With `startsAt` alone it keeps its length. In a series those that follow, or all that are ahead, move along on the house's clock; one that has a time of its own keeps it.",
  permission: "signed in",
  refusals: [...known, requestRefusals.changedMeanwhile, bookingRefusals.keptElsewhere, ...rules],
  request: {
    params: aBooking,
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        startsAt: momentField.optional(),
        endsAt: momentField.optional(),
        overrideReason: textField(500).min(1).optional(),
        scope: scopeField,
        conflicts: conflictsField,
      }),
    ),
  },
  responses: { 200: json(bookingSchema, "The booking as it now is") },
});

export const cancelBooking = route({
  method: "put",
  path: "/bookings/{id}/cancellation",
  tags: ["bookings"],
  summary: "Give the time of a booking back",
  permission: "signed in",
  refusals: [...known, bookingRefusals.ended, bookingRefusals.tooLate, bookingRefusals.ofHire, bookingRefusals.keptElsewhere],
  request: { params: aBooking, body: jsonBody(z.strictObject({ reason: textField(500).optional(), scope: scopeField })) },
  responses: { 200: json(bookingSchema, "The booking, cancelled") },
});

export const confirmBooking = route({
  method: "put",
  path: "/bookings/{id}/confirmation",
  tags: ["bookings"],
  summary: "Book the time that was held",
  permission: "signed in",
  refusals: [...known, bookingRefusals.ended, bookingRefusals.wrongState, bookingRefusals.ofHire],
  request: { params: aBooking },
  responses: { 200: json(bookingSchema, "The booking") },
});

export const answerBooking = route({
  method: "put",
  path: "/bookings/{id}/answer",
  tags: ["bookings"],
  summary: "Answer a time that was asked for",
  permission: "host of the space",
  refusals: [...known, bookingRefusals.ended, bookingRefusals.wrongState],
  request: { params: aBooking, body: jsonBody(z.strictObject({ approved: z.boolean(), reason: textField(500).optional() })) },
  responses: { 200: json(bookingSchema, "The booking") },
});

export const checkInBooking = route({
  method: "put",
  path: "/bookings/{id}/check-in",
  tags: ["bookings"],
  summary: "Check in to a booking",
  description:
    "From a quarter of an hour before the start. Where the house asks for it, time nobody has checked in to is released ten minutes after the start.",
  permission: "signed in",
  refusals: [...known, bookingRefusals.ended, bookingRefusals.wrongState, bookingRefusals.past, bookingRefusals.checkInLater],
  request: { params: aBooking },
  responses: { 200: json(bookingSchema, "The booking") },
});

export const showTitle = route({
  method: "put",
  path: "/bookings/{id}/shown-title",
  tags: ["bookings"],
  summary: "Say whether the title of a booking may be read on the screens of the house",
  description: "It stays hidden until whoever booked says so, and is seen only on screens where the house shows titles.",
  permission: "signed in",
  refusals: known,
  request: { params: aBooking, body: jsonBody(z.strictObject({ shown: z.boolean() })) },
  responses: { 200: json(bookingSchema, "The booking") },
});

export const readCalendar = route({
  method: "get",
  path: "/spaces/{id}/bookings",
  tags: ["bookings"],
  summary: "See what is taken in a house",
  description: "In order of time, at most 42 days at once. What others booked is shown as taken time, without a title or a name.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, requestRefusals.invalid],
  request: {
    params: z.object({ id: idOrSlug }),
    query: pageQuery.extend({
      from: momentField,
      to: momentField,
      resource: idField.optional(),
      // the day of a large house in one
      limit: z.coerce.number().int().min(1).max(1_000).default(50),
    }),
  },
  responses: { 200: json(pageOf(bookingSchema), "A page of bookings") },
});

export const followBookings = route({
  method: "get",
  path: "/spaces/{id}/bookings/events",
  tags: ["bookings"],
  summary: "Follow the calendar of a house while things happen",
  description:
    "Server-sent events: `open` when one follows, `change` with `{bookingId}` for each change, `missed` when one should look again, `here` every fifteen seconds. Nothing is kept: who comes back reads `/bookings`.",
  permission: "signed in",
  refusals: [...known, liveRefusals.tooMany],
  request: { params: z.object({ id: idOrSlug }) },
  responses: { 200: { content: { "text/event-stream": { schema: z.string() } }, description: "A stream that stays open" } },
});

export const myBookings = route({
  method: "get",
  path: "/me/bookings",
  tags: ["bookings"],
  summary: "See one's own bookings ahead",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  request: { query: pageQuery },
  responses: { 200: json(pageOf(bookingSchema), "A page of bookings, soonest first") },
});
