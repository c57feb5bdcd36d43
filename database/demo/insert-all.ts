import type { Insertable } from "kysely";
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
