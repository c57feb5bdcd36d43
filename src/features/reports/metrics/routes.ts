import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import { mayDrawRegions } from "../regions/policy.ts";
import { areasOfOrganization } from "./areas/area-access.ts";
import { maySetCounty, setCounty } from "./areas/set-county.ts";
import * as contract from "./contract.ts";
import { partOf } from "./parting.ts";
import { presentFigure, presentMetric, presentRow } from "./present.ts";
import type { After } from "./queries.ts";
import { compare, readableMetrics, readFigure, readRows } from "./read-figure.ts";
import { amountPlace, type RowOrder } from "./row-order.ts";

export function metricRoutes(installation: Installation) {
  const areas = async (actor: Actor, organization: string) => {
    const { db, now } = installation;
    const today = dayIn(now(), "Europe/Oslo");
    const { id } = found(await findOrganization(db, actor, organization, today));
    return {
      items: await areasOfOrganization(db, id, today),
      abilities: { setCounty: maySetCounty(actor), drawRegions: mayDrawRegions(actor, id) },
    };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listMetrics, async (c) => {
      const items = await readableMetrics(installation, c.get("actor"), c.req.valid("query"));
      return c.json({ items: items.map((metric) => ({ ...presentMetric(metric, c.get("language")), isPublic: metric.isPublic })) }, 200);
    })
    .openapi(contract.listAreas, async (c) => {
      return c.json(await areas(c.get("actor"), c.req.valid("param").id), 200);
    })
    .openapi(contract.setCounty, async (c) => {
      const { id } = c.req.valid("param");
      await setCounty(installation, c.get("actor"), id, c.req.valid("json").county);
      return c.json(await areas(c.get("actor"), id), 200);
    })
    .openapi(contract.readMetric, async (c) => {
      const { by, compareFrom, compareTo, ...given } = c.req.valid("query");
      const language = c.get("language");
      const asked = { ...given, metric: c.req.valid("param").id, language };
      const [figure, compared] = await Promise.all([
        readFigure(installation, c.get("actor"), asked, by),
        compare(installation, c.get("actor"), asked, { from: compareFrom, to: compareTo }),
      ]);
      return c.json({ ...presentFigure(figure, language, by), ...compared }, 200);
    })
    .openapi(contract.readMetricRows, async (c) => {
      const { limit, cursor, by, key, order, ...given } = c.req.valid("query");
      const after = afterRow(cursor, order);
      const asked = { ...given, metric: c.req.valid("param").id, language: c.get("language") };
      const found = await readRows(installation, c.get("actor"), asked, partOf(by, key), { limit, after, order });
      const list = page(
        found.rows,
        limit,
        (row) => [...(order === "day" ? [] : amountPlace(order, row.amount)), row.day, row.key],
        presentRow,
      );
      return c.json({ ...list, n: found.n, hidden: found.hidden }, 200);
    });
}

function afterRow(cursor: string | undefined, order: RowOrder): After | undefined {
  if (order === "day") {
    const place = readCursorOf(cursor, ["day", "text"]);
    return place && { day: place[0], key: place[1] };
  }
  const place = readCursorOf(cursor, ["integer", "number", "day", "text"]);
  return place && { amount: [place[0], place[1]], day: place[2], key: place[3] };
}

export type MetricApi = ReturnType<typeof metricRoutes>;
