import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { eventStream } from "../../platform/live/event-stream.ts";
import { dayIn } from "../../platform/time/day.ts";
import { findSpace } from "../spaces/index.ts";
import { announceVisit } from "./announce-visit.ts";
import { cancelVisit, changeVisit, letIn, signOut } from "./change-visit.ts";
import { changeVisitorTerms } from "./change-visitor-terms.ts";
import * as contract from "./contract.ts";
import { countVisits } from "./count-visits.ts";
import { visitsChannel } from "./live-visits.ts";
import { mayKeepVisit, mayReceiveVisitors } from "./policy.ts";
import { presentVisit } from "./present.ts";
import {
  findVisit,
  guestsInside,
  housesOf,
  type VisitRow,
  visitedLike,
  visitorsInside,
  visitorTermsOf,
  visitsOf,
  visitsOfDay,
} from "./queries.ts";
import { isKioskNameShown, showKioskName } from "./show-kiosk-name.ts";

const byMoment = (row: VisitRow) => [row.expected_at.toString(), row.id];

export function visitorRoutes(installation: Installation) {
  const { db, live, now } = installation;
  const house = async (actor: Actor, idOrSlug: string) => {
    const space = found(await findSpace(db, idOrSlug));
    authorize(actor, mayReceiveVisitors(actor, space));
    return space;
  };
  const visit = async (actor: Actor, id: string) => {
    const row = found(await findVisit(db, id));
    authorize(actor, mayKeepVisit(actor, row));
    return presentVisit(row, actor, now());
  };
  const terms = async (spaceId: string) => {
    const { takes_unexpected, asks_for_rules, kept_days, version } = await visitorTermsOf(db, spaceId);
    return { takesUnexpected: takes_unexpected, asksForRules: asks_for_rules, keptDays: kept_days, version };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.announceVisit, async (c) => {
      const { expectedAt, ...written } = c.req.valid("json");
      const given = { actor: c.get("actor"), space: c.req.valid("param").id };
      const { id } = await announceVisit(installation, given, { ...written, expectedAt: Temporal.Instant.from(expectedAt) });
      return c.json(await visit(given.actor, id), 201);
    })
    .openapi(contract.followVisits, async (c) => {
      const space = await house(c.get("actor"), c.req.valid("param").id);
      return eventStream(live, visitsChannel(space.id), c.req.raw.signal);
    })
    .openapi(contract.listVisits, async (c) => {
      const space = await house(c.get("actor"), c.req.valid("param").id);
      const { cursor, limit, day = dayIn(now(), space.time_zone) } = c.req.valid("query");
      const rows = await visitsOfDay(db, { spaceId: space.id, day }, limit, readCursorOf(cursor, ["moment", "id"]));
      return c.json(
        page(rows, limit, byMoment, (row) => presentVisit(row, c.get("actor"), now())),
        200,
      );
    })
    .openapi(contract.readInside, async (c) => {
      const space = await house(c.get("actor"), c.req.valid("param").id);
      const at = now();
      const [visitors, guests] = [await visitorsInside(db, space.id), await guestsInside(db, space.id, dayIn(at, space.time_zone))];
      return c.json(
        {
          at: at.toString(),
          visitors: visitors.map(({ id, name, organization_name: organization, visited_name, asked_for, arrived_at }) => ({
            id,
            name,
            organization,
            visited: visited_name ?? asked_for,
            since: String(arrived_at),
          })),
          guests: guests.map(({ name, home, checked_in_at }) => ({ name, home, since: checked_in_at?.toString() ?? null })),
        },
        200,
      );
    })
    .openapi(contract.countVisits, async (c) => {
      const space = await house(c.get("actor"), c.req.valid("param").id);
      return c.json({ items: await countVisits(db, space.id, c.req.valid("query")) }, 200);
    })
    .openapi(contract.searchVisited, async (c) => {
      const space = await house(c.get("actor"), c.req.valid("param").id);
      const items = await visitedLike(db, space.organization_id, dayIn(now(), space.time_zone), c.req.valid("query").q);
      return c.json({ items }, 200);
    })
    .openapi(contract.myVisits, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const { cursor, limit } = c.req.valid("query");
      const rows = await visitsOf(db, actor.personId, limit, readCursorOf(cursor, ["moment", "id"]));
      return c.json(
        page(rows, limit, byMoment, (row) => presentVisit(row, actor, now())),
        200,
      );
    })
    .openapi(contract.myHouses, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      return c.json({ items: await housesOf(db, actor.personId, now()) }, 200);
    })
    .openapi(contract.readVisit, async (c) => c.json(await visit(c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.changeVisit, async (c) => {
      const { expectedAt, ...changes } = c.req.valid("json");
      const given = { actor: c.get("actor"), id: c.req.valid("param").id };
      const written = { ...changes, ...(expectedAt !== undefined && { expectedAt: Temporal.Instant.from(expectedAt) }) };
      await changeVisit(installation, given, written, expectedVersion(c.req.valid("header")["if-match"]));
      return c.json(await visit(given.actor, given.id), 200);
    })
    .openapi(contract.cancelVisit, async (c) => {
      const given = { actor: c.get("actor"), id: c.req.valid("param").id };
      await cancelVisit(installation, given);
      return c.json(await visit(given.actor, given.id), 200);
    })
    .openapi(contract.letIn, async (c) => {
      const given = { actor: c.get("actor"), id: c.req.valid("param").id };
      await letIn(installation, given);
      return c.json(await visit(given.actor, given.id), 200);
    })
    .openapi(contract.signOut, async (c) => {
      const given = { actor: c.get("actor"), id: c.req.valid("param").id };
      await signOut(installation, given);
      return c.json(await visit(given.actor, given.id), 200);
    })
    .openapi(contract.readTerms, async (c) => {
      const space = await house(c.get("actor"), c.req.valid("param").id);
      const now = await terms(space.id);
      return c.json(now, 200, { etag: etag(now.version) });
    })
    .openapi(contract.putTerms, async (c) => {
      const space = found(await findSpace(db, c.req.valid("param").id));
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      await changeVisitorTerms(installation, { actor: c.get("actor"), space: space.id, expected }, c.req.valid("json"));
      const now = await terms(space.id);
      return c.json(now, 200, { etag: etag(now.version) });
    })
    .openapi(contract.readKioskName, async (c) => {
      const isShown = await isKioskNameShown(installation, { actor: c.get("actor"), space: c.req.valid("param").id });
      return c.json({ isShown }, 200);
    })
    .openapi(contract.putKioskName, async (c) => {
      const { isShown } = c.req.valid("json");
      await showKioskName(installation, { actor: c.get("actor"), space: c.req.valid("param").id }, isShown);
      return c.json({ isShown }, 200);
    });
}

export type VisitorApi = ReturnType<typeof visitorRoutes>;
