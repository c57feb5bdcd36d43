import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { onProject, workedOn } from "../on-project.ts";
import { wasSentToActor } from "../packs/answers.ts";
import { mayRunProject, mayWorkOn } from "../policy.ts";
import { findProject } from "../queries.ts";
import { fileFormat } from "./file-format.ts";
import { expensesOf, filesOf } from "./queries.ts";
import { expenseRefusals } from "./refusals.ts";

export const largestProjectFile = 15 * 1024 * 1024;
/** The file with the form around it. */
export const largestProjectFileBody = largestProjectFile + 64 * 1024;

export type FileOf =
  | { kind: "receipt"; expenseId: string; fundingId?: undefined }
  | { kind: "auditor_statement" | "attachment"; fundingId: string; expenseId?: undefined };

/** Keeps a file: the receipt of an expense, or what goes with a report to a funder. @throws Refusal expense.wrong_file */
export async function addFile(installation: Installation, actor: Actor, idOrSlug: string, of: FileOf, file: File): Promise<void> {
  const { db, files } = installation;
  const known = await workedOn(db, actor, idOrSlug);
  if (file.size > largestProjectFile) throw expenseRefusals.wrongFile();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const format = fileFormat(bytes);
  if (format === undefined) throw expenseRefusals.wrongFile();
  const id = newId();
  const key = `projects/${known.id}/${id}`;
  await files.write(key, bytes);
  try {
    await onProject(installation, actor, known.id, "works", async ({ tx, project, at, actor: by }) => {
      if (of.kind === "receipt") found(await expensesOf(tx, project.id).where("e.id", "=", of.expenseId).executeTakeFirst());
      else {
        found(mayRunProject(by, project) || undefined);
        found(
          await tx
            .selectFrom("fundings")
            .select("id")
            .where("id", "=", of.fundingId)
            .where("project_id", "=", project.id)
            .executeTakeFirst(),
        );
      }
      await tx
        .insertInto("project_files")
        .values({
          id,
          project_id: project.id,
          kind: of.kind,
          expense_id: of.expenseId ?? null,
          funding_id: of.fundingId ?? null,
          name: keptName(file.name),
          format,
          bytes: bytes.length,
          file_key: key,
          added_at: at,
          added_by: by.personId,
        })
        .execute();
      return { action: "project.add_file", details: { fileId: id, kind: of.kind, bytes: bytes.length }, result: undefined };
    });
  } catch (error) {
    await files.remove(key);
    throw error;
  }
}

/** A file of a project for those who work on it, and for the funder whom a report with it was sent to: to be saved, never shown by a browser as a page of ours. */
export async function projectFile({ db, files }: Installation, actor: Actor, idOrSlug: string, fileId: string): Promise<Response> {
  const project = await findProject(db, idOrSlug);
  authorize(actor, project !== undefined && (mayWorkOn(actor, project) || (await wasSentToActor(db, actor, fileId))));
  const kept = found((await filesOf(db, found(project).id)).find(({ id }) => id === fileId));
  const { bytes, size } = found(await files.read(kept.file_key));
  // as RFC 8187 has it: what a URI component leaves alone but a header does not
  const name = encodeURIComponent(kept.name).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
  return new Response(bytes, {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(size),
      "content-disposition": `attachment; filename*=UTF-8''${name}`,
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}

function keptName(name: string): string {
  const last = name.normalize("NFC").split(/[/\\]/).at(-1) ?? "";
  return last.replace(/\p{C}/gu, "").trim().slice(-120) || "file";
}
