import { createHmac } from "node:crypto";
import { sql } from "kysely";
import type { Installation } from "../installation.ts";
import type { RateLimit } from "./rate-limit.ts";

/** Counts what matters over all processes on the database. */
export interface CountedTries {
  /** Takes one try of the caller's. @returns 0 when allowed, else seconds to wait */
  take(caller: string): Promise<number>;
}

/**
 * The bucket of rate-limit.ts, kept in the database: for what must not be had once more by asking another process, and comes
 * seldom enough for a write each time. A try that is refused takes nothing.
 * @param kind what is tried: "sign-in.letter"
 */
export function countedTries({ db, now, settings }: Installation, kind: string, { burst, perSecond }: RateLimit): CountedTries {
  const one = { milliseconds: Math.round(1000 / perSecond) };
  const all = { milliseconds: Math.round((burst * 1000) / perSecond) };
  return {
    async take(caller) {
      if (!settings.hasRateLimits) return 0;
      const at = now();
      const bucket = {
        kind,
        caller_hash: createHmac("sha256", settings.secret ?? "")
          .update(`${kind} ${caller}`)
          .digest(),
      };
      // the row says until when the tries taken so far are paid for by time; a full bucket is one that would reach too far ahead
      const spentUntil = sql<Temporal.Instant>`greatest(counted_tries.spent_until, ${at}::timestamptz) + ${milliseconds(one)}`;
      const taken = await db
        .insertInto("counted_tries")
        .values({ ...bucket, spent_until: at.add(one) })
        .onConflict((conflict) =>
          conflict.constraint("counted_tries_once").doUpdateSet({ spent_until: spentUntil }).where(spentUntil, "<=", at.add(all)),
        )
        .returning("spent_until")
        .executeTakeFirst();
      if (taken) return 0;
      const full = await db
        .selectFrom("counted_tries")
        .select("spent_until")
        .where("kind", "=", kind)
        .where("caller_hash", "=", bucket.caller_hash)
        .executeTakeFirst();
      const waits = full ? at.until(full.spent_until.add(one).subtract(all)).total("seconds") : 0;
      return Math.max(1, Math.ceil(waits));
    },
  };
}

function milliseconds({ milliseconds: count }: { milliseconds: number }) {
  return sql`make_interval(secs => ${count / 1000}::float8)`;
}
