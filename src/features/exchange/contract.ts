import { z } from "@hono/zod-openapi";
import { pageOf, pageQuery } from "../../platform/http/cursor.ts";
import { dayField, idOrSlug } from "../../platform/http/fields.ts";
import { json, route } from "../../platform/http/route.ts";

const coordinates = z
  .string()
  .regex(/^-?\d{1,2}(\.\d{1,8})?,-?\d{1,3}(\.\d{1,8})?$/)
  .transform((text) => text.split(",").map(Number) as [latitude: number, longitude: number])
  .refine(([latitude, longitude]) => Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)
  .openapi({ type: "string", example: "63.43,10.39", description: "Latitude and longitude in degrees" });

export const spaceWithSeats = z
  .object({
    id: z.uuid(),
    slug: z.string(),
    organizationId: z.uuid(),
    name: z.string(),
    town: z.string(),
    municipality: z.string(),
    municipalityNumber: z.string(),
    latitude: z.number(),
    longitude: z.number(),
    distanceKm: z.number().nullable().openapi({ description: "Along the great circle; null without `near`" }),
    day: dayField,
    guestSeats: z.number().int().openapi({ description: "Opened to guests that day; 0 when closed" }),
    guestSeatsLeft: z.number().int(),
    waiting: z.number().int().openapi({ description: "Waiting for a seat that day" }),
    askFirst: z.boolean().openapi({ description: "The host answers before the seat is one's own" }),
    amenities: z.array(z.string()),
  })
  .openapi("SpaceWithSeats");

/** Spaces in order of distance, or by name, with the guest seats left on a day. */
export const findSeats = route({
  method: "get",
  path: "/spaces",
  tags: ["spaces"],
  summary: "Find a seat for a day",
  description:
    "Spaces that take guests by an agreement in force, nearest first when `near` is given, else by name. With `seats`, only those with as many left.",
  permission: "everyone",
  request: {
    query: pageQuery.extend({
      near: coordinates.optional(),
      day: dayField.optional().openapi({ description: "Today when left out" }),
      seats: z.coerce.number().int().min(0).max(10_000).default(0),
      network: idOrSlug.optional(),
      amenity: z.string().max(200).optional().openapi({ description: "Comma-separated; all must be there" }),
    }),
  },
  responses: { 200: json(pageOf(spaceWithSeats), "A page of spaces") },
});
