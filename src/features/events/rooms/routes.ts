import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addRooms, assignBed, readRooms, removeRoom } from "./change-rooms.ts";
import * as contract from "./contract.ts";

/** Where those who come along on a journey sleep. */
export function roomRoutes(installation: Installation) {
  const shown = async (actor: Actor, id: string) => {
    const { rooms, travellers } = await readRooms(installation.db, actor, id);
    return {
      rooms: rooms.map(({ ticket_ids: ticketIds, ...room }) => ({ ...room, ticketIds })),
      travellers: travellers.map((row) => ({
        ticketId: row.id,
        name: row.holder_name,
        registeredBy: row.registered_by,
        email: row.email,
        organization: row.organization,
        kind: row.kind,
        roomId: rooms.find(({ ticket_ids }) => ticket_ids.includes(row.id))?.id ?? null,
      })),
    };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readRooms, async (c) => c.json(await shown(c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.addRooms, async (c) => {
      const { id } = c.req.valid("param");
      await addRooms(installation, c.get("actor"), id, c.req.valid("json").rooms);
      return c.json(await shown(c.get("actor"), id), 201);
    })
    .openapi(contract.removeRoom, async (c) => {
      const { id, room } = c.req.valid("param");
      await removeRoom(installation, c.get("actor"), id, room);
      return c.body(null, 204);
    })
    .openapi(contract.assignBed, async (c) => {
      await assignBed(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").roomId);
      return c.body(null, 204);
    });
}

export type RoomApi = ReturnType<typeof roomRoutes>;
