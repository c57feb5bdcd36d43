import { OpenAPIHono } from "@hono/zod-openapi";
import type { Actor } from "../../../platform/access/actor.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { page, readCursorOf } from "../../../platform/http/cursor.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import { confirmClosing, enterClosing, listClosings, strikeClosing } from "../closings/closings.ts";
import { answerIntroduction, endIntroduction, writeMeeting } from "./answer.ts";
import { askForIntroduction } from "./ask.ts";
import * as contract from "./contract.ts";
import { presentIntroduction } from "./present.ts";
import { listIntroductions, readIntroduction } from "./read-introductions.ts";

export function introductionRoutes(installation: Installation) {
  const shown = async (actor: Actor, id: string) => presentIntroduction(await readIntroduction(installation, actor, id));
  const closings = async (actor: Actor, raiseId: string) => ({ items: await listClosings(installation, actor, raiseId) });
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.listIntroductions, async (c) => {
      const { limit, cursor, network, raise } = c.req.valid("query");
      const after = readCursorOf(cursor, ["moment", "id"]);
      const rows = await listIntroductions(installation, c.get("actor"), { network, raise, limit, after });
      return c.json(
        page(rows, limit, ({ introduction }) => [introduction.askedAt.toString(), introduction.id], presentIntroduction),
        200,
      );
    })
    .openapi(contract.askForIntroduction, async (c) => {
      const id = await askForIntroduction(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 201, { location: `/api/v1/introductions/${id}` });
    })
    .openapi(contract.readIntroduction, async (c) => c.json(await shown(c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.answerIntroduction, async (c) => {
      const { id } = c.req.valid("param");
      await answerIntroduction(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.endIntroduction, async (c) => {
      const { id } = c.req.valid("param");
      await endIntroduction(installation, c.get("actor"), id, c.req.valid("json").side);
      return c.json(await shown(c.get("actor"), id), 200);
    })
    .openapi(contract.writeMeeting, async (c) => {
      const { id } = c.req.valid("param");
      await writeMeeting(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await shown(c.get("actor"), id), 201);
    })
    .openapi(contract.listClosings, async (c) => c.json(await closings(c.get("actor"), c.req.valid("param").id), 200))
    .openapi(contract.enterClosing, async (c) => {
      const { id } = c.req.valid("param");
      await enterClosing(installation, c.get("actor"), id, c.req.valid("json"));
      return c.json(await closings(c.get("actor"), id), 201);
    })
    .openapi(contract.confirmClosing, async (c) => {
      const raiseId = await confirmClosing(installation, c.get("actor"), c.req.valid("param").id);
      return c.json(await closings(c.get("actor"), raiseId), 200);
    })
    .openapi(contract.strikeClosing, async (c) => {
      const raiseId = await strikeClosing(installation, c.get("actor"), c.req.valid("param").id, c.req.valid("json").reason);
      return c.json(await closings(c.get("actor"), raiseId), 200);
    });
}

export type IntroductionApi = ReturnType<typeof introductionRoutes>;
