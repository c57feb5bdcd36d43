import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idOrSlug, momentField } from "../../../platform/http/fields.ts";
import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import { json, route } from "../../../platform/http/route.ts";
import { resourceKinds } from "../../spaces/index.ts";

const dayOccupancy = z
  .object({
    day: z.string(),
    isOpen: z.boolean().openapi({ description: "Whether the house is open that day; what does not open with it may be had all the same" }),
    kinds: z.array(
      z.object({
        kind: z.enum(resourceKinds),
        takenMinutes: z.number().int().openapi({ description: "Of all of the kind together, buffers and maintenance included" }),
        openMinutes: z.number().int().openapi({ description: "What could be taken of them that day, desk by desk" }),
      }),
    ),
  })
  .openapi("DayOccupancy");

export const readOccupancy = route({
  method: "get",
  path: "/spaces/{id}/occupancy",
  tags: ["bookings"],
  summary: "See how full a house is, day by day",
  description: "By kind of what can be booked, at most 42 days at once. Totals: nobody's booking is told apart.",
  permission: "everyone",
  refusals: [accessRefusals.notHere, requestRefusals.invalid],
  request: { params: z.object({ id: idOrSlug }), query: z.object({ from: momentField, to: momentField }) },
  responses: { 200: json(z.object({ items: z.array(dayOccupancy) }), "Each day of the window") },
});
