import { createHash } from "node:crypto";
import type { MiddlewareHandler } from "hono";
import type { Installation } from "../installation.ts";
import type { ApiEnvironment } from "./api-environment.ts";
import { requestRefusals } from "./request-refusals.ts";

// how long a request may be under way before its key is free for another try
const abandonedAfter = Temporal.Duration.from({ seconds: 60 });

/**
 * Answers a write that carries an `Idempotency-Key` it has seen with the first answer. Keys belong to the caller and are
 * kept for a day. The same key with another request is refused, and so is a repeat while the first is under way. An answer that
 * shows a secret (`cache-control: no-store`) is not kept.
 */
export function idempotency({ db, now }: Installation): MiddlewareHandler<ApiEnvironment> {
  return async (c, next) => {
    const key = c.req.header("idempotency-key");
    const actor = c.get("actor");
    if (key === undefined || actor.kind !== "person" || ["GET", "HEAD"].includes(c.req.method)) return next();
    if (key.length > 255) throw requestRefusals.invalid({ errors: [{ field: "Idempotency-Key", code: "too_big", message: "255" }] });
    const requestHash = createHash("sha256")
      .update(`${c.req.method} ${c.req.path}${new URL(c.req.url).search}\n`)
      .update(await c.req.raw.clone().bytes())
      .digest("hex");
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
      if (first.request_hash !== requestHash) throw requestRefusals.keyReused();
      if (first.status === null) throw requestRefusals.inProgress();
      return new Response(first.body, {
        status: first.status,
        headers: { "content-type": contentType(first.status), "idempotency-replayed": "true" },
      });
    }
    await next();
    // an answer that shows a secret is not kept, so it cannot be given again
    const isSecret = c.res.ok && c.res.headers.get("cache-control") === "no-store";
    const isFinal = c.res.status < 500 && c.res.status !== 429 && !isSecret;
    const row = db.updateTable("idempotency_keys").where("actor", "=", mine.actor).where("key", "=", key);
    if (isFinal) await row.set({ status: c.res.status, body: await c.res.clone().text() }).execute();
    else await db.deleteFrom("idempotency_keys").where("actor", "=", mine.actor).where("key", "=", key).execute();
  };
}

function contentType(status: number): string {
  return status >= 400 ? "application/problem+json" : "application/json";
}
