import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { ApiEnvironment } from "./api-environment.ts";
import { requestRefusals } from "./request-refusals.ts";

/**
 * Refuses bodies larger than `mostOf` its path, in bytes. A body that says its length is judged by that, unread: no more than
 * it is ever read. One that comes in pieces is gathered up to that and judged, but for what is read as it comes (`isPassedOn`): it is
 * counted on its way, and breaks off where it is too large.
 * @throws Refusal request.too_large
 */
export function limitBody(mostOf: (path: string) => number, isPassedOn: (path: string) => boolean): MiddlewareHandler<ApiEnvironment> {
  return (c, next) => {
    const { headers, method } = c.req.raw;
    if (method === "GET" || method === "HEAD") return next();
    const most = mostOf(c.req.path);
    const length = headers.get("content-length");
    if (length === null || headers.has("transfer-encoding")) {
      const { body } = c.req.raw;
      if (body === null || !isPassedOn(c.req.path)) return bodyLimit({ maxSize: most, onError: tooLarge })(c, next);
      c.req.raw = new Request(c.req.raw, { body: body.pipeThrough(countedUpTo(most)), duplex: "half" } as RequestInit);
      return next();
    }
    if (Number(length) > most) tooLarge();
    return next();
  };
}

function countedUpTo(most: number): TransformStream<Uint8Array, Uint8Array> {
  let size = 0;
  return new TransformStream({
    transform(piece, on) {
      size += piece.length;
      if (size > most) on.error(requestRefusals.tooLarge());
      else on.enqueue(piece);
    },
  });
}

function tooLarge(): never {
  throw requestRefusals.tooLarge();
}
