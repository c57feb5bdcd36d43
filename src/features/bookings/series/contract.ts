import { z } from "@hono/zod-openapi";
import { idField, momentField, textField } from "../../../platform/http/fields.ts";
import type { SeriesException } from "./book-series.ts";
import { scopes } from "./occurrence.ts";

const alternativeSchema = z.object({
  startsAt: z.string(),
  endsAt: z.string(),
  resource: z.object({ id: z.uuid(), name: z.string() }),
});

export const occurrenceSchema = alternativeSchema
  .extend({
    problem: z
      .object({ code: z.string(), title: z.string() })
      .nullable()
      .openapi({ description: "Why it cannot be had; null when it can" }),
    alternatives: z.array(alternativeSchema).openapi({ description: "Free instead of a time somebody else has" }),
  })
  .openapi("Occurrence");

/** A recurrence rule of RFC 5545. */
export const recurrenceField = textField(300).min(1).openapi({
  description:
    "An RRULE (RFC 5545) on the clock of the house: FREQ daily, weekly, monthly or yearly, with COUNT or UNTIL, at most 200 times, or with neither: then it goes on until it is ended, booked each night as far ahead as the room is; INTERVAL, BYDAY, BYMONTHDAY, BYMONTH, BYSETPOS, WKST",
  example: "FREQ=WEEKLY;COUNT=12",
});

export const conflictsField = z
  .enum(["refuse", "skip"])
  .default("refuse")
  .openapi({ description: "What becomes of a series of which some times cannot be had" });

export const scopeField = z.enum(scopes).default("this").openapi({ description: "What of its series is changed along with it" });

export const exceptionField = z
  .strictObject({
    startsAt: momentField,
    movedTo: z.strictObject({ startsAt: momentField, endsAt: momentField, resourceId: idField.optional() }).nullable(),
  })
  .openapi({
    description: "A time of the series that is left out (`movedTo` null), or had at another time or in another room of the house",
  });

/** The times a body gives, as moments. */
export function timesOf({ startsAt, endsAt }: { startsAt: string; endsAt: string }) {
  return { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
}

/** An exception a body gives, with its moments. */
export function exceptionOf({ startsAt, movedTo }: z.infer<typeof exceptionField>): SeriesException {
  return { startsAt: Temporal.Instant.from(startsAt), movedTo: movedTo && { ...movedTo, ...timesOf(movedTo) } };
}
