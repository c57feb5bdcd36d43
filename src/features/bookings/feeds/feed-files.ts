import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { Installation } from "../../../platform/installation.ts";
import { hashOfSecret } from "./feed.ts";
import { presentFeed } from "./present-feed.ts";
import { feedBySecret, timesOf } from "./queries.ts";

/** `/calendars/{secret}.ics`: a calendar to whoever has its address. An address that never was, and one that was shut, answer alike. */
export function feedFiles({ db, now, settings }: Pick<Installation, "db" | "now" | "settings">): Hono {
  const routes = new Hono();
  routes.get("/calendars/:file{[^/]+\\.ics}", async (c) => {
    const hash = hashOfSecret(c.req.param("file").replace(/\.ics$/, ""));
    const feed = hash && (await feedBySecret(db, hash));
    if (!feed) return c.text("Not found", 404, { "cache-control": "no-store" });
    const body = presentFeed(feed, await timesOf(db, feed, now()), settings.url);
    const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
    const headers = { etag, "cache-control": "private, no-cache", "x-robots-tag": "noindex", "x-content-type-options": "nosniff" };
    const known = c.req
      .header("if-none-match")
      ?.split(",")
      .map((each) => each.trim().replace(/^W\//, ""));
    if (known?.includes(etag)) return c.body(null, 304, headers);
    return c.body(body, 200, {
      ...headers,
      "content-type": "text/calendar; charset=utf-8",
      "content-disposition": 'inline; filename="romslig.ics"',
    });
  });
  return routes;
}
