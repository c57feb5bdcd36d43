import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, momentField, textField } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ifMatchHeader } from "../../../platform/http/version.ts";
import { bookingSchema } from "../contract.ts";
import { bookingRefusals } from "../refusals.ts";
import { occurrenceSchema, recurrenceField } from "./contract.ts";
import { scopes } from "./occurrence.ts";
import { seriesRefusals } from "./refusals.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const { unreadable, tooOften, tooLong, firstIsNotOne, noSuchTime } = seriesRefusals;

export const readOccurrences = route({
  method: "get",
  path: "/resources/{id}/occurrences",
  tags: ["bookings"],
  summary: "See every time of a series before it is booked",
  description: "Nothing is saved. Each time is judged as it would be if it were booked now after those before it.",
  permission: "signed in",
  refusals: [...known, bookingRefusals.backwards, unreadable, tooOften, tooLong, firstIsNotOne, noSuchTime],
  request: {
    params: z.object({ id: idField }),
    query: z.strictObject({
      startsAt: momentField,
      endsAt: momentField,
      recurrence: recurrenceField,
      people: z.coerce.number().int().min(1).max(100_000).optional(),
      personId: idField.optional(),
      overrideReason: textField(500)
        .min(1)
        .optional()
        .openapi({ description: "Why the house goes past its own rules; for those at its desk" }),
    }),
  },
  responses: {
    200: json(z.object({ items: z.array(occurrenceSchema), conflicts: z.number().int() }), "Every time, in order"),
  },
});

export const describeBooking = route({
  method: "put",
  path: "/bookings/{id}/description",
  tags: ["bookings"],
  summary: "Say anew what a booking is about and for how many",
  description: "Of this time alone, of it and those that follow, or of all that are ahead of its series. No time is moved.",
  permission: "signed in",
  refusals: [...known, bookingRefusals.ended, bookingRefusals.tooLate, bookingRefusals.tooMany, requestRefusals.changedMeanwhile],
  request: {
    params: z.object({ id: idField }),
    headers: ifMatchHeader,
    body: jsonBody(
      z.strictObject({
        title: textField(200).nullable(),
        note: textField(2000).nullable(),
        people: z.number().int().min(1).max(100_000).nullable(),
        scope: z.enum(scopes).default("this"),
      }),
    ),
  },
  responses: { 200: json(bookingSchema, "The booking") },
});

export const readSeries = route({
  method: "get",
  path: "/bookings/{id}/series",
  tags: ["bookings"],
  summary: "See the series a booking is of",
  permission: "signed in",
  refusals: known,
  request: { params: z.object({ id: idField }) },
  responses: {
    200: json(
      z
        .object({
          id: z.uuid(),
          recurrence: z.string().openapi({ description: "As it was asked for" }),
          openUntil: z.string().nullable().openapi({ description: "How far a series without an end is booked; null when it has an end" }),
          items: z.array(bookingSchema),
        })
        .openapi("BookingSeries"),
      "Every booking of it that is not cancelled, in order",
    ),
  },
});
