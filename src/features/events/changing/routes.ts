import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { presentEvent } from "../present.ts";
import { seeEvent } from "../read.ts";
import { claimsOf } from "../registering/registration-claims.ts";
import { cancelEvent } from "./cancel-event.ts";
import { changeEvent } from "./change-event.ts";
import * as contract from "./contract.ts";

/** Changing events and calling them off. */
export function eventChangeRoutes(installation: Installation) {
  const { db, now } = installation;
  const claims = claimsOf(installation);
  const moment = (text: string | undefined) => (text === undefined ? undefined : Temporal.Instant.from(text));
  const shown = async (actor: Actor, id: string) => {
    return presentEvent(await seeEvent(db, actor, id), actor, now());
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.changeEvent, async (c) => {
      const { startsAt, endsAt, ...others } = c.req.valid("json");
      const change = {
        ...others,
        ...(startsAt !== undefined && { startsAt: moment(startsAt) }),
        ...(endsAt !== undefined && { endsAt: moment(endsAt) }),
      };
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      const id = await changeEvent(installation, claims, c.get("actor"), c.req.valid("param").id, change, expected);
      const event = await shown(c.get("actor"), id);
      return c.json(event, 200, { etag: etag(event.version) });
    })
    .openapi(contract.cancelEvent, async (c) => {
      const id = await cancelEvent(installation, claims, c.get("actor"), c.req.valid("param").id, c.req.valid("json").reason);
      return c.json(await shown(c.get("actor"), id), 200);
    });
}

export type EventChangeApi = ReturnType<typeof eventChangeRoutes>;
