import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize } from "../../platform/access/authorize.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../platform/http/cursor.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { signingKeys } from "../exchange/index.ts";
import { approveRegistration, cancelRegistration, confirmRegistration, refuseRegistration } from "./change-registration.ts";
import * as contract from "./contract.ts";
import { createEvent } from "./create-event.ts";
import { presentEvent, presentLine, presentRegistered, presentRegistration } from "./present.ts";
import { findEvents, registrationsOf } from "./queries.ts";
import { readCounts, readRegistration, readRegistrations, seeEvent } from "./read.ts";
import { register } from "./register.ts";
import { claimsOf } from "./registering/registration-claims.ts";

/** Calls whose answer is given at an event. They are of a feature to the right: who mounts the routes says how they are found. */
export type CallsAt = (db: Db, eventId: string) => Promise<{ slug: string; title: Texts }[]>;

export function eventRoutes(installation: Installation, callsAt: CallsAt) {
  const { db, now } = installation;
  const claims = claimsOf(installation);
  const moment = (text: string | undefined) => (text === undefined ? undefined : Temporal.Instant.from(text));
  const whole = async (actor: Actor, idOrSlug: string) => {
    return presentEvent(await seeEvent(db, actor, idOrSlug), actor, now());
  };
  const keys = signingKeys(db, now);
  const shown = async (actor: Actor, id: string) =>
    presentRegistration(await readRegistration(db, actor, id), actor, now(), await keys.current());
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listEvents, async (c) => {
      const { from, to, cursor, limit, ...where } = c.req.valid("query");
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await findEvents(db, { ...where, from: moment(from) ?? now(), to: moment(to), limit, after });
      return c.json(
        page(rows, limit, ({ starts_at, id }) => [starts_at.toString(), id], presentLine),
        200,
      );
    })
    .openapi(contract.createEvent, async (c) => {
      const { refuseAlike, ...given } = c.req.valid("json");
      const ticketTypes = given.ticketTypes.map((type) => ({ ...type, opensAt: moment(type.opensAt), closesAt: moment(type.closesAt) }));
      const times = { startsAt: Temporal.Instant.from(given.startsAt), endsAt: Temporal.Instant.from(given.endsAt) };
      const id = await createEvent(installation, c.get("actor"), { ...given, ...times, ticketTypes }, refuseAlike);
      return c.json(await whole(c.get("actor"), id), 201, { location: `/api/v1/events/${id}` });
    })
    .openapi(contract.readEvent, async (c) => {
      const event = await whole(c.get("actor"), c.req.valid("param").id);
      return c.json({ ...event, calls: await callsAt(db, event.id) }, 200, { etag: etag(event.version) });
    })
    .openapi(contract.register, async (c) => {
      const request = { event: c.req.valid("param").id, ...c.req.valid("json") };
      const registration = await register(installation, claims, c.get("actor"), request);
      return c.json(presentRegistered(registration, await keys.current()), 201, { location: `/api/v1/registrations/${registration.id}` });
    })
    .openapi(contract.listRegistrations, async (c) => {
      const { cursor, limit, state } = c.req.valid("query");
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await readRegistrations(db, c.get("actor"), c.req.valid("param").id, { state, limit, after });
      return c.json(
        page(
          rows,
          limit,
          ({ registered_at, id }) => [registered_at.toString(), id],
          (row) => presentRegistration(row, c.get("actor"), now()),
        ),
        200,
      );
    })
    .openapi(contract.readCounts, async (c) => c.json(await readCounts(db, c.get("actor"), c.req.valid("param").id, now()), 200))
    .openapi(contract.readRegistration, async (c) => c.json(await shown(c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.cancelRegistration, async (c) => {
      const { id } = c.req.valid("param");
      await cancelRegistration(installation, claims, c.get("actor"), id);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.confirmRegistration, async (c) => {
      const { id } = c.req.valid("param");
      await confirmRegistration(installation, claims, c.get("actor"), id);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.approveRegistration, async (c) => {
      const { id } = c.req.valid("param");
      await approveRegistration(installation, claims, c.get("actor"), id);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.refuseRegistration, async (c) => {
      const { id } = c.req.valid("param");
      await refuseRegistration(installation, claims, c.get("actor"), id, c.req.valid("json").reason);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.myRegistrations, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const { cursor, limit, event, parent } = c.req.valid("query");
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await registrationsOf(db, { personId: actor.personId, event, parent, limit, after });
      const key = await keys.current();
      return c.json(
        page(
          rows,
          limit,
          ({ starts_at, id }) => [starts_at.toString(), id],
          (row) => presentRegistration(row, actor, now(), key),
        ),
        200,
      );
    });
}

export type EventApi = ReturnType<typeof eventRoutes>;
