import { OpenAPIHono } from "@hono/zod-openapi";
import type { Context } from "hono";
import { found } from "../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { dayIn } from "../../platform/time/day.ts";
import { removeLogo, setColour, setLogo } from "./change-look.ts";
import * as contract from "./look-contract.ts";
import { presentOrganization } from "./present.ts";
import { findOrganization } from "./queries.ts";

/** How an organization looks: its logo, and the colour of a network. */
export function lookRoutes(installation: Installation) {
  const { db, now } = installation;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.setLogo, async (c) => {
      await setLogo(installation, change(c, c.req.valid("header")["if-match"]), c.req.valid("form").file);
      const { body, version } = await shown(c);
      return c.json(body, 200, { etag: etag(version) });
    })
    .openapi(contract.removeLogo, async (c) => {
      await removeLogo(installation, change(c, c.req.valid("header")["if-match"]));
      const { body, version } = await shown(c);
      return c.json(body, 200, { etag: etag(version) });
    })
    .openapi(contract.setColour, async (c) => {
      await setColour(installation, change(c, c.req.valid("header")["if-match"]), c.req.valid("json").colour);
      const { body, version } = await shown(c);
      return c.json(body, 200, { etag: etag(version) });
    });

  async function shown(c: Context<ApiEnvironment>) {
    const actor = c.get("actor");
    const today = dayIn(now(), "Europe/Oslo");
    const row = found(await findOrganization(db, actor, c.req.param("id") ?? "", today));
    return { body: presentOrganization(row, actor, today), version: row.version };
  }
}

function change(c: Context<ApiEnvironment>, ifMatch: string | undefined) {
  return { actor: c.get("actor"), organization: c.req.param("id") ?? "", expected: expectedVersion(ifMatch) };
}
