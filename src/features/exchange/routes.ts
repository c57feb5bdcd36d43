import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursor } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import * as contract from "./contract.ts";
import { findSeats } from "./find-seats.ts";
import { presentSeats } from "./present.ts";

export function exchangeRoutes({ db, now }: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid }).openapi(contract.findSeats, async (c) => {
    const { near, seats, limit, cursor, amenity, day = dayIn(now(), "Europe/Oslo") } = c.req.valid("query");
    const after = readCursor(cursor, 2) as [number | string, string] | undefined;
    const rows = await findSeats(db, { near, day, seats, limit, after, amenities: amenity?.split(",") ?? [] });
    return c.json(
      page(
        rows,
        limit,
        (row) => [row.distance ?? row.name, row.id],
        (row) => presentSeats(row, day),
      ),
      200,
    );
  });
}

export type ExchangeApi = ReturnType<typeof exchangeRoutes>;
