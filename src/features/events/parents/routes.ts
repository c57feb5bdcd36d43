import { OpenAPIHono, type z } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import type { newEvent } from "../contract.ts";
import { claimsOf } from "../registering/registration-claims.ts";
import { changeFollowing } from "./change-following.ts";
import * as contract from "./contract.ts";
import { addEvents, createParent } from "./create-parent.ts";
import { presentParent, presentParentCounts, presentParts } from "./present.ts";
import { findParent } from "./queries.ts";
import { readParentCounts, seeParent } from "./read-parent.ts";
import { registerJointly } from "./register-jointly.ts";

type GivenEvent = Omit<z.output<typeof newEvent>, "organization" | "status"> & { organization?: string | undefined };

/** Festivals and series, and registering for several of their events at once. */
export function parentRoutes(installation: Installation) {
  const { db, now } = installation;
  const claims = claimsOf(installation);
  const moment = (text: string | undefined) => (text === undefined ? undefined : Temporal.Instant.from(text));
  const shown = async (actor: Actor, id: string) => presentParent(await seeParent(db, actor, id), now());
  const eventsOf = (events: GivenEvent[], organization: string, status: "draft" | "published") =>
    events.map((event) => ({
      ...{ organization, ...event, status },
      startsAt: Temporal.Instant.from(event.startsAt),
      endsAt: Temporal.Instant.from(event.endsAt),
      ticketTypes: event.ticketTypes.map((type) => ({ ...type, opensAt: moment(type.opensAt), closesAt: moment(type.closesAt) })),
    }));
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.createParent, async (c) => {
      const { status, ...given } = c.req.valid("json");
      const id = await createParent(installation, c.get("actor"), { ...given, events: eventsOf(given.events, given.organization, status) });
      return c.json(await shown(c.get("actor"), id), 201, { location: `/api/v1/event-parents/${id}` });
    })
    .openapi(contract.readParent, async (c) => c.json(await shown(c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.addEvents, async (c) => {
      const { status, events, refuseAlike } = c.req.valid("json");
      const parent = await findParent(db, c.req.valid("param").id);
      const leads = parent?.hosts.find((host) => host.leads)?.id ?? "";
      const given = { events: eventsOf(events, leads, status), refuseAlike };
      const id = await addEvents(installation, c.get("actor"), c.req.valid("param").id, given);
      return c.json(await shown(c.get("actor"), id), 201);
    })
    .openapi(contract.readParentCounts, async (c) =>
      c.json(presentParentCounts(await readParentCounts(db, c.get("actor"), c.req.valid("param").id, now())), 200),
    )
    .openapi(contract.registerJointly, async (c) => {
      const { allOrNone: isAllOrNone, ...given } = c.req.valid("json");
      const request = { parent: c.req.valid("param").id, isAllOrNone, ...given };
      const parts = await registerJointly(installation, claims, c.get("actor"), request);
      return c.json(presentParts(parts, c.get("language")), 201);
    })
    .openapi(contract.changeFollowing, async (c) => {
      const { startsAt, endsAt, ...others } = c.req.valid("json");
      const change = {
        ...others,
        ...(startsAt !== undefined && { startsAt: moment(startsAt) }),
        ...(endsAt !== undefined && { endsAt: moment(endsAt) }),
      };
      const changed = await changeFollowing(installation, claims, c.get("actor"), c.req.valid("param").id, change);
      return c.json({ changed }, 200);
    });
}

export type ParentApi = ReturnType<typeof parentRoutes>;
