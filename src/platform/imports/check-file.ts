import { sql } from "kysely";
import type { Tx } from "../database/database.ts";
import type { Installation } from "../installation.ts";
import { fileRows } from "./file-rows.ts";
import type { ImportKind, ImportScope } from "./import-kind.ts";
import { noCounts } from "./outcome.ts";
import { addRows, findRun, finishRun, forgetRows, noteProgress } from "./runs.ts";

/** Rows decided by one set of questions to the database. */
export const rowsAtATime = 1_000;

export type Progress = (rowsDone: number) => void;

/**
 * The dry run: decides every row and keeps what was found, in one transaction. One that was broken off is simply begun again.
 * Does nothing when the run is no longer to be checked.
 */
export async function checkFile(
  { db, files, now }: Pick<Installation, "db" | "files" | "now">,
  given: { runId: string; kind: ImportKind; scope: ImportScope; onProgress?: Progress },
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await waitForTurn(tx, given.runId);
    const run = await findRun(tx, given.runId);
    if (run?.state !== "checking") return;
    await forgetRows(tx, run.id);
    const decide = given.kind.open(given.scope);
    const counts = noCounts();
    let rowsDone = 0;
    for await (const batch of fileRows(files, run, rowsAtATime)) {
      const { rows } = await decide(tx, batch);
      await addRows(tx, run.id, rows);
      for (const row of rows) counts[row.outcome] += 1;
      rowsDone += rows.length;
      await noteProgress(db, run.id, rowsDone);
      given.onProgress?.(rowsDone);
    }
    await finishRun(tx, run.id, { state: "checked", rowsDone, counts, at: now() });
  });
}

/** One at a time: whoever comes second waits, however long the first takes. */
export async function waitForTurn(tx: Tx, of: string): Promise<void> {
  await sql`set local statement_timeout = '30min'`.execute(tx);
  await sql`select pg_advisory_xact_lock(hashtextextended(${`import ${of}`}, 0))`.execute(tx);
}
