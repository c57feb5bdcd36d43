import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import * as contract from "./contract.ts";
import { drawRegion, eraseRegion, openRegion, redrawRegion } from "./draw-region.ts";
import { mayDrawRegions, mayOpenRegion } from "./policy.ts";
import { regionsOf, withNames } from "./queries.ts";

export function regionRoutes(installation: Installation) {
  const { db, now } = installation;
  const shown = async (actor: Actor, organization: string) => {
    const known = await findOrganization(db, actor, organization, dayIn(now(), "Europe/Oslo"));
    authorize(actor, known !== undefined && mayDrawRegions(actor, known.id));
    const regions = await withNames(db, await regionsOf(db, found(known).id));
    const items = regions.map(({ slug, name, recordedOn, municipalities, openedAt, version }) => ({
      ...{ slug, name, recordedOn, municipalities, version },
      isOpened: openedAt !== null,
    }));
    return { items, abilities: { open: mayOpenRegion(actor) } };
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listRegions, async (c) => c.json(await shown(c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.drawRegion, async (c) => {
      const { id } = c.req.valid("param");
      await drawRegion(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 201);
    })
    .openapi(contract.redrawRegion, async (c) => {
      const expected = expectedVersion(c.req.valid("header")["if-match"]);
      const of = await redrawRegion(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"), expected);
      return c.json(await shown(c.get("actor"), of), 200);
    })
    .openapi(contract.openRegion, async (c) => {
      const of = await openRegion(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").isOpened);
      return c.json(await shown(c.get("actor"), of), 200);
    })
    .openapi(contract.eraseRegion, async (c) => {
      await eraseRegion(installation, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    });
}

export type RegionApi = ReturnType<typeof regionRoutes>;
