import { type Insertable, sql } from "kysely";
import type { Database, Tx } from "../../src/platform/database/database.ts";

// 65,535 parameters are the most one statement takes
const rowsAtOnce = 1_000;

/** Inserts any number of rows in a few statements. */
export async function insertAll<Table extends keyof Database & string>(
  tx: Tx,
  table: Table,
  rows: Insertable<Database[Table]>[],
): Promise<void> {
  for (let first = 0; first < rows.length; first += rowsAtOnce) {
    await tx
      .insertInto(table)
      .values(rows.slice(first, first + rowsAtOnce))
      .execute();
  }
}

/**
 * Inserts thousands of rows of one shape as one document, which costs a fraction of as many parameters. Columns that are left
 * out get their defaults; a jsonb column takes the value itself, not its text.
 */
export async function insertMany<Table extends keyof Database & string, Row extends Insertable<Database[Table]>>(
  tx: Tx,
  table: Table,
  rows: Row[],
): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(Object.keys(first).map((column) => sql.ref(column)));
  await sql`
    insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(tx);
}
