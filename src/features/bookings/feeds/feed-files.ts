import { createHash } from "node:crypto";
import { Hono } from "hono";
import type { Installation } from "../../../platform/installation.ts";
import { hashOfSecret } from "./feed.ts";
import { languageOf, presentFeed } from "./present-feed.ts";
import { beginningOf, type FeedPart, feedBySecret, timesOf } from "./queries.ts";

/** `/calendars/{secret}.ics`: a calendar to whoever has its address; a person's own also has what the parts add. An address that never was, and one that was shut, answer alike. */
export function feedFiles({ db, now, settings }: Pick<Installation, "db" | "now" | "settings">, parts: readonly FeedPart[]): Hono {
  const routes = new Hono();
  routes.get("/calendars/:file{[^/]+\\.ics}", async (c) => {
    const hash = hashOfSecret(c.req.param("file").replace(/\.ics$/, ""));
    const feed = hash && (await feedBySecret(db, hash));
    if (!feed) return c.text("Not found", 404, { "cache-control": "no-store" });
    const { person_id: personId } = feed;
    const language = languageOf(feed);
    const added = personId === null ? [] : await Promise.all(parts.map((part) => part(db, personId, beginningOf(now()), language)));
    const body = presentFeed(feed, [...(await timesOf(db, feed, now())), ...added.flat()], settings.url);
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
