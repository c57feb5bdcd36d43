import type { KyselyPlugin, PluginTransformResultArgs } from "kysely";
import type { Db } from "../../platform/database/database.ts";

/** The database as better-auth wants it: moments come back as Date, since it knows no Temporal. */
export function withDates(db: Db): Db {
  return db.withPlugin(dates);
}

const dates: KyselyPlugin = {
  transformQuery: ({ node }) => node,
  async transformResult({ result }: PluginTransformResultArgs) {
    return { ...result, rows: result.rows.map(withDate) };
  },
};

function withDate(row: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, dateOf(value)]));
}

function dateOf(value: unknown): unknown {
  return value instanceof Temporal.Instant ? new Date(value.epochMilliseconds) : value;
}
