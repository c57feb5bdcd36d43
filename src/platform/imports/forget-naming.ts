import { createHash } from "node:crypto";
import type { Files } from "../files/files.ts";
import type { Installation } from "../installation.ts";
import { readSheet } from "../sheets/index.ts";
import { forgetImport } from "./forget-imports.ts";
import { findRun } from "./runs.ts";

/** What a file is searched for: a hash, so that the queue holds no address of somebody who is erased. */
export function hashOfAddress(email: string): string {
  return createHash("sha256").update(email.trim().toLowerCase()).digest("hex");
}

/**
 * Takes an import away with its file when the file gives the address, whether or not the column was ever matched: rows are kept of what
 * was matched alone, and of an upload nobody went on with there are none.
 */
export async function forgetImportNaming(
  installation: Pick<Installation, "db" | "files">,
  { runId, addressHash }: { runId: string; addressHash: string },
): Promise<void> {
  const run = await findRun(installation.db, runId);
  if (run && (await gives(installation.files, run, addressHash))) await forgetImport(installation, runId);
}

async function gives(files: Files, run: { fileKey: string; fileName: string }, addressHash: string): Promise<boolean> {
  const file = await files.read(run.fileKey);
  if (!file) return false;
  const sheet = await readSheet({ name: run.fileName, bytes: file.bytes });
  if (addressesIn(sheet.columns.map(({ title }) => title)).some((address) => hashOfAddress(address) === addressHash)) return true;
  for await (const { cells } of sheet.rows) if (addressesIn(cells).some((address) => hashOfAddress(address) === addressHash)) return true;
  return false;
}

// "Kari <kari@hus.example>, ola@hus.example"
function addressesIn(cells: readonly string[]): string[] {
  return cells.flatMap((cell) => cell.match(/[^\s<>()[\]"';:,]+@[\p{L}\p{N}.-]*[\p{L}\p{N}]/gu) ?? []);
}
