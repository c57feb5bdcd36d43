import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findSpace } from "../../spaces/index.ts";
import { bookingClaims } from "../deciding/booking-claims.ts";
import { mayRunDay } from "../policy.ts";
import * as contract from "./contract.ts";
import { joinLine } from "./join-line.ts";
import { leave } from "./leave-line.ts";
import * as lineContract from "./line-contract.ts";
import { presentLine, presentWaits } from "./present.ts";
import { findWaits, lineWithin, waitsOf } from "./queries.ts";
import { takeOffLine } from "./take-off-line.ts";

export function waitingRoutes(installation: Installation) {
  const { db, now, pipelines } = installation;
  const claims = bookingClaims(pipelines);
  const shown = async (id: string) => found((await presentWaits(db, await findWaits(db, { id }), now()))[0]);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.joinLine, async (c) => {
      const { startsAt, endsAt, ...request } = c.req.valid("json");
      const times = { startsAt: Temporal.Instant.from(startsAt), endsAt: Temporal.Instant.from(endsAt) };
      const { id } = await joinLine(installation, c.get("actor"), { ...request, ...times, resourceId: c.req.valid("param").id });
      return c.json(await shown(id), 201);
    })
    .openapi(contract.leaveLine, async (c) => {
      const { id } = c.req.valid("param");
      await leave(installation, claims, c.get("actor"), id);
      return c.json(await shown(id), 200);
    })
    .openapi(lineContract.readLine, async (c) => {
      const space = found(await findSpace(db, c.req.valid("param").id));
      authorize(c.get("actor"), mayRunDay(c.get("actor"), space.organization_id));
      const { cursor, limit, from, to } = c.req.valid("query");
      const window = { from: Temporal.Instant.from(from), until: Temporal.Instant.from(to), now: now() };
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await lineWithin(db, { spaceId: space.id, ...window, limit, after });
      const items = await presentLine(db, rows, now());
      return c.json(
        page(
          items,
          limit,
          ({ askedAt, id }) => [askedAt, id],
          (item) => item,
        ),
        200,
      );
    })
    .openapi(lineContract.takeOffLine, async (c) => {
      const { id } = c.req.valid("param");
      await takeOffLine(installation, claims, c.get("actor"), { id, reason: c.req.valid("json").reason });
      return c.json(found((await presentLine(db, await findWaits(db, { id }), now()))[0]), 200);
    })
    .openapi(contract.myWaits, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      return c.json({ items: await presentWaits(db, await waitsOf(db, actor.personId, now()), now()) }, 200);
    });
}

export type WaitingApi = ReturnType<typeof waitingRoutes>;
