import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursor } from "../../../platform/http/cursor.ts";
import { idField } from "../../../platform/http/fields.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addWebhook } from "./add-webhook.ts";
import * as contract from "./contract.ts";
import { listAllDeliveries, listDeliveries } from "./list-deliveries.ts";
import { listWebhooks } from "./list-webhooks.ts";
import { presentDelivery, presentWebhook } from "./present.ts";
import type { DeliveryRow } from "./queries.ts";
import { removeWebhook } from "./remove-webhook.ts";
import { replayDelivery } from "./replay-delivery.ts";

export function webhookRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listWebhooks, async (c) => {
      const actor = c.get("actor");
      const rows = await listWebhooks(installation, actor, c.req.valid("param").id);
      return c.json({ items: rows.map((row) => presentWebhook(row, actor)), nextCursor: null }, 200);
    })
    .openapi(contract.addWebhook, async (c) => {
      const actor = c.get("actor");
      const added = await addWebhook(installation, actor, c.req.valid("param").id, c.req.valid("json"));
      return c.json({ ...presentWebhook(added, actor), secret: added.secret }, 201, { "cache-control": "no-store" });
    })
    .openapi(contract.removeWebhook, async (c) => {
      const { id, webhookId } = c.req.valid("param");
      await removeWebhook(installation, c.get("actor"), id, webhookId);
      return c.body(null, 204);
    })
    .openapi(contract.listDeliveries, async (c) => {
      const { state, limit, cursor } = c.req.valid("query");
      const search = { state, limit: limit + 1, before: before(cursor) };
      const rows = await listDeliveries(installation, c.get("actor"), c.req.valid("param").id, search);
      return c.json(
        page(rows, limit, keyOf, (row) => presentDelivery(row, c.get("actor"))),
        200,
      );
    })
    .openapi(contract.listAllDeliveries, async (c) => {
      const { state, limit, cursor } = c.req.valid("query");
      const rows = await listAllDeliveries(installation, c.get("actor"), { state, limit: limit + 1, before: before(cursor) });
      return c.json(
        page(rows, limit, keyOf, (row) => presentDelivery(row, c.get("actor"))),
        200,
      );
    })
    .openapi(contract.replayDelivery, async (c) => {
      const waiting = await replayDelivery(installation, c.get("actor"), c.req.valid("param").id);
      return c.json(presentDelivery(waiting, c.get("actor")), 200);
    });
}

export type WebhooksApi = ReturnType<typeof webhookRoutes>;

function keyOf(row: DeliveryRow): [string] {
  return [row.id];
}

function before(cursor: string | undefined): string | undefined {
  const key = readCursor(cursor, 1);
  return key && idField.parse(key[0]);
}
