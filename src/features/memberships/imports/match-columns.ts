import type { Actor } from "../../../platform/access/actor.ts";
import { audit } from "../../../platform/audit.ts";
import {
  checkMapping,
  type ImportKind,
  type ImportRun,
  importRefusals,
  type Mapping,
  missingColumns,
  moveRun,
  rememberMapping,
} from "../../../platform/imports/index.ts";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { checkImport } from "./jobs.ts";

/** Says which column is which, remembers it for the next file with this header, and has the file checked anew. */
export async function matchColumns(
  { db, now }: Installation,
  actor: Actor,
  { run, kind }: { run: ImportRun; kind: ImportKind },
  mapping: Mapping,
): Promise<void> {
  checkMapping(kind, run.header, mapping);
  const missing = missingColumns(kind, mapping);
  if (missing.length > 0) throw importRefusals.columnsMissing({ columns: missing });
  await db.transaction().execute(async (tx) => {
    if (!(await moveRun(tx, run.id, ["uploaded", "checked", "failed"], { state: "checking", mapping }))) throw notNow(run);
    await rememberMapping(tx, { kind: kind.name, organizationId: run.organizationId, header: run.header, mapping, now: now() });
    const subject = { kind: "import", id: run.id };
    await audit(tx, { actor, at: now(), action: "import.match_columns", subject, organizationId: run.organizationId });
    await enqueue(tx, checkImport, { runId: run.id }, { maxAttempts: 5 });
  });
}

/** Why a run cannot be moved on: it is done, or under way. */
export function notNow({ state }: Pick<ImportRun, "state">) {
  return state === "imported" ? importRefusals.alreadyDone() : importRefusals.notReady();
}
