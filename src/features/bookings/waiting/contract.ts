import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, momentField, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { bookingRefusals } from "../refusals.ts";
import { waitingRefusals } from "./refusals.ts";
import { waitStates } from "./wait.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];

export const waitSchema = z
  .object({
    id: z.uuid(),
    state: z.enum(waitStates),
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string() }),
    resource: z.object({ id: z.uuid(), name: z.string() }),
    timeZone: z.string(),
    startsAt: z.string().openapi({ description: "The time within which it is wanted" }),
    endsAt: z.string(),
    minutes: z.number().int().openapi({ description: "How much of it is wanted" }),
    place: z.number().int().nullable().openapi({ description: "The place in line, 1 is next; null when one does not wait" }),
    offer: z
      .object({ bookingId: z.uuid(), startsAt: z.string(), endsAt: z.string(), heldUntil: z.string() })
      .nullable()
      .openapi({ description: "Held until the deadline: `PUT /bookings/{id}/confirmation` takes it, leaving the list declines it" }),
    abilities: z.object({ leave: z.boolean() }),
  })
  .openapi("Wait");

export const joinLine = route({
  method: "post",
  path: "/resources/{id}/waits",
  tags: ["bookings"],
  summary: "Stand in line for a time somebody has",
  description:
    "When so many minutes within the time come free, the first in line is offered them: held until a deadline, then passed on. Joining twice keeps the place. Whom the desk puts in line is told.",
  permission: "signed in",
  refusals: [...known, ...Object.values(waitingRefusals), ...Object.values(bookingRefusals)],
  request: {
    params: z.object({ id: idField }),
    body: jsonBody(
      z.strictObject({
        startsAt: momentField,
        endsAt: momentField,
        minutes: z.number().int().min(5).max(1440).optional(),
        title: textField(200).optional(),
        people: z.number().int().min(1).max(100_000).optional(),
        personId: idField.optional().openapi({ description: "For whom; for those at the desk of the house" }),
      }),
    ),
  },
  responses: { 201: json(waitSchema, "The place in line") },
});

export const leaveLine = route({
  method: "put",
  path: "/waits/{id}/cancellation",
  tags: ["bookings"],
  summary: "Leave the line, or decline what is offered",
  permission: "the person",
  refusals: known,
  request: { params: z.object({ id: idField }) },
  responses: { 200: json(waitSchema, "No more in line") },
});

export const myWaits = route({
  method: "get",
  path: "/me/waits",
  tags: ["bookings"],
  summary: "See what one stands in line for, and what is offered",
  permission: "signed in",
  refusals: [accessRefusals.signIn],
  responses: { 200: json(z.object({ items: z.array(waitSchema) }), "Soonest first, 20 at the most") },
});
