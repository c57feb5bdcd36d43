import type { Actor } from "../../../platform/access/actor.ts";
import { audit } from "../../../platform/audit.ts";
import { newId } from "../../../platform/database/id.ts";
import {
  addRun,
  checkMapping,
  type ImportKind,
  type Mapping,
  missingColumns,
  proposedMapping,
  surveyFile,
} from "../../../platform/imports/index.ts";
import type { Installation } from "../../../platform/installation.ts";
import { enqueue } from "../../../platform/jobs/enqueue.ts";
import { checkImport } from "./jobs.ts";

type Given = {
  kind: ImportKind;
  organizationId: string;
  intoId?: string | undefined;
  actor: Actor | "system";
  file: { name: string; bytes: Uint8Array };
  mapping?: Mapping | undefined;
  /** `later`: somebody looks at how the columns are matched first. */
  start: "now" | "later" | "here";
};

/**
 * Keeps a file and matches its columns: as told, as the last time, or as we believe. When every required column is matched the check
 * begins at once, unless somebody wants to look first. `here`: the caller checks it itself, without the queue.
 * @returns the id of the run
 */
export async function startImport({ db, files, now }: Pick<Installation, "db" | "files" | "now">, given: Given): Promise<string> {
  const { sheet, header, rows } = await surveyFile(given.file.name, given.file.bytes);
  const mapping = given.mapping ?? (await proposedMapping(db, given.kind, given.organizationId, sheet.columns));
  checkMapping(given.kind, header, mapping);
  const id = newId();
  const fileKey = `imports/${id}`;
  await files.write(fileKey, given.file.bytes);
  const isReady = missingColumns(given.kind, mapping).length === 0 && given.start !== "later";
  await db.transaction().execute(async (tx) => {
    await addRun(tx, {
      id,
      kind: given.kind.name,
      organizationId: given.organizationId,
      intoId: given.intoId ?? null,
      startedBy: senderOf(given.actor),
      fileName: given.file.name.slice(0, 200),
      fileKey,
      header,
      mapping,
      state: isReady ? "checking" : "uploaded",
      rowsTotal: rows,
      createdAt: now(),
    });
    await audit(tx, {
      actor: given.actor,
      at: now(),
      action: "import.start",
      subject: { kind: "import", id },
      organizationId: given.organizationId,
      details: { kind: given.kind.name, rows },
    });
    if (isReady && given.start === "now") await enqueue(tx, checkImport, { runId: id }, { maxAttempts: 5 });
  });
  return id;
}

function senderOf(actor: Actor | "system"): string | null {
  return actor !== "system" && actor.kind === "person" ? actor.personId : null;
}
