import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findSpace } from "../../spaces/index.ts";
import { addConsumable, recordStock } from "./add-consumable.ts";
import * as contract from "./contract.ts";
import { consumablesOf, stockOf } from "./queries.ts";

export function stockRoutes(installation: Installation) {
  const { db } = installation;
  const shown = async (idOrSlug: string) => {
    const space = found(await findSpace(db, idOrSlug));
    const stock = await stockOf(db, space.id);
    const rows = await consumablesOf(db, space.id);
    const items = rows.map(({ id, name, unit, price_ore: priceOre }) => ({ id, name, unit, priceOre, inStock: stock.get(id) ?? 0 }));
    return { items, nextCursor: null };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listConsumables, async (c) => c.json(await shown(c.req.valid("param").id), 200))
    .openapi(contract.addConsumable, async (c) => {
      const { id } = c.req.valid("param");
      await addConsumable(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(id), 201);
    })
    .openapi(contract.recordStock, async (c) => {
      const { id, consumableId } = c.req.valid("param");
      await recordStock(installation, c.get("actor"), { space: id, id: consumableId }, c.req.valid("json"));
      return c.json(await shown(id), 201);
    });
}

export type StockApi = ReturnType<typeof stockRoutes>;
