import { createHash, timingSafeEqual } from "node:crypto";
import { Hono } from "hono";
import { sql } from "kysely";
import { migrationFiles } from "../database/migrate.ts";
import type { Installation } from "../installation.ts";

const patienceMilliseconds = 2_000;

/**
 * What the machinery around asks: /healthz, whether the process lives; /readyz, whether it can serve, which needs the database,
 * brought up to date, and no stop under way; /metrics, counts for Prometheus.
 */
export function healthRoutes({ db, metrics, settings }: Installation, isStopping: () => boolean): Hono {
  const newest = migrationFiles().at(-1) ?? "";
  return new Hono()
    .get("/healthz", (c) => c.json({ status: "ok" }))
    .get("/readyz", async (c) => {
      if (isStopping()) return c.json({ status: "stopping" }, 503);
      const isReady = await Promise.race([
        hasMigration(newest),
        new Promise<boolean>((late) => setTimeout(late, patienceMilliseconds, false)),
      ]);
      return isReady ? c.json({ status: "ok" }) : c.json({ status: "database away" }, 503, { "retry-after": "5" });
    })
    .get("/metrics", async (c) => {
      if (settings.metricsToken && !isSame(c.req.header("authorization"), `Bearer ${settings.metricsToken}`)) {
        return c.text("", 401, { "www-authenticate": "Bearer" });
      }
      return c.text(await metrics.render(), 200, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
    });

  async function hasMigration(name: string): Promise<boolean> {
    try {
      const { rows } = await sql`select 1 from schema_migrations where name = ${name}`.execute(db);
      return rows.length === 1;
    } catch {
      return false;
    }
  }
}

function isSame(given: string | undefined, expected: string): boolean {
  const hash = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(hash(given ?? ""), hash(expected));
}
