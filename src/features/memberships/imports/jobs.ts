import { z } from "zod";
import { isDatabaseAway } from "../../../platform/database/constraint-name.ts";
import {
  carryOut,
  checkFile,
  findRun,
  forgetImport,
  forgetImportNaming,
  forgetImports,
  type ImportKind,
  type ImportRun,
  moveRun,
} from "../../../platform/imports/index.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type CrontabEntry, defineJob, every, handles, type JobHandler } from "../../../platform/jobs/job.ts";
import { scopeOf } from "./scope.ts";

const ofRun = z.object({ runId: z.uuid() });

/** Goes through a file without writing anything. */
export const checkImport = defineJob("imports.check", ofRun, { isAwaited: true });

/** Writes what a checked file holds. */
export const carryOutImport = defineJob("imports.carry-out", ofRun, { isAwaited: true });

/** Takes away files and rows that have been kept long enough. */
export const forgetOldImports = defineJob("imports.forget", z.object({}));

/** Takes one import away with its file. */
export const forgetOneImport = defineJob("imports.forget-one", ofRun);

/** Takes one import away when its file gives the address of somebody who was erased. */
export const forgetImportThatNames = defineJob("imports.forget-naming", z.object({ runId: z.uuid(), addressHash: z.string() }));

/** What does the jobs of imports, for src/jobs.ts. */
export function importJobs(kinds: readonly ImportKind[]): JobHandler[] {
  return [
    handles(checkImport, (installation, { runId }) => work(installation, kinds, runId, checkFile)),
    handles(carryOutImport, (installation, { runId }) => work(installation, kinds, runId, carryOut)),
    handles(forgetOldImports, async (installation) => {
      await forgetImports(installation);
    }),
    handles(forgetOneImport, (installation, { runId }) => forgetImport(installation, runId)),
    handles(forgetImportThatNames, forgetImportNaming),
  ];
}

export const importCrontab: CrontabEntry[] = [every(forgetOldImports, "20 2 * * *", {})];

type Step = typeof checkFile;

/** A database that is away is tried again by the queue; any other failure is ours, and the run says so: nothing was written. */
async function work(installation: Installation, kinds: readonly ImportKind[], runId: string, step: Step): Promise<void> {
  const run = await findRun(installation.db, runId);
  if (!run) return;
  try {
    await step(installation, await givenOf(installation, kinds, run));
  } catch (error) {
    if (isDatabaseAway(error)) throw error;
    installation.log.failure("import_failed", error, { runId });
    await moveRun(installation.db, runId, ["checking", "importing"], { state: "failed" });
  }
}

async function givenOf(installation: Installation, kinds: readonly ImportKind[], run: ImportRun) {
  const kind = kinds.find(({ name }) => name === run.kind);
  if (!kind) throw new Error(`No kind of import is called ${run.kind}`);
  return { runId: run.id, kind, scope: await scopeOf(installation, run) };
}
