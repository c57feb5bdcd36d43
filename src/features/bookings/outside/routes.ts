import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findSpace } from "../../spaces/index.ts";
import { addOutsideCalendar } from "./add-outside-calendar.ts";
import * as contract from "./contract.ts";
import { mayKeepOutsideCalendars } from "./policy.ts";
import { presentConflict, presentOutsideCalendar } from "./present.ts";
import { conflictsIn, findOutsideCalendar, outsideCalendarsIn } from "./queries.ts";
import { readByHand } from "./read-by-hand.ts";
import { removeOutsideCalendar } from "./remove-outside-calendar.ts";

const mostConflicts = 500;

export function outsideCalendarRoutes(installation: Installation) {
  const { db, now } = installation;
  const shown = async (id: string, actor: Actor) => presentOutsideCalendar(found(await findOutsideCalendar(db, id, now())), actor);
  const house = async (id: string, actor: Actor) => {
    const space = found(await findSpace(db, id));
    authorize(actor, mayKeepOutsideCalendars(actor, space.organization_id));
    return space;
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listOutsideCalendars, async (c) => {
      const space = await house(c.req.valid("param").id, c.get("actor"));
      const rows = await outsideCalendarsIn(db, space.id, now());
      return c.json({ items: rows.map((row) => presentOutsideCalendar(row, c.get("actor"))), nextCursor: null }, 200);
    })
    .openapi(contract.listCalendarConflicts, async (c) => {
      const space = await house(c.req.valid("param").id, c.get("actor"));
      const rows = await conflictsIn(db, space.id, { most: mostConflicts });
      return c.json({ items: rows.map(presentConflict), nextCursor: null }, 200);
    })
    .openapi(contract.addOutsideCalendar, async (c) => {
      const given = { resourceId: c.req.valid("param").id, ...c.req.valid("json") };
      const id = await addOutsideCalendar(installation, c.get("actor"), given);
      return c.json(await shown(id, c.get("actor")), 201, { location: `/api/v1/outside-calendars/${id}` });
    })
    .openapi(contract.readOutsideCalendar, async (c) => {
      const { id } = c.req.valid("param");
      await readByHand(installation, c.get("actor"), id);
      return c.json(await shown(id, c.get("actor")), 200);
    })
    .openapi(contract.removeOutsideCalendar, async (c) => {
      await removeOutsideCalendar(installation, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    });
}

export type OutsideCalendarApi = ReturnType<typeof outsideCalendarRoutes>;
