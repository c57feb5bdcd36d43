import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { addExposure, addPartner, endPartner, type PartnerOf, readPartners } from "./change-partners.ts";
import * as contract from "./contract.ts";
import { presentPartners } from "./present.ts";

/** Partners and sponsors of events, festivals and series. */
export function partnerRoutes(installation: Installation) {
  const shown = async (actor: Actor, of: PartnerOf) => presentPartners(await readPartners(installation.db, actor, of));
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listEventPartners, async (c) => c.json(await shown(c.get("actor"), { event: c.req.valid("param").id }), 200))
    .openapi(contract.addEventPartner, async (c) => {
      const of = { event: c.req.valid("param").id };
      await addPartner(installation, c.get("actor"), of, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), of), 201);
    })
    .openapi(contract.listParentPartners, async (c) => c.json(await shown(c.get("actor"), { parent: c.req.valid("param").id }), 200))
    .openapi(contract.addParentPartner, async (c) => {
      const of = { parent: c.req.valid("param").id };
      await addPartner(installation, c.get("actor"), of, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), of), 201);
    })
    .openapi(contract.endPartner, async (c) => {
      await endPartner(installation, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    })
    .openapi(contract.addExposure, async (c) => {
      await addExposure(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.body(null, 204);
    });
}

export type PartnerApi = ReturnType<typeof partnerRoutes>;
