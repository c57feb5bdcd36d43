import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../../platform/installation.ts";
import * as contract from "./contract.ts";
import type { DoubleRow } from "./queries.ts";
import { readDoubles, settleDouble } from "./settle-double.ts";

/** Tickets two doors let somebody in on, and what they are settled as. */
export function doubleRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listDoubles, async (c) => {
      const rows = await readDoubles(installation.db, c.get("actor"), c.req.valid("param").id);
      return c.json({ items: rows.map(presentDouble) }, 200);
    })
    .openapi(contract.settleDouble, async (c) => {
      await settleDouble(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    });
}

function presentDouble({ scans, settlement, isUnsettled, ...ticket }: DoubleRow) {
  return {
    ticket,
    scans: scans.map(({ counted, scannedAt, ...scan }) => ({
      ...scan,
      scannedAt: utc(scannedAt),
      stands: settlement ? settlement.stands === scan.nonce : counted,
    })),
    settlement:
      settlement && !isUnsettled
        ? { as: settlement.as, note: settlement.note, settledAt: utc(settlement.settledAt), settledBy: settlement.settledBy }
        : null,
  };
}

// the database writes a moment with the session's offset
function utc(moment: string): string {
  return Temporal.Instant.from(moment).toString();
}

export type DoubleApi = ReturnType<typeof doubleRoutes>;
