import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug, momentField, textField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { bookingRefusals } from "../refusals.ts";
import { outageRefusals } from "./refusals.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];
const aResource = z.object({ id: idField });

export const outage = z
  .object({
    resource: z.object({ id: z.uuid(), name: z.string() }),
    note: z.string(),
    reportedAt: z.string(),
    until: z.string().openapi({ description: "When it is expected back in order" }),
  })
  .openapi("Outage");

export const listOutages = route({
  method: "get",
  path: "/spaces/{id}/outages",
  tags: ["bookings"],
  summary: "See which machines are out of order now",
  permission: "everyone",
  refusals: [accessRefusals.notHere],
  request: { params: z.object({ id: idOrSlug }) },
  responses: { 200: json(pageOf(outage), "All of them, by the machine's name") },
});

export const reportOutage = route({
  method: "put",
  path: "/resources/{id}/outage",
  tags: ["bookings"],
  summary: "Take a machine or a room out of order",
  description:
    "From now until the moment named. Bookings in that time are cancelled with the note as the reason, and each holder is told by letter.",
  permission: "host of the space",
  refusals: [...known, outageRefusals.notAhead, bookingRefusals.taken],
  request: {
    params: aResource,
    body: jsonBody(
      z.strictObject({
        note: textField(200).min(1).openapi({ description: "What is wrong, for everyone to read: «Linsa er sprukket»" }),
        until: momentField,
      }),
    ),
  },
  responses: { 200: json(outage, "The outage") },
});

export const endOutage = route({
  method: "delete",
  path: "/resources/{id}/outage",
  tags: ["bookings"],
  summary: "Put a machine or a room back in order",
  permission: "host of the space",
  refusals: [...known, outageRefusals.none],
  request: { params: aResource },
  responses: { 204: { description: "It can be booked again" } },
});
