import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import * as contract from "./contract.ts";
import { mayKeepNational, readNational, removeNational, writeNational } from "./national-survival.ts";

export function nationalRoutes(installation: Installation) {
  const shown = async (actor: Actor) => ({ items: await readNational(installation.db), abilities: { edit: mayKeepNational(actor) } });
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listNational, async (c) => c.json(await shown(c.get("actor")), 200))
    .openapi(contract.writeNational, async (c) => {
      const { percent, ...given } = c.req.valid("json");
      await writeNational(installation, c.get("actor"), { ...given, share: percent / 100 });
      return c.json(await shown(c.get("actor")), 201);
    })
    .openapi(contract.removeNational, async (c) => {
      await removeNational(installation, c.get("actor"), c.req.valid("param"));
      return c.body(null, 204);
    });
}

export type NationalApi = ReturnType<typeof nationalRoutes>;
