import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import { etag, expectedVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { answerPack } from "./answer-pack.ts";
import { acceptPack, changePack, createPack, sendPack } from "./change-pack.ts";
import * as contract from "./contract.ts";
import { presentPack } from "./present.ts";
import { readPack } from "./read-pack.ts";
import { presentReceived, receivedPacks } from "./received.ts";

export function reportPackRoutes(installation: Installation) {
  const shown = async (actor: Actor, id: string) => presentPack(await readPack(installation, actor, id));
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.createPack, async (c) => {
      const id = await createPack(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 201, { location: `/api/v1/report-packs/${id}` });
    })
    .openapi(contract.readPack, async (c) => {
      const pack = await shown(c.get("actor"), c.req.valid("param").id);
      return c.json(pack, 200, { etag: etag(pack.version) });
    })
    .openapi(contract.changePack, async (c) => {
      const { id } = c.req.valid("param");
      await changePack(installation, c.get("actor"), id, c.req.valid("json"), expectedVersion(c.req.valid("header")["if-match"]));
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.sendPack, async (c) => {
      const { id } = c.req.valid("param");
      await sendPack(installation, c.get("actor"), id, expectedVersion(c.req.valid("header")["if-match"]));
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.acceptPack, async (c) => {
      const { id } = c.req.valid("param");
      await acceptPack(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.answerPack, async (c) => {
      const { id } = c.req.valid("param");
      await answerPack(installation, c.get("actor"), id, c.req.valid("json"), expectedVersion(c.req.valid("header")["if-match"]));
      return c.json(await shown(c.get("actor"), id), 201);
    })
    .openapi(contract.listReceived, async (c) => {
      const { limit, cursor, state } = c.req.valid("query");
      const asked = { isWaiting: state === "waiting", limit, after: readCursorOf(cursor, ["moment", "id"]) };
      const rows = await receivedPacks(installation, c.get("actor"), c.req.valid("param").id, asked);
      return c.json(
        page(rows, limit, (row) => [row.sentAt.toString(), row.id], presentReceived),
        200,
      );
    });
}

export type ReportPackApi = ReturnType<typeof reportPackRoutes>;
