import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findSpace } from "../../spaces/index.ts";
import { mayWorkInLab } from "../policy.ts";
import { addConsumable, recordStock } from "./add-consumable.ts";
import { changeConsumable } from "./change-consumable.ts";
import * as contract from "./contract.ts";
import { presentConsumable, presentMovement } from "./present.ts";
import { consumablesOf, type MovementRow, movementsOf, requireConsumable, stockOf } from "./queries.ts";

export function stockRoutes(installation: Installation) {
  const { db } = installation;
  const shown = async (idOrSlug: string, actor: Actor) => {
    const space = found(await findSpace(db, idOrSlug));
    const stock = await stockOf(db, space.id);
    const rows = await consumablesOf(db, space.id);
    return { items: rows.map((row) => presentConsumable(row, stock.get(row.id) ?? 0, space.organization_id, actor)), nextCursor: null };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listConsumables, async (c) => c.json(await shown(c.req.valid("param").id, c.get("actor")), 200))
    .openapi(contract.addConsumable, async (c) => {
      const { id } = c.req.valid("param");
      await addConsumable(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 201);
    })
    .openapi(contract.recordStock, async (c) => {
      const { id, consumableId } = c.req.valid("param");
      await recordStock(installation, c.get("actor"), { space: id, id: consumableId }, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 201);
    })
    .openapi(contract.changeConsumable, async (c) => {
      const { id, consumableId } = c.req.valid("param");
      await changeConsumable(installation, c.get("actor"), { space: id, id: consumableId }, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.listMovements, async (c) => {
      const { id, consumableId } = c.req.valid("param");
      const { cursor, limit } = c.req.valid("query");
      const space = found(await findSpace(db, id));
      authorize(c.get("actor"), mayWorkInLab(c.get("actor"), space.organization_id));
      await requireConsumable(db, space.id, consumableId);
      const [below] = readCursorOf(cursor, ["integer"]) ?? [];
      const rows = await movementsOf(db, space.id, consumableId, { limit, below });
      const keyOf = (row: MovementRow) => [row.number];
      return c.json(page(rows, limit, keyOf, presentMovement), 200);
    });
}

export type StockApi = ReturnType<typeof stockRoutes>;
