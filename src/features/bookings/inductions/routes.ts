import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { findSpace } from "../../spaces/index.ts";
import { bookingClaims } from "../deciding/booking-claims.ts";
import { addInduction } from "./add-induction.ts";
import * as contract from "./contract.ts";
import { presentInduction } from "./present.ts";
import { findInduction, type InductionRow, inductionsOf, signUpsOf } from "./queries.ts";
import { settleInduction } from "./settle-induction.ts";
import { signOff, signUp } from "./sign-up.ts";

const keyOf = (row: InductionRow) => [row.starts_at.toString(), row.id];

export function inductionRoutes(installation: Installation) {
  const { db, now, pipelines } = installation;
  const claims = bookingClaims(pipelines);
  const shown = async (id: string, actor: Actor) => {
    const row = found(await findInduction(db, id));
    return presentInduction(row, await signUpsOf(db, row.space_id, [id]), actor, now());
  };
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listInductions, async (c) => {
      const { cursor, limit } = c.req.valid("query");
      const space = found(await findSpace(db, c.req.valid("param").id));
      const actor = c.get("actor");
      // a day longer than they last, so that the desk can still say who passed
      const from = now().subtract({ hours: 24 });
      const rows = await inductionsOf(db, space.id, { from, limit, after: readCursorOf(cursor, ["moment", "id"]) });
      const ids = rows.map(({ id }) => id);
      const signUps = await signUpsOf(db, space.id, ids);
      return c.json(
        page(rows, limit, keyOf, (row) => presentInduction(row, signUps, actor, now())),
        200,
      );
    })
    .openapi(contract.addInduction, async (c) => {
      const id = await addInduction(installation, claims, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(id, c.get("actor")), 201, { location: `/api/v1/inductions/${id}` });
    })
    .openapi(contract.readInduction, async (c) => c.json(await shown(c.req.valid("param").id, c.get("actor")), 200))
    .openapi(contract.signUp, async (c) => {
      await signUp(installation, c.get("actor"), c.req.valid("param"));
      return c.json(await shown(c.req.valid("param").id, c.get("actor")), 200);
    })
    .openapi(contract.signOff, async (c) => {
      await signOff(installation, c.get("actor"), c.req.valid("param"));
      return c.json(await shown(c.req.valid("param").id, c.get("actor")), 200);
    })
    .openapi(contract.settleInduction, async (c) => {
      const { id } = c.req.valid("param");
      await settleInduction(installation, c.get("actor"), id, c.req.valid("json").results);
      return c.json(await shown(id, c.get("actor")), 200);
    });
}

export type InductionApi = ReturnType<typeof inductionRoutes>;
