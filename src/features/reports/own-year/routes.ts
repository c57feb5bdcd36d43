import { OpenAPIHono } from "@hono/zod-openapi";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import * as contract from "./contract.ts";
import { type OwnYear, readOwnYear, readSharedYear } from "./read-own-year.ts";
import { hideOwnYear, shareOwnYear } from "./share-own-year.ts";

export function ownYearRoutes(installation: Installation) {
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.readOwnYear, async (c) => {
      return c.json(presentOwn(await readOwnYear(installation, c.get("actor"), c.req.valid("param").year)), 200);
    })
    .openapi(contract.shareOwnYear, async (c) => {
      const { year } = c.req.valid("param");
      await shareOwnYear(installation, c.get("actor"), year);
      return c.json(presentOwn(await readOwnYear(installation, c.get("actor"), year)), 200);
    })
    .openapi(contract.hideOwnYear, async (c) => {
      const { year } = c.req.valid("param");
      await hideOwnYear(installation, c.get("actor"), year);
      return c.json(presentOwn(await readOwnYear(installation, c.get("actor"), year)), 200);
    })
    .openapi(contract.readSharedYear, async (c) => {
      const { eventsAttended, ...shared } = await readSharedYear(installation, c.req.valid("param").secret);
      return c.json({ ...present(shared), eventsAttended }, 200);
    });
}

export type OwnYearApi = ReturnType<typeof ownYearRoutes>;

function present({ year, name, guestDays, spaces, events }: OwnYear) {
  return { year, name, guestDays, spaces, events: events.map(({ slug, titles, day }) => ({ slug, titles, day })) };
}

function presentOwn({ sharing, ...year }: Awaited<ReturnType<typeof readOwnYear>>) {
  return { ...present(year), sharing: sharing ? { secret: sharing.secret, sharedAt: sharing.shared_at.toString() } : null };
}
