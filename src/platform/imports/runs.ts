import { type SqlBool, sql } from "kysely";
import type { Db } from "../database/database.ts";
import type { Change, Counts, DecidedRow, Outcome, Reason } from "./outcome.ts";

/** A column of the file as it is shown when columns are matched: its unique name, and the first cells below it. */
export type FileColumn = { name: string; title: string; examples: string[] };

/** Which column of the file is which column of the import: key → the file column's unique name. */
export type Mapping = Record<string, string>;

export type RunState = "uploaded" | "checking" | "checked" | "importing" | "imported" | "failed";

/** An import: a file, how its columns were matched, how far it has come and what became of its rows. */
export type ImportRun = {
  id: string;
  kind: string;
  organizationId: string;
  /** What of the organization's it goes into, where its kind says so. */
  intoId: string | null;
  startedBy: string | null;
  fileName: string;
  fileKey: string;
  header: FileColumn[];
  mapping: Mapping;
  state: RunState;
  choice: "all" | "good" | null;
  rowsTotal: number;
  rowsDone: number;
  counts: Counts;
  createdAt: Temporal.Instant;
  finishedAt: Temporal.Instant | null;
};

export async function addRun(tx: Db, run: Omit<ImportRun, "rowsDone" | "counts" | "finishedAt" | "choice">): Promise<void> {
  await tx
    .insertInto("import_runs")
    .values({
      id: run.id,
      kind: run.kind,
      organization_id: run.organizationId,
      into_id: run.intoId,
      started_by: run.startedBy,
      file_name: run.fileName,
      file_key: run.fileKey,
      header: JSON.stringify(run.header),
      mapping: JSON.stringify(run.mapping),
      state: run.state,
      rows_total: run.rowsTotal,
      created_at: run.createdAt,
    })
    .execute();
}

export async function findRun(db: Db, id: string): Promise<ImportRun | undefined> {
  const row = await db.selectFrom("import_runs").selectAll().where("id", "=", id).executeTakeFirst();
  return row && runOf(row);
}

/** The latest imports of an organization. */
export async function latestRuns(db: Db, organizationId: string, limit: number): Promise<ImportRun[]> {
  const rows = await db
    .selectFrom("import_runs")
    .selectAll()
    .where("organization_id", "=", organizationId)
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.map(runOf);
}

function runOf(row: {
  id: string;
  kind: string;
  organization_id: string;
  into_id: string | null;
  started_by: string | null;
  file_name: string;
  file_key: string;
  header: unknown;
  mapping: unknown;
  state: string;
  choice: string | null;
  rows_total: number;
  rows_done: number;
  created_count: number;
  changed_count: number;
  same_count: number;
  refused_count: number;
  created_at: Temporal.Instant;
  finished_at: Temporal.Instant | null;
}): ImportRun {
  return {
    id: row.id,
    kind: row.kind,
    organizationId: row.organization_id,
    intoId: row.into_id,
    startedBy: row.started_by,
    fileName: row.file_name,
    fileKey: row.file_key,
    header: row.header as FileColumn[],
    mapping: row.mapping as Mapping,
    state: row.state as RunState,
    choice: row.choice as ImportRun["choice"],
    rowsTotal: row.rows_total,
    rowsDone: row.rows_done,
    counts: { create: row.created_count, change: row.changed_count, same: row.same_count, refuse: row.refused_count },
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  };
}

/** Moves a run on, if it still stands where it is believed to. @returns whether it did */
export async function moveRun(
  tx: Db,
  id: string,
  from: readonly RunState[],
  to: { state: RunState; mapping?: Mapping; choice?: "all" | "good" },
): Promise<boolean> {
  const moved = await tx
    .updateTable("import_runs")
    .set({
      state: to.state,
      rows_done: 0,
      ...(to.mapping && { mapping: JSON.stringify(to.mapping) }),
      ...(to.choice && { choice: to.choice }),
    })
    .where("id", "=", id)
    .where("state", "in", from)
    .returning("id")
    .executeTakeFirst();
  return moved !== undefined;
}

/** Says how far a run has come. Outside its transaction, so that others see it. */
export async function noteProgress(db: Db, id: string, rowsDone: number): Promise<void> {
  await db.updateTable("import_runs").set({ rows_done: rowsDone }).where("id", "=", id).execute();
}

export async function finishRun(
  tx: Db,
  id: string,
  done: { state: RunState; rowsDone: number; counts: Counts; at: Temporal.Instant | null },
): Promise<void> {
  await tx
    .updateTable("import_runs")
    .set({
      state: done.state,
      rows_done: done.rowsDone,
      created_count: done.counts.create,
      changed_count: done.counts.change,
      same_count: done.counts.same,
      refused_count: done.counts.refuse,
      finished_at: done.at,
    })
    .where("id", "=", id)
    .execute();
}

export async function forgetRows(tx: Db, runId: string): Promise<void> {
  await tx.deleteFrom("import_rows").where("run_id", "=", runId).execute();
}

/** Keeps what was decided of some rows. */
export async function addRows(tx: Db, runId: string, rows: readonly DecidedRow[]): Promise<void> {
  if (rows.length === 0) return;
  const column = (value: (row: DecidedRow) => unknown) => rows.map(value);
  await sql`
    insert into import_rows (run_id, row_number, outcome, label, reasons, changes, cells)
    select ${runId}::uuid, * from unnest(
      ${column((row) => row.number)}::int[], ${column((row) => row.outcome)}::text[], ${column((row) => row.label)}::text[],
      ${column((row) => JSON.stringify(row.reasons))}::jsonb[], ${column((row) => JSON.stringify(row.changes))}::jsonb[],
      ${column((row) => JSON.stringify(row.cells))}::jsonb[])
    on conflict do nothing`.execute(tx);
}

/** The rows of a result in the order of the file. */
export async function findRows(
  db: Db,
  runId: string,
  given: { outcome?: Outcome | undefined; after?: number | undefined; limit: number },
): Promise<DecidedRow[]> {
  const rows = await db
    .selectFrom("import_rows")
    .selectAll()
    .where("run_id", "=", runId)
    .$if(given.outcome !== undefined, (query) => query.where("outcome", "=", given.outcome ?? ""))
    .where(sql<SqlBool>`row_number > ${given.after ?? 0}`)
    .orderBy("row_number")
    .limit(given.limit)
    .execute();
  return rows.map((row) => ({
    number: row.row_number,
    outcome: row.outcome as Outcome,
    label: row.label,
    reasons: row.reasons as Reason[],
    changes: row.changes as Change[],
    cells: row.cells as string[],
  }));
}
