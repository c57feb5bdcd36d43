import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../platform/installation.ts";
import { eventStream } from "../../platform/live/event-stream.ts";
import { bookingClaims, bookingsChannel } from "../bookings/index.ts";
import { findSpace } from "../spaces/index.ts";
import { checkInAtDoor, handBackAtDoor, takeRoom } from "./at-the-door.ts";
import { type Addressed, addDisplay, removeDisplay, renewDisplay } from "./change-displays.ts";
import * as contract from "./contract.ts";
import type { DisplayKind } from "./display.ts";
import { mayManageDisplays } from "./policy.ts";
import { type DisplayRow, displayAt, displaysOf, findDisplay } from "./queries.ts";
import { readScreen } from "./read-screen.ts";

export function displayRoutes(installation: Installation) {
  const { db, live, now, pipelines, settings } = installation;
  const claims = bookingClaims(pipelines);
  const screen = async (secret: string) => readScreen(db, found(await displayAt(db, secret)), now());
  const addressed = async ({ secret, ...of }: Addressed, language: string) => ({
    ...presentDisplay(found(await findDisplay(db, of))),
    url: `${settings.url}/${language}/displays/${secret}`,
  });
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readScreen, async (c) => c.json(await screen(c.req.valid("param").secret), 200))
    .openapi(contract.followScreen, async (c) => {
      const { space_id } = found(await displayAt(db, c.req.valid("param").secret));
      return eventStream(live, bookingsChannel(space_id), c.req.raw.signal);
    })
    .openapi(contract.takeRoom, async (c) => {
      const { secret } = c.req.valid("param");
      await takeRoom(installation, claims, { secret, until: Temporal.Instant.from(c.req.valid("json").until) });
      return c.json(await screen(secret), 201);
    })
    .openapi(contract.checkIn, async (c) => {
      const { secret } = c.req.valid("param");
      await checkInAtDoor(installation, claims, { secret, ...c.req.valid("json") });
      return c.json(await screen(secret), 200);
    })
    .openapi(contract.handBack, async (c) => {
      const { secret } = c.req.valid("param");
      await handBackAtDoor(installation, claims, { secret, ...c.req.valid("json") });
      return c.json(await screen(secret), 200);
    })
    .openapi(contract.listDisplays, async (c) => {
      const house = found(await findSpace(db, c.req.valid("param").id));
      authorize(c.get("actor"), mayManageDisplays(c.get("actor"), house));
      const { cursor, limit } = c.req.valid("query");
      const rows = await displaysOf(db, house.id, limit, readCursorOf(cursor, ["text", "id"]));
      return c.json(
        page(rows, limit, ({ name, id }) => [name, id], presentDisplay),
        200,
      );
    })
    .openapi(contract.addDisplay, async (c) => {
      const added = await addDisplay(installation, { actor: c.get("actor"), space: c.req.valid("param").id }, c.req.valid("json"));
      return c.json(await addressed(added, c.get("language")), 201, { "cache-control": "no-store" });
    })
    .openapi(contract.renewDisplay, async (c) => {
      const { id: space, displayId: id } = c.req.valid("param");
      const renewed = await renewDisplay(installation, { actor: c.get("actor"), space, id });
      return c.json(await addressed(renewed, c.get("language")), 200, { "cache-control": "no-store" });
    })
    .openapi(contract.removeDisplay, async (c) => {
      const { id: space, displayId: id } = c.req.valid("param");
      await removeDisplay(installation, { actor: c.get("actor"), space, id });
      return c.body(null, 204);
    });
}

export type DisplayApi = ReturnType<typeof displayRoutes>;

function presentDisplay(row: DisplayRow) {
  return {
    id: row.id,
    kind: row.kind as DisplayKind,
    name: row.name,
    resource: row.resource_id === null ? null : { id: row.resource_id, name: row.resource_name ?? "" },
    showsTitles: row.shows_titles,
    takesBookings: row.takes_bookings,
    renewedAt: row.renewed_at.toString(),
  };
}
