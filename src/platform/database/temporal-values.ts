import pg from "pg";

// PostgreSQL's own type numbers (pg_type.oid)
const date = 1082;
const timestamptz = 1184;
const bigint = 20;

/**
 * Teaches node-postgres our values: timestamptz is a Temporal.Instant both ways, a date is an ISO text ("2026-11-24"),
 * a bigint (counts) is a number.
 */
export function readTemporalValues(): void {
  pg.types.setTypeParser(date, (text) => text);
  pg.types.setTypeParser(timestamptz, (text) => Temporal.Instant.from(text.replace(" ", "T")));
  pg.types.setTypeParser(bigint, (text) => Number(text));
  for (const kind of [Temporal.Instant, Temporal.PlainDate, Temporal.PlainTime]) {
    Object.defineProperty(kind.prototype, "toPostgres", {
      value(this: { toString(): string }) {
        return this.toString();
      },
      configurable: true,
    });
  }
}
