import type { MiddlewareHandler } from "hono";
import { matchedRoutes } from "hono/route";
import type { Installation } from "../installation.ts";
import { requestIdOf } from "./request-id.ts";

/** Gives each request its id, and tells of it when answered: route, status and time, never the query, the address or who asked. */
export function observe({ log, metrics }: Installation): MiddlewareHandler<{ Variables: { requestId: string } }> {
  const durations = metrics.histogram("romslig_http_request_seconds", "How long requests took, by method, route and status");
  return async (c, next) => {
    const began = performance.now();
    const requestId = requestIdOf(c.req.raw.headers);
    c.set("requestId", requestId);
    await next();
    const milliseconds = performance.now() - began;
    const { path, method } = c.req;
    if (/^\/(assets|scripts|healthz|readyz|metrics)\b/.test(path)) return;
    const route = path.startsWith("/api/v1/")
      ? (matchedRoutes(c).findLast((match) => !match.path.includes("*"))?.path ?? "unknown")
      : "page";
    durations.observe({ method: methods.has(method) ? method : "OTHER", route, status: c.res.status }, milliseconds / 1_000);
    log.info("request", {
      requestId,
      method,
      path: route === "page" ? withoutIds(path) : route,
      status: c.res.status,
      milliseconds: Math.round(milliseconds * 10) / 10,
    });
  };
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

/** A page's path with ids and secrets taken out: what is long and no word of an address, what is too long for a word, and the addresses calendars follow. */
export function withoutIds(path: string): string {
  return path
    .slice(0, 500)
    .split("/")
    .map((part) => (part.length > 60 || (part.length >= 16 && /[\dA-Z_]/.test(part)) || /[@%]|\.ics$/.test(part) ? ":id" : part))
    .join("/");
}
