import type { Actor } from "../../../platform/access/actor.ts";
import { audit } from "../../../platform/audit.ts";
import { type ImportRun, importRefusals, moveRun } from "../../../platform/imports/index.ts";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { carryOutImport } from "./jobs.ts";
import { notNow } from "./match-columns.ts";

/** Has all rows of a checked file written, or the good ones. With refused rows, "all" is refused. */
export async function confirmImport(
  { db, now }: Pick<Installation, "db" | "now">,
  actor: Actor,
  run: ImportRun,
  choice: "all" | "good",
): Promise<void> {
  if (run.state === "checked" && choice === "all" && run.counts.refuse > 0)
    throw importRefusals.rowsRefused({ refused: run.counts.refuse });
  await db.transaction().execute(async (tx) => {
    if (!(await moveRun(tx, run.id, ["checked"], { state: "importing", choice }))) throw notNow(run);
    const subject = { kind: "import", id: run.id };
    await audit(tx, { actor, at: now(), action: "import.confirm", subject, organizationId: run.organizationId, details: { choice } });
    await enqueue(tx, carryOutImport, { runId: run.id }, { maxAttempts: 5 });
  });
}
