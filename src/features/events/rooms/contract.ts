import { z } from "@hono/zod-openapi";
import { accessRefusals } from "../../../platform/access/refusals.ts";
import { idField, idOrSlug, nameField } from "../../../platform/http/fields.ts";
import { json, jsonBody, route } from "../../../platform/http/route.ts";
import { ticketRefusals } from "../tickets/refusals.ts";
import { roomRefusals } from "./refusals.ts";

const params = z.object({ id: idOrSlug });
const known = [accessRefusals.signIn, accessRefusals.notHere];

const rooming = z
  .object({
    rooms: z.array(z.object({ id: z.uuid(), place: z.string(), name: z.string(), beds: z.number().int(), ticketIds: z.array(z.uuid()) })),
    travellers: z.array(
      z.object({
        ticketId: z.uuid(),
        name: z.string().nullable().openapi({ description: "Null until it is said who comes" }),
        registeredBy: z.string(),
        email: z.string().nullable(),
        organization: z.string().nullable(),
        kind: z.string(),
        roomId: z.uuid().nullable(),
      }),
    ),
  })
  .openapi("Rooming");

export const readRooms = route({
  method: "get",
  path: "/events/{id}/rooms",
  tags: ["events"],
  summary: "Who comes along on a journey, and where they sleep",
  permission: "manager of the organization",
  refusals: known,
  request: { params },
  responses: { 200: json(rooming, "Rooms and travellers") },
});

export const addRooms = route({
  method: "post",
  path: "/events/{id}/rooms",
  tags: ["events"],
  summary: "Add rooms people sleep in",
  permission: "manager of the organization",
  refusals: [...known, roomRefusals.nameTaken],
  request: {
    params,
    body: jsonBody(
      z.strictObject({
        rooms: z
          .array(z.strictObject({ place: nameField(100), name: nameField(100), beds: z.number().int().min(1).max(8) }))
          .min(1)
          .max(200),
      }),
    ),
  },
  responses: { 201: json(rooming, "Rooms and travellers") },
});

export const removeRoom = route({
  method: "delete",
  path: "/events/{id}/rooms/{room}",
  tags: ["events"],
  summary: "Take a room away",
  permission: "manager of the organization",
  refusals: [...known, roomRefusals.inUse],
  request: { params: z.object({ id: idOrSlug, room: idField }) },
  responses: { 204: { description: "Taken away" } },
});

export const assignBed = route({
  method: "put",
  path: "/tickets/{id}/room",
  tags: ["events"],
  summary: "Say in which room somebody sleeps",
  permission: "manager of the organization",
  refusals: [...known, roomRefusals.full, ticketRefusals.notValid],
  request: { params: z.object({ id: idField }), body: jsonBody(z.strictObject({ roomId: idField.nullable() })) },
  responses: { 204: { description: "Said" } },
});
