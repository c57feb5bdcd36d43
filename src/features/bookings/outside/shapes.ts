import { z } from "@hono/zod-openapi";
import { bookingKinds } from "../booking.ts";
import { readFailures } from "./outside-calendar.ts";

const resource = z.object({ id: z.uuid(), name: z.string() });

/** A calendar kept elsewhere whose times take time of a resource. */
export const outsideCalendar = z
  .object({
    id: z.uuid(),
    spaceId: z.uuid(),
    resource,
    name: z.string(),
    address: z
      .string()
      .openapi({ description: "Where it is kept. The rest of the address is a secret and never shown.", example: "calendar.example/…" }),
    keepsTitles: z.boolean(),
    createdAt: z.string(),
    readAt: z.string().nullable().openapi({ description: "When it last answered with its times, or that they are the same" }),
    triedAt: z.string().nullable().openapi({ description: "When it was last asked" }),
    nextReadAt: z.string().openapi({ description: "When it is asked again" }),
    failure: z.enum(readFailures).nullable().openapi({ description: "Why the last try failed. The times known before still hold." }),
    failures: z.number().int().openapi({ description: "Tries in a row that failed" }),
    times: z.number().int().openapi({ description: "Times ahead it says are taken" }),
    conflicts: z.number().int().openapi({ description: "How many meetings there are between these times and bookings" }),
    abilities: z.object({ read: z.boolean(), remove: z.boolean() }),
  })
  .openapi("OutsideCalendar");

/** A time of another calendar that meets a booking. */
export const calendarConflict = z
  .object({
    calendar: z.object({ id: z.uuid(), name: z.string() }),
    resource,
    startsAt: z.string(),
    endsAt: z.string(),
    title: z.string().nullable().openapi({ description: "When the calendar's titles are kept" }),
    foundAt: z.string(),
    booking: z.object({
      id: z.uuid(),
      kind: z.enum(bookingKinds),
      resource: z.string().openapi({ description: "The name of what is booked: the resource itself, a part of it or the whole" }),
      startsAt: z.string(),
      endsAt: z.string(),
      holder: z.string().nullable(),
    }),
  })
  .openapi("CalendarConflict");
