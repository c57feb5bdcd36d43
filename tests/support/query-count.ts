import type { KyselyPlugin } from "kysely";
import type { Db } from "../../src/platform/database/database.ts";
import type { Installation } from "../../src/platform/installation.ts";

/**
 * How many statements are sent to the database while the work is done. A list is read with as many for three rows as for
 * one: `await queriesDuring(installation, (counted) => ask(counted))`.
 */
export async function queriesDuring(installation: Installation, work: (counted: Installation) => Promise<unknown>): Promise<number> {
  let count = 0;
  const counting: KyselyPlugin = {
    transformQuery({ node }) {
      count += 1;
      return node;
    },
    transformResult: async ({ result }) => result,
  };
  const db: Db = installation.db.withPlugin(counting);
  await work({ ...installation, db });
  return count;
}
