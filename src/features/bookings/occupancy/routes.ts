import { OpenAPIHono } from "@hono/zod-openapi";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findSpace } from "../../spaces/index.ts";
import { calendarWindow } from "../calendar-window.ts";
import * as contract from "./contract.ts";
import { readOccupancy } from "./read-occupancy.ts";

export function occupancyRoutes({ db, now }: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid }).openapi(contract.readOccupancy, async (c) => {
    const space = found(await findSpace(db, c.req.valid("param").id));
    return c.json({ items: await readOccupancy(db, space, calendarWindow(c.req.valid("query")), now()) }, 200);
  });
}

export type OccupancyApi = ReturnType<typeof occupancyRoutes>;
