import { sql } from "kysely";
import type { Db } from "../database/database.ts";

/** Takes away the letters about things that are forgotten: those whose key is "visit.…/<id>/…". */
export async function forgetLettersAbout(tx: Db, kind: string, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .deleteFrom("letters")
    .where("letter_key", "like", `${kind}.%`)
    .where(sql<boolean>`split_part(letter_key, '/', 2) = any(${ids})`)
    .execute();
}
