import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { pageOf, pageQuery } from "../../../platform/http/cursor.ts";
import { idField, idOrSlug, momentField, nameField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { waitSchema } from "./contract.ts";
import { lineRefusals } from "./line-refusals.ts";

const known = [accessRefusals.signIn, accessRefusals.notHere];

/** A place in a line as the desk sees it: with who stands there, and since when. */
const placeInLine = waitSchema
  .omit({ space: true, abilities: true })
  .extend({
    person: z.object({ id: z.uuid(), name: z.string() }),
    title: z.string().nullable(),
    people: z.number().int().nullable(),
    askedAt: z.string(),
  })
  .openapi("PlaceInLine");

export const readLine = route({
  method: "get",
  path: "/spaces/{id}/waits",
  tags: ["bookings"],
  summary: "List who waits for time in a space",
  description: "Everybody who waits for time within the window or is offered some of it, in the order they came.",
  permission: "host of the space",
  refusals: known,
  request: { params: z.object({ id: idOrSlug }), query: pageQuery.extend({ from: momentField, to: momentField }) },
  responses: { 200: json(pageOf(placeInLine), "Those who came first before others") },
});

export const takeOffLine = route({
  method: "put",
  path: "/waits/{id}/removal",
  tags: ["bookings"],
  summary: "Take somebody off a waiting list",
  description: "What they were offered passes on to the next in line. The person is told, with the reason.",
  permission: "host of the space",
  refusals: [...known, ...Object.values(lineRefusals)],
  request: { params: z.object({ id: idField }), body: jsonBody(z.strictObject({ reason: nameField(500) })) },
  responses: { 200: json(placeInLine, "No more in line") },
});
