import type { MiddlewareHandler } from "hono";
import { preferredLanguage } from "../language/language.ts";
import { problemOf } from "./problem.ts";
import { requestRefusals } from "./request-refusals.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Refuses what another site has a reader's browser send here, so that nobody can act with a session that is not theirs (OWASP:
 * cross-site request forgery). A browser says itself where a request comes from; programs say nothing and bring a key,
 * which no browser adds by itself.
 */
export function ownSiteOnly(address: string): MiddlewareHandler<{ Variables: { requestId: string } }> {
  const own = new URL(address).origin;
  return async (c, next) => {
    const { headers } = c.req.raw;
    if (safeMethods.has(c.req.method) || headers.has("authorization") || !isForeign(headers, own)) return next();
    const refusal = requestRefusals.foreignOrigin();
    const body = problemOf(refusal, preferredLanguage(headers.get("accept-language")), c.get("requestId"));
    return c.json(body, refusal.status, { "content-type": "application/problem+json", "cache-control": "no-store" });
  };
}

function isForeign(headers: Headers, own: string): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null) return site !== "same-origin" && site !== "none";
  const origin = headers.get("origin");
  // also by another name of this machine than the one in the settings, in the demonstration
  return origin !== null && origin !== own && hostOf(origin) !== headers.get("host");
}

function hostOf(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
