import { OpenAPIHono } from "@hono/zod-openapi";
import { authorize, found } from "../../../platform/access/authorize.ts";
import type { ApiEnvironment } from "../../../platform/http/api-environment.ts";
import { refuseInvalid } from "../../../platform/http/refuse-invalid.ts";
import type { Installation } from "../../../platform/installation.ts";
import * as contract from "./contract.ts";
import { makeFeed } from "./make-feed.ts";
import { mayKeepFeed } from "./policy.ts";
import { feedsOf, hostOf } from "./queries.ts";
import { removeFeed } from "./remove-feed.ts";

export function feedRoutes(installation: Installation) {
  const { db } = installation;
  return new OpenAPIHono<ApiEnvironment>({ defaultHook: refuseInvalid })
    .openapi(contract.makeFeed, async (c) => c.json(await makeFeed(installation, c.get("actor"), c.req.valid("json")), 201))
    .openapi(contract.listFeeds, async (c) => {
      const actor = c.get("actor");
      authorize(actor, true);
      const { of, subjectId } = c.req.valid("query");
      const hostId = of === "person" ? null : found(await hostOf(db, of, subjectId));
      authorize(actor, mayKeepFeed(actor, { personId: of === "person" ? subjectId : null, hostId }));
      const rows = await feedsOf(db, of, subjectId);
      const items = rows.map(({ id, shows, created_at: createdAt }) => ({ id, shows, createdAt: createdAt.toString() }));
      return c.json({ items, nextCursor: null }, 200);
    })
    .openapi(contract.removeFeed, async (c) => {
      await removeFeed(installation, c.get("actor"), c.req.valid("param").id);
      return c.body(null, 204);
    });
}

export type FeedApi = ReturnType<typeof feedRoutes>;
