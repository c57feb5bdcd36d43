import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ApiEnvironment } from "./api-environment.ts";
import { requestRefusals } from "./request-refusals.ts";

/**
 * Refuses bodies larger than `mostOf` its path, in bytes. A body that says its length is judged by that, unread: no more than
 * it is ever read. Only one that comes in pieces is counted as it comes, which costs a stream and a second request.
 * @throws Refusal request.too_large
 */
export function limitBody(mostOf: (path: string) => number): MiddlewareHandler<ApiEnvironment> {
  return (c, next) => {
    const { headers, method } = c.req.raw;
    if (method === "GET" || method === "HEAD") return next();
    const most = mostOf(c.req.path);
    const length = headers.get("content-length");
    if (length === null || headers.has("transfer-encoding")) return bodyLimit({ maxSize: most, onError: tooLarge })(c, next);
    if (Number(length) > most) tooLarge();
    return next();
  };
}

function tooLarge(): never {
  throw requestRefusals.tooLarge();
}
