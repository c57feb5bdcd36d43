import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { coordinatesField, idField, idOrSlug, textField, windowField } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, route } from "../../../platform/http/route.ts";
import { units } from "../../plans/index.ts";
import { resourceKinds } from "../../spaces/index.ts";

const freeTime = z
  .object({
    resource: z.object({ id: z.uuid(), name: z.string(), kind: z.enum(resourceKinds), capacity: z.number().int() }),
    space: z.object({ id: z.uuid(), slug: z.string(), name: z.string(), town: z.string().nullable(), timeZone: z.string() }),
    distanceKm: z.number().nullable().openapi({ description: "Along the great circle; null without `near`" }),
    startsAt: z.string().openapi({ description: "The first free time" }),
    endsAt: z.string(),
    priceOre: z.number().int().openapi({ description: "What that time costs you, beyond what your plans at the house cover" }),
    allowance: z
      .object({
        unit: z.enum(units),
        amount: z.number().int().openapi({ description: "What your plans cover of that time" }),
        left: z.number().int().openapi({ description: "What is left of them before it" }),
        included: z.number().int().openapi({ description: "What they include in all, in the period of that day" }),
        fullPriceOre: z.number().int().openapi({ description: "What the time costs when nothing is left" }),
      })
      .nullable()
      .openapi({ description: "Null when no plan of yours at the house includes such" }),
    free: z
      .array(z.object({ from: z.string(), until: z.string() }))
      .openapi({ description: "In each, a time of `minutes` may begin at every step from `from` until `minutes` before `until`" }),
    abilities: z.object({ book: z.boolean(), ask: z.boolean().openapi({ description: "The house answers first" }) }),
  })
  .openapi("FreeTime");

export const findAlternatives = route({
  method: "get",
  path: "/resources/{id}/alternatives",
  tags: ["bookings"],
  summary: "Find what is free instead of a time that is taken",
  description:
    "For the same length: other rooms of the house at that time, the same one at another time of that day, other houses nearby. What a refusal `booking.taken` leads to.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, requestRefusals.invalid],
  request: {
    params: z.object({ id: idField }),
    query: z.object({
      from: windowField,
      to: windowField,
      people: z.coerce.number().int().min(1).max(100_000).optional(),
    }),
  },
  responses: {
    200: json(
      z.object({
        taken: z
          .object({ from: z.string(), until: z.string() })
          .nullable()
          .openapi({ description: "What the time clashes with, buffers included" }),
        items: z.array(freeTime.extend({ differs: z.enum(["other_room", "other_time", "other_house"]) }).openapi("Alternative")),
      }),
      "What can be booked instead",
    ),
  },
});

export const findFreeTime = route({
  method: "get",
  path: "/availability",
  tags: ["bookings"],
  summary: "Find a free room, desk or machine",
  description:
    "What you may book for `minutes` within the window, by every rule of booking it: hours, notice, buffers, parts and wholes, certification, who may book. Nearest first when `near` is given, else your own houses and then by name; the smallest that holds `capacity` before larger ones. Without signing in: what everyone may book. The window is 14 days at the most.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, requestRefusals.invalid],
  request: {
    query: pageQuery.extend({
      from: windowField,
      to: windowField,
      minutes: z.coerce.number().int().min(5).max(20_160).default(60),
      capacity: z.coerce.number().int().min(1).max(100_000).optional().openapi({ description: "For so many people" }),
      near: coordinatesField.optional(),
      kind: textField(200)
        .regex(new RegExp(`^(${resourceKinds.join("|")})(,(${resourceKinds.join("|")}))*$`))
        .optional()
        .openapi({ description: "Comma-separated; any of them", example: "meeting_room,studio" }),
      equipment: textField(200).optional().openapi({ description: "Comma-separated; all must be there", example: "screen,whiteboard" }),
      space: idOrSlug.optional(),
      resource: idField.optional(),
      personId: idField
        .optional()
        .openapi({ description: "For whom, with `resource`; for those at the desk of its house. Oneself when left out" }),
      maxPriceOre: z.coerce.number().int().min(0).max(1_000_000_000).optional().openapi({ description: "Costs no more for that time" }),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
  },
  responses: { 200: json(pageOf(freeTime), "A page of free times") },
});
