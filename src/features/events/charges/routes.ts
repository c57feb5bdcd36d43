import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { withVat } from "../../plans/index.ts";
import * as contract from "./contract.ts";
import { presentOwed } from "./present.ts";
import { owedFor, owedInAll } from "./queries.ts";
import { eventOwedFor } from "./read-owed.ts";

/** What is owed for an event, across those who pay. */
export function eventChargeRoutes({ db }: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid }).openapi(contract.listOwed, async (c) => {
    const { cursor, limit } = c.req.valid("query");
    const { id } = await eventOwedFor(db, c.get("actor"), c.req.valid("param").id);
    const after = readCursorOf(cursor, ["text", "id", "id"]);
    const [rows, { payers, amounts }] = await Promise.all([owedFor(db, id, { limit, after }), owedInAll(db, id)]);
    const sums = {
      amountOre: amounts.reduce((sum, { amountOre }) => sum + amountOre, 0),
      amountWithVatOre: amounts.reduce((sum, { amountOre, vatPercent }) => sum + withVat(amountOre, vatPercent).grossOre, 0),
    };
    const shown = page(rows, limit, (row) => [row.payer, row.payerId, row.id], presentOwed);
    return c.json({ ...shown, payers, ...sums }, 200);
  });
}

export type EventChargeApi = ReturnType<typeof eventChargeRoutes>;
