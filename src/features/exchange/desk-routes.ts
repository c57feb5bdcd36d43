import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../platform/installation.ts";
import { eventStream } from "../../platform/live/event-stream.ts";
import { dayIn } from "../../platform/time/day.ts";
import * as contract from "./desk-contract.ts";
import { doorCode, spaceOfDoorCode } from "./door-code.ts";
import { guestsChannel } from "./live-guests.ts";
import { mayReceiveGuests } from "./policy.ts";
import { findHost } from "./queries.ts";
import { signingKeys } from "./signing-keys.ts";

/** What stands at a space's front desk and door: the live list, and the code for guests who check in alone. */
export function deskRoutes(installation: Installation) {
  const { db, live, now, settings } = installation;
  const keys = signingKeys(db, now);

  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.followGuests, async (c) => {
      const host = found(await findHost(db, c.req.valid("param").id));
      authorize(c.get("actor"), mayReceiveGuests(c.get("actor"), host.organization_id));
      return eventStream(live, guestsChannel(host.id), c.req.raw.signal);
    })
    .openapi(contract.getDoorCode, async (c) => {
      const host = found(await findHost(db, c.req.valid("param").id));
      authorize(c.get("actor"), mayReceiveGuests(c.get("actor"), host.organization_id));
      const code = await doorCode(keys, host);
      return c.json({ code, url: `${settings.url}/${c.get("language")}/door?code=${code}` }, 200);
    })
    .openapi(contract.readDoorCode, async (c) => {
      const host = found(await spaceOfDoorCode(installation, keys, c.req.valid("param").code));
      const space = { id: host.id, slug: host.slug, name: host.name };
      return c.json({ space, today: dayIn(now(), host.time_zone) }, 200);
    });
}

export type DeskApi = ReturnType<typeof deskRoutes>;
