import { sql } from "kysely";
import type { Db } from "../../../platform/database/database.ts";
import type { Day } from "../../../platform/time/day.ts";
import type { ExitType, Status } from "./outcome.ts";

export interface ObservationRow {
  id: string;
  on: Day;
  fteLeast: number | null;
  fteMost: number | null;
  headsLeast: number | null;
  headsMost: number | null;
  turnover: number | null;
  capitalRaised: number | null;
  source: "self" | "register" | "adviser";
  status: Status;
}

/** A startup in a program, with all that was observed of it, the first first. */
export interface EnrollmentRow {
  id: string;
  programId: string;
  programOwnerId: string;
  organizationId: string;
  organizationSlug: string;
  name: string;
  organizationNumber: string | null;
  legalForm: string | null;
  foundedOn: Day | null;
  municipalityNumber: string | null;
  municipalityRecordedOn: Day | null;
  latitude: number | null;
  longitude: number | null;
  registerStatus: string | null;
  intakeOn: Day;
  adviserId: string | null;
  adviserName: string | null;
  baselineFte: number | null;
  baselineHeads: number | null;
  baselineTurnover: number | null;
  exitOn: Day | null;
  exitType: ExitType;
  lastEvidenceOn: Day | null;
  remindedOn: Day | null;
  version: number;
  observations: ObservationRow[];
}

const observed = sql`
  select o.enrollment_id, jsonb_agg(jsonb_build_object('id', o.id, 'on', o.observed_on, 'fteLeast', o.fte_least, 'fteMost', o.fte_most,
    'headsLeast', o.heads_least, 'headsMost', o.heads_most, 'turnover', o.turnover_kroner, 'capitalRaised', o.capital_raised_kroner,
    'source', o.source, 'status', o.status) order by o.observed_on, o.written_at, o.id) as list from observations o`;

/** What is asked for: all of some programs, one, or all of some startups. */
type Which = { programIds: readonly string[] } | { enrollmentIds: readonly string[] };

/** Startups in programs, by name. Their number is that of an incubator's: they are counted in the program, not in the database. */
export async function findEnrollments(db: Db, which: Which): Promise<EnrollmentRow[]> {
  const isThese =
    "programIds" in which
      ? sql`e.program_id = any(${[...which.programIds]}::uuid[])`
      : sql`e.id = any(${[...which.enrollmentIds]}::uuid[])`;
  const { rows } = await sql<Omit<EnrollmentRow, "observations"> & { observations: ObservationRow[] | null }>`
    with seen as (${observed} where o.enrollment_id in (select e.id from enrollments e where ${isThese}) group by o.enrollment_id)
    select e.id, e.program_id as "programId", p.organization_id as "programOwnerId", s.id as "organizationId", s.slug as "organizationSlug",
      s.name, s.organization_number as "organizationNumber", coalesce(e.legal_form, s.legal_form, r.legal_form) as "legalForm",
      coalesce(s.founded_on, r.founded_on) as "foundedOn",
      coalesce(s.municipality_number, r.municipality_number) as "municipalityNumber",
      case when s.municipality_number is null then r.fetched_at::date else s.municipality_recorded_on end as "municipalityRecordedOn",
      s.latitude, s.longitude, r.status as "registerStatus", e.intake_on as "intakeOn", e.adviser_id as "adviserId", a.name as "adviserName",
      e.baseline_fte as "baselineFte", e.baseline_heads as "baselineHeads", e.baseline_turnover_kroner::float8 as "baselineTurnover",
      e.exit_on as "exitOn", e.exit_type as "exitType", e.last_evidence_on as "lastEvidenceOn", e.reminded_on as "remindedOn", e.version,
      seen.list as observations
    from enrollments e join programs p on p.id = e.program_id join organizations s on s.id = e.organization_id
      left join register_entries r on r.organization_id = s.id left join people a on a.id = e.adviser_id
      left join seen on seen.enrollment_id = e.id
    where ${isThese}
    order by s.name collate norwegian, e.id`.execute(db);
  return rows.map((row) => ({ ...row, observations: row.observations ?? [] }));
}

export async function findEnrollment(db: Db, id: string): Promise<EnrollmentRow | undefined> {
  return (await findEnrollments(db, { enrollmentIds: [id] }))[0];
}

/** The enrollment of a startup in a program: by the id or slug of the startup, or by its organization number. */
export async function enrollmentIdOf(
  db: Db,
  programId: string,
  startup: { organization?: string | undefined; organizationNumber?: string | undefined },
): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select e.id from enrollments e join organizations s on s.id = e.organization_id
    where e.program_id = ${programId}::uuid and (s.id::text = ${startup.organization ?? ""} or s.slug = ${startup.organization ?? ""}
      or s.organization_number = ${startup.organizationNumber ?? ""})`.execute(db);
  return rows[0]?.id;
}

export interface MilestoneRow {
  id: string;
  title: string;
  dueOn: Day | null;
  reachedOn: Day | null;
  evidence: string | null;
}

export async function findMilestones(db: Db, enrollmentId: string): Promise<MilestoneRow[]> {
  return db
    .selectFrom("enrollment_milestones")
    .select(["id", "title", "due_on as dueOn", "reached_on as reachedOn", "evidence"])
    .where("enrollment_id", "=", enrollmentId)
    .orderBy(sql`coalesce(reached_on, due_on)`)
    .orderBy("written_at")
    .execute();
}

export interface NoteRow {
  id: string;
  text: string;
  isShared: boolean;
  writtenAt: Temporal.Instant;
  by: string | null;
}

/** All notes about a startup, the newest first. Who may not see them all is shown the shared ones only. */
export async function findNotes(db: Db, enrollmentId: string): Promise<NoteRow[]> {
  return db
    .selectFrom("enrollment_notes as n")
    .leftJoin("people as p", "p.id", "n.written_by")
    .select(["n.id", "n.text", "n.is_shared as isShared", "n.written_at as writtenAt", "p.name as by"])
    .where("n.enrollment_id", "=", enrollmentId)
    .orderBy("n.written_at", "desc")
    .orderBy("n.id", "desc")
    .execute();
}
