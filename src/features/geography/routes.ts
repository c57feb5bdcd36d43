import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import * as contract from "./contract.ts";
import { presentCounty, presentMunicipality } from "./present.ts";
import { findCounties, findMunicipalities, type MunicipalityCursor } from "./queries.ts";

export function geographyRoutes({ db, now }: Installation) {
  const today = () => dayIn(now(), "Europe/Oslo");
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.findMunicipalities, async (c) => {
      const { q, county, date = today(), limit, cursor } = c.req.valid("query");
      const after = afterRow(cursor);
      const rows = await findMunicipalities(db, { text: q, county, date, limit: limit + 1, after });
      return c.json(
        page(rows, limit, ({ rank, nameNo, number }) => [rank, nameNo, number], presentMunicipality),
        200,
      );
    })
    .openapi(contract.findCounties, async (c) => {
      const { date = today() } = c.req.valid("query");
      const rows = await findCounties(db, date);
      return c.json({ items: rows.map(presentCounty), nextCursor: null }, 200);
    });
}

export type GeographyApi = ReturnType<typeof geographyRoutes>;

function afterRow(cursor: string | undefined): MunicipalityCursor | undefined {
  const key = readCursorOf(cursor, ["integer", "text", "text"]);
  return key && { rank: key[0], nameNo: key[1], number: key[2] };
}
