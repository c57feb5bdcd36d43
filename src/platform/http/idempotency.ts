import { createHash, type Hash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Installation } from "../installation.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { hashInPassing, type PassingBody } from "./passing-body.ts";
import { requestRefusals } from "./request-refusals.ts";

// how long a request may be under way before its key is free for another try
const abandonedAfter = Temporal.Duration.from({ seconds: 60 });

/**
 * Answers a write that carries an `Idempotency-Key` it has seen with the first answer. Keys belong to the caller and are
 * kept for a day. The same key with another request is refused, and so is a repeat while the first is under way. An answer that
 * shows a secret (`cache-control: no-store`) is not kept.
 *
 * A form with a file is never gathered: it is read as it goes by, and what it was is known when the answer is. A repeat is read to its end
 * and compared, without being done.
 */
export function idempotency({ db, now }: Installation): MiddlewareHandler<ApiEnvironment> {
  return async (c, next) => {
    const key = c.req.header("idempotency-key");
    const actor = c.get("actor");
    if (key === undefined || actor.kind !== "person" || ["GET", "HEAD"].includes(c.req.method)) return next();
    if (key.length > 255) throw requestRefusals.invalid({ errors: [{ field: "Idempotency-Key", code: "too_big", message: "255" }] });
    const hash = createHash("sha256").update(`${c.req.method} ${c.req.path}${new URL(c.req.url).search}\n`);
    const passing = passingBody(c.req.raw, hash);
    if (passing) c.req.raw = passing.request;
    else hash.update(await c.req.raw.clone().bytes());
    // what a form is, is known when it has gone by
    const requestHash = passing ? `under way ${hash.copy().digest("hex")}` : hash.digest("hex");
    const mine = { actor: actor.personId, key };
    const startedAt = now();
    const taken = await db
      .insertInto("idempotency_keys")
      .values({ ...mine, request_hash: requestHash, created_at: startedAt })
      .onConflict((conflict) =>
        conflict
          .columns(["actor", "key"])
          .doUpdateSet({ created_at: startedAt })
          .where("idempotency_keys.status", "is", null)
          .where("idempotency_keys.request_hash", "=", requestHash)
          .where("idempotency_keys.created_at", "<", startedAt.subtract(abandonedAfter)),
      )
      .returning("key")
      .executeTakeFirst();
    if (!taken) {
      const first = await db
        .selectFrom("idempotency_keys")
        .selectAll()
        .where("actor", "=", mine.actor)
        .where("key", "=", key)
        .executeTakeFirstOrThrow();
      const { status } = first;
      // what a form under way holds is not known yet
      if (status === null && (passing || first.request_hash === requestHash)) throw requestRefusals.inProgress();
      if (status === null || first.request_hash !== ((await passing?.toItsEnd()) ?? requestHash)) throw requestRefusals.keyReused();
      return new Response(first.body, {
        status,
        headers: { "content-type": contentType(status), "idempotency-replayed": "true" },
      });
    }
    await next();
    // an answer that shows a secret is not kept, so it cannot be given again
    const isSecret = c.res.ok && c.res.headers.get("cache-control") === "no-store";
    const isFinal = c.res.status < 500 && c.res.status !== 429 && !isSecret;
    const row = db.updateTable("idempotency_keys").where("actor", "=", mine.actor).where("key", "=", key);
    // a form that was refused before it was read has changed nothing, and is judged anew
    const isKept = isFinal && (c.res.ok || passing === undefined || passing.isReadToItsEnd());
    const answer = { status: c.res.status, body: await c.res.clone().text() };
    if (isKept) await row.set({ ...answer, ...(passing && { request_hash: await passing.toItsEnd() }) }).execute();
    else await db.deleteFrom("idempotency_keys").where("actor", "=", mine.actor).where("key", "=", key).execute();
  };
}

function passingBody(request: Request, hash: Hash): PassingBody | undefined {
  const isForm = request.headers.get("content-type")?.toLowerCase().startsWith("multipart/") ?? false;
  return isForm && request.body ? hashInPassing(request, request.body, hash) : undefined;
}

function contentType(status: number): string {
  return status >= 400 ? "application/problem+json" : "application/json";
}
