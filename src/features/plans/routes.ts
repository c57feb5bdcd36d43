import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { entriesOf, findEntry } from "./allowance-queries.ts";
import { addPlan, changePlan } from "./change-plans.ts";
import { changeSubscriptionPlan, endSubscription, pauseSubscription } from "./change-subscription.ts";
import { findCharge } from "./charge-queries.ts";
import * as contract from "./contract.ts";
import { addSubscriptionPerson, endSubscriptionPerson } from "./name-people.ts";
import { presentCharge, presentEntitlement, presentEntry, presentPlan } from "./present.ts";
import { findPlan } from "./queries.ts";
import { readCharges, readEntitlements, readEntries, readPlans, readSubscription, readSubscriptions, readUses } from "./read.ts";
import { replacePlan } from "./replace-plan.ts";
import { reverseCharge, reverseUse } from "./reverse.ts";
import { startSubscription } from "./start-subscription.ts";

export function planRoutes(installation: Installation) {
  const { db, now } = installation;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listPlans, async (c) => {
      const rows = await readPlans(installation, c.get("actor"), c.req.valid("param").id);
      return c.json({ items: rows.map((row) => presentPlan(row, c.get("actor"))) }, 200);
    })
    .openapi(contract.addPlan, async (c) => {
      const id = await addPlan(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      const row = found(await findPlan(db, id));
      return c.json(presentPlan(row, c.get("actor")), 201, { etag: etag(row.version) });
    })
    .openapi(contract.changePlan, async (c) => {
      const { id } = c.req.valid("param");
      const edit = { actor: c.get("actor"), id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      await changePlan(installation, edit, c.req.valid("json"));
      const row = found(await findPlan(db, id));
      return c.json(presentPlan(row, c.get("actor")), 200, { etag: etag(row.version) });
    })
    .openapi(contract.replacePlan, async (c) => {
      const { id } = c.req.valid("param");
      const edit = { actor: c.get("actor"), id, expected: expectedVersion(c.req.valid("header")["if-match"]) };
      const row = found(await findPlan(db, await replacePlan(installation, edit, c.req.valid("json"))));
      return c.json(presentPlan(row, c.get("actor")), 201, { etag: etag(row.version) });
    })
    .openapi(contract.listSubscriptions, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const shown = await readSubscriptions(installation, c.get("actor"), c.req.valid("param").id, {
        limit,
        after: readCursorOf(cursor, ["text", "id"]),
      });
      const keyOf = (row: (typeof shown)[number]) => [row.holder.name, row.id];
      return c.json(
        page(shown, limit, keyOf, (row) => row),
        200,
      );
    })
    .openapi(contract.startSubscription, async (c) => {
      const id = await startSubscription(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await readSubscription(installation, c.get("actor"), id), 201, { location: `/api/v1/subscriptions/${id}` });
    })
    .openapi(contract.readSubscription, async (c) => {
      const shown = await readSubscription(installation, c.get("actor"), c.req.valid("param").id);
      return c.json(shown, 200, { etag: etag(shown.version) });
    })
    .openapi(contract.endSubscription, async (c) => {
      const { id } = c.req.valid("param");
      await endSubscription(installation, c.get("actor"), { id, ...c.req.valid("json") });
      return c.json(await readSubscription(installation, c.get("actor"), id), 200);
    })
    .openapi(contract.pauseSubscription, async (c) => {
      const { id } = c.req.valid("param");
      await pauseSubscription(installation, c.get("actor"), { id, ...c.req.valid("json") });
      return c.json(await readSubscription(installation, c.get("actor"), id), 200);
    })
    .openapi(contract.changeSubscription, async (c) => {
      const id = await changeSubscriptionPlan(installation, c.get("actor"), { id: c.req.valid("param").id, ...c.req.valid("json") });
      return c.json(await readSubscription(installation, c.get("actor"), id), 200);
    })
    .openapi(contract.addPerson, async (c) => {
      const { id } = c.req.valid("param");
      await addSubscriptionPerson(installation, c.get("actor"), { id, ...c.req.valid("json") });
      return c.json(await readSubscription(installation, c.get("actor"), id), 201);
    })
    .openapi(contract.endPerson, async (c) => {
      const { id, personId } = c.req.valid("param");
      await endSubscriptionPerson(installation, c.get("actor"), { id, personId, ...c.req.valid("json") });
      return c.json(await readSubscription(installation, c.get("actor"), id), 200);
    })
    .openapi(contract.listEntitlements, async (c) => {
      const { on, at } = c.req.valid("query");
      const rows = await readEntitlements(installation, c.get("actor"), {
        personId: c.req.valid("param").id,
        on: on ?? dayIn(now(), "Europe/Oslo"),
        at: at === undefined ? now() : Temporal.Instant.from(at),
      });
      return c.json({ items: rows.map(presentEntitlement) }, 200);
    })
    .openapi(contract.listEntries, async (c) => {
      const rows = await readEntries(installation, c.get("actor"), { id: c.req.valid("param").id, ...c.req.valid("query") });
      return c.json({ items: rows.map((row) => presentEntry(row, c.get("actor"))) }, 200);
    })
    .openapi(contract.listUses, async (c) => {
      const { limit, cursor } = c.req.valid("query");
      const asked = { id: c.req.valid("param").id, limit, before: readCursorOf(cursor, ["moment", "id"]) };
      const rows = await readUses(installation, c.get("actor"), asked);
      const keyOf = (row: (typeof rows)[number]) => [row.written_at.toString(), row.id];
      return c.json(
        page(rows, limit, keyOf, (row) => presentEntry(row, c.get("actor"))),
        200,
      );
    })
    .openapi(contract.reverseUse, async (c) => {
      const { id } = c.req.valid("param");
      const actor: Actor = c.get("actor");
      await reverseUse(installation, actor, id, c.req.valid("json").reason);
      const { space_id: spaceId, subscription_id: subscriptionId, unit, period_from: periodFrom } = found(await findEntry(db, id));
      const rows = await entriesOf(db, { spaceId, subscriptionId, unit, periodFrom });
      return c.json({ items: rows.map((row) => presentEntry(row, actor)) }, 200);
    })
    .openapi(contract.listCharges, async (c) => {
      const { cursor, ...period } = c.req.valid("query");
      const before = readCursorOf(cursor, ["day", "id"]);
      const { rows, sumOre } = await readCharges(installation, c.get("actor"), c.req.valid("param").id, { ...period, before });
      const keyOf = (row: (typeof rows)[number]) => [row.day, row.id];
      return c.json({ ...page(rows, period.limit, keyOf, (row) => presentCharge(row, c.get("actor"))), sumOre }, 200);
    })
    .openapi(contract.reverseCharge, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const id = await reverseCharge(installation, actor, c.req.valid("param").id, c.req.valid("json").reason);
      return c.json(presentCharge(found(await findCharge(db, id)), actor), 200);
    });
}

export type PlanApi = ReturnType<typeof planRoutes>;
