import { setTimeout } from "node:timers/promises";
import { audit } from "../audit.ts";
import { sqlState } from "../database/constraint-name.ts";
import type { Installation } from "../installation.ts";
import { checkFile, type Progress, rowsAtATime, waitForTurn } from "./check-file.ts";
import { fileRows } from "./file-rows.ts";
import type { ImportKind, ImportScope } from "./import-kind.ts";
import { noCounts } from "./outcome.ts";
import { addRows, findRun, finishRun, forgetRows, moveRun, noteProgress } from "./runs.ts";

type Given = { runId: string; kind: ImportKind; scope: ImportScope; onProgress?: Progress };

/** A row that was good when the file was checked is so no longer, and all or nothing was asked for. */
class RowsRefused extends Error {
  override readonly name = "RowsRefused";
}

const mostTries = 5;

/**
 * Writes what the file holds, **all of it in one transaction**: when the program dies halfway nothing is half, and the job begins
 * again. Every row is decided anew, so that what others did since the check is seen. One import writes at a time; when somebody
 * else's change meets it (a constraint says so), it is begun again. With the choice "all", one refused row means that nothing is
 * written: the file is checked again and shows why.
 */
export async function carryOut(installation: Pick<Installation, "db" | "files" | "now">, given: Given): Promise<void> {
  for (let tried = 1; ; tried++) {
    try {
      return await writeAll(installation, given);
    } catch (error) {
      if (error instanceof RowsRefused) {
        await moveRun(installation.db, given.runId, ["importing"], { state: "checking" });
        return await checkFile(installation, given);
      }
      // unique, exclusion and foreign key violations, deadlock: the facts changed under us
      if (!["23505", "23P01", "23503", "40P01"].includes(sqlState(error) ?? "") || tried === mostTries) throw error;
      await setTimeout(50 * tried);
    }
  }
}

async function writeAll(
  { db, files, now }: Pick<Installation, "db" | "files" | "now">,
  { runId, kind, scope, onProgress }: Given,
): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await waitForTurn(tx, "writing");
    await waitForTurn(tx, runId);
    const run = await findRun(tx, runId);
    if (run?.state !== "importing") return;
    await forgetRows(tx, runId);
    const decide = kind.open(scope);
    const counts = noCounts();
    let rowsDone = 0;
    for await (const batch of fileRows(files, run, rowsAtATime)) {
      const { rows, write } = await decide(tx, batch);
      if (run.choice === "all" && rows.some(({ outcome }) => outcome === "refuse")) throw new RowsRefused();
      await write(tx);
      await addRows(tx, runId, rows);
      for (const row of rows) counts[row.outcome] += 1;
      rowsDone += rows.length;
      await noteProgress(db, runId, rowsDone);
      onProgress?.(rowsDone);
    }
    await finishRun(tx, runId, { state: "imported", rowsDone, counts, at: now() });
    await audit(tx, {
      actor: scope.actor,
      at: now(),
      action: "import.carry_out",
      subject: { kind: "import", id: runId },
      organizationId: scope.organizationId,
      details: { kind: kind.name, choice: run.choice, ...counts },
    });
  });
}
