import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findSpace } from "../../spaces/index.ts";
import { bookingClaims } from "../deciding/booking-claims.ts";
import { houseOf } from "../queries.ts";
import * as contract from "./contract.ts";
import { type OutageRow, outageOf, outagesIn } from "./queries.ts";
import { endOutage, reportOutage } from "./report-outage.ts";

function presentOutage(row: OutageRow) {
  return {
    resource: { id: row.resource_id, name: row.resource_name },
    note: row.note,
    reportedAt: row.reported_at.toString(),
    until: row.expected_until.toString(),
  };
}

export function outageRoutes(installation: Installation) {
  const { db, now, pipelines } = installation;
  const claims = bookingClaims(pipelines);
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listOutages, async (c) => {
      const space = found(await findSpace(db, c.req.valid("param").id));
      return c.json({ items: (await outagesIn(db, space.id, now())).map(presentOutage), nextCursor: null }, 200);
    })
    .openapi(contract.reportOutage, async (c) => {
      const { id } = c.req.valid("param");
      const { note, until } = c.req.valid("json");
      await reportOutage(installation, claims, c.get("actor"), { resourceId: id, note, until: Temporal.Instant.from(until) });
      const { spaceId } = found(await houseOf(db, id));
      return c.json(presentOutage(found(await outageOf(db, { spaceId, id }, now()))), 200);
    })
    .openapi(contract.endOutage, async (c) => {
      await endOutage(installation, claims, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    });
}

export type OutageApi = ReturnType<typeof outageRoutes>;
