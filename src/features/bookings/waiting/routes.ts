import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { bookingClaims } from "../deciding/booking-claims.ts";
import * as contract from "./contract.ts";
import { joinLine } from "./join-line.ts";
import { leave } from "./leave-line.ts";
import { presentWaits } from "./present.ts";
import { findWaits, waitsOf } from "./queries.ts";

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
    .openapi(contract.myWaits, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      return c.json({ items: await presentWaits(db, await waitsOf(db, actor.personId, now()), now()) }, 200);
    });
}

export type WaitingApi = ReturnType<typeof waitingRoutes>;
