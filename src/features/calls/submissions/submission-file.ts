import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { callRefusals } from "../refusals.ts";
import { beginnings } from "./accepted-endings.ts";
import { presentSubmission } from "./present.ts";
import { readSubmission } from "./read-submission.ts";
import { onOwn, refuseIfTaken, refuseOutside } from "./write-submission.ts";

const mostMegabytes = 10;
/** The largest request with a file in it: the form around it is small. */
export const largestSubmissionBody = mostMegabytes * 1024 * 1024 + 64 * 1024;

/** Answers a question with a file. What was there before stays while it is part of what was delivered. @throws Refusal as the contract says */
export async function putFile(installation: Installation, actor: Actor, id: string, questionId: string, file: File): Promise<void> {
  const { files } = installation;
  const [fileId, bytes] = [newId(), new Uint8Array(await file.arrayBuffer())];
  const key = `submissions/${id}/${fileId}`;
  await onOwn(installation, actor, id, async (tx, submission, at) => {
    refuseOutside(submission, at, submission.delivered_at !== null);
    await refuseIfTaken(tx, submission);
    if (bytes.length > mostMegabytes * 1024 * 1024) throw callRefusals.fileTooLarge({ megabytes: mostMegabytes });
    if (!isAccepted(file.name, bytes)) throw callRefusals.wrongFile();
    const question = submission.questions.find((one) => one.id === questionId && one.kind === "file");
    if (!question)
      throw callRefusals.wrongAnswer({ errors: [{ field: `answers.${questionId}`, code: "unknown_option", message: questionId }] });
    await tx
      .insertInto("submission_files")
      .values({
        id: fileId,
        submission_id: id,
        question: questionId,
        name: keptName(file.name),
        bytes: bytes.length,
        file_key: key,
        added_at: at,
      })
      .execute();
    await tx
      .updateTable("submissions")
      .set({ answers: JSON.stringify({ ...submission.answers, [questionId]: fileId }), changed_at: at, version: submission.version + 1 })
      .where("id", "=", id)
      .execute();
    // written within the transaction: when it cannot be kept, nothing says that it is there
    await files.write(key, bytes);
    return "add_file";
  });
}

/** A file for whoever may read the answer: to be saved, and never shown by a browser as a page of ours. */
export async function submissionFile({ db, files, now }: Installation, actor: Actor, id: string, questionId: string): Promise<Response> {
  const { row, side } = await readSubmission(db, actor, id);
  const kept = found(presentSubmission(row, side, now()).files.find(({ question }) => question === questionId));
  const { file_key: key } = await db.selectFrom("submission_files").select("file_key").where("id", "=", kept.id).executeTakeFirstOrThrow();
  const { bytes, size } = found(await files.read(key));
  return new Response(bytes, {
    headers: {
      "content-type": "application/octet-stream",
      "content-length": String(size),
      "content-disposition": `attachment; filename*=UTF-8''${encoded(kept.name)}`,
      "cache-control": "private, no-store",
      "content-security-policy": "default-src 'none'; sandbox",
      "x-content-type-options": "nosniff",
    },
  });
}

// its name and its content say the same
function isAccepted(name: string, bytes: Uint8Array): boolean {
  const beginning = beginnings[/\.[a-z]+$/i.exec(name)?.[0]?.toLowerCase() ?? ""];
  return beginning?.every((byte, place) => bytes[place] === byte) ?? false;
}

function keptName(name: string): string {
  const plain = name.replaceAll(/[^\P{C}]|[/\\]/gu, " ").trim();
  return plain.slice(-120);
}

// as RFC 8187 has it: what a URI component leaves alone but a header does not
function encoded(name: string): string {
  return encodeURIComponent(name.toWellFormed()).replace(/['()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}
