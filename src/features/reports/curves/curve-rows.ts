import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { Db, Tx } from "../../../platform/database/database.ts";
import { curveRows, findProgram } from "../../programs/index.ts";
import type { Drawings } from "../draw-programs.ts";
import { isSeen } from "../metrics/rows.ts";
import { findReport } from "../queries.ts";

type Curve = Drawings["survivals"][number];

/** Keeps the startups behind each curve with the report, in the transaction that freezes it. Curves count from one. */
export async function keepCurves(tx: Tx, { id, to }: { id: string; to: string }, survivals: readonly Curve[]): Promise<void> {
  for (const [place, { program: named, clock, merged }] of survivals.entries()) {
    const program = found(await findProgram(tx, named.slug));
    const rows = await curveRows(tx, program, { clock, merged, to });
    const given = rows.map((row, index) => ({ ...row, number: index + 1 }));
    await sql`
      insert into report_curve_rows (report_id, curve, number, label, path, organization_id, intake_on, entry_years, exit_years, is_end, outcome, seen_by)
      select ${id}::uuid, ${place + 1}, x.number, x.label, x.path, x."organizationId", x."intakeOn", x.entry, x.exit, x."isEnd", x.outcome,
        array[${program.organizationId}::uuid]
      from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as x(number integer, label text, path text, "organizationId" uuid, "intakeOn" date, entry float8, exit float8, "isEnd" boolean, outcome text)
      returning number`.execute(tx);
  }
}

export interface KeptCurveRow {
  number: number;
  label: string;
  path: string;
  intakeOn: string;
  entry: number;
  exit: number;
  isEnd: boolean;
  outcome: string;
}

type Asked = { report: string; curve: number; limit: number; after: number | undefined };

/** The startups behind a curve of a published report, as far as the actor may see them. */
export async function readCurveRows(db: Db, actor: Actor, { report: idOrSlug, curve, limit, after }: Asked) {
  const report = found(await findReport(db, idOrSlug));
  const drawn = found(report.frozen_drawings?.survivals[curve - 1]);
  const { rows } = await sql<KeptCurveRow>`
    select r.number, r.label, r.path, r.intake_on::text as "intakeOn", r.entry_years as entry, r.exit_years as exit, r.is_end as "isEnd", r.outcome
    from report_curve_rows r where r.report_id = ${report.id}::uuid and r.curve = ${curve} and r.number > ${after ?? 0} and ${isSeen(actor)}
    order by r.number limit ${limit + 1}`.execute(db);
  const { rows: counts } = await sql<{ n: number; hidden: number }>`
    select count(*)::integer as n, (count(*) filter (where not ${isSeen(actor)}))::integer as hidden
    from report_curve_rows r where r.report_id = ${report.id}::uuid and r.curve = ${curve}`.execute(db);
  const { n, hidden } = counts[0] ?? { n: 0, hidden: 0 };
  // one published before startups were kept has none
  return { rows, n, hidden, isKept: n > 0 || drawn.n === 0 };
}
