import type { Installation } from "../installation.ts";
import { waitForTurn } from "./check-file.ts";

/** Files and rows are kept so that one can look at them again; after this time they are taken away, since people stand in them. */
const keptFor = Temporal.Duration.from({ hours: 30 * 24 });

/** Takes away old imports with their files; what they did stays in the audit log. @returns how many */
export async function forgetImports({ db, files, now }: Pick<Installation, "db" | "files" | "now">): Promise<number> {
  const old = await db
    .selectFrom("import_runs")
    .select(["id", "file_key"])
    .where("created_at", "<", now().subtract(keptFor))
    .limit(1_000)
    .execute();
  for (const { id, file_key } of old) {
    await files.remove(file_key);
    await db.deleteFrom("import_runs").where("id", "=", id).execute();
  }
  return old.length;
}

/** Takes one import away with its file, because somebody who is erased stands in it. One under way is finished first. */
export async function forgetImport({ db, files }: Pick<Installation, "db" | "files">, runId: string): Promise<void> {
  const forgotten = await db.transaction().execute(async (tx) => {
    await waitForTurn(tx, runId);
    return await tx.deleteFrom("import_runs").where("id", "=", runId).returning("file_key").executeTakeFirst();
  });
  if (forgotten) await files.remove(forgotten.file_key);
}
