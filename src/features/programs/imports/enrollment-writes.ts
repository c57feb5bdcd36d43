import { sql } from "kysely";
import { auditAll } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import type { ImportScope } from "../../../platform/imports/index.ts";
import { announce } from "../../../platform/outbox.ts";
import type { Day } from "../../../platform/time/day.ts";
import { type EnteredOrganization, enterOrganizations, type Filling, fillOrganizations } from "../../organizations/index.ts";
import type { ExitType } from "../enrolling/outcome.ts";

/** What a file says of an enrollment. */
export type EnrollmentFields = { legalForm: string | null; intake: Day; exit: Day | null; exitType: ExitType; lastEvidence: Day | null };

export type EnrollmentPlan =
  | {
      kind: "create";
      id: string;
      organizationId: string;
      entered: EnteredOrganization | null;
      filling: Filling | null;
      fields: EnrollmentFields;
    }
  | { kind: "change"; id: string; filling: Filling | null; fields: EnrollmentFields };

/** What is known of the startup of a number: the organization, where it is and when it was founded, and its enrollment in the program. */
export type KnownStartup = {
  organizationId: string;
  municipality: string | null;
  foundedOn: Day | null;
  enrollment: (EnrollmentFields & { id: string }) | null;
};

/** The organizations with these numbers, with their enrollment in the program, and the slugs that are taken: two statements however many rows. */
export async function startupsFor(
  db: Db,
  programId: string,
  rows: readonly { number: string; slug: string }[],
): Promise<{ startups: Map<string, KnownStartup>; slugsTaken: Set<string> }> {
  const found = await db
    .selectFrom("organizations as o")
    .leftJoin("enrollments as e", (join) => join.onRef("e.organization_id", "=", "o.id").on("e.program_id", "=", programId))
    .leftJoin("register_entries as r", "r.organization_id", "o.id")
    .select([sql<string | null>`coalesce(o.municipality_number, r.municipality_number)`.as("municipality")])
    .select([sql<string | null>`coalesce(o.founded_on, r.founded_on)`.as("foundedOn")])
    .select(["o.id as organizationId", "o.organization_number as number", "e.id", "e.legal_form as legalForm", "e.intake_on as intake"])
    .select(["e.exit_on as exit", "e.exit_type as exitType", "e.last_evidence_on as lastEvidence"])
    .where("o.organization_number", "in", rows.map(({ number }) => number).concat(""))
    .execute();
  const startups = found.map(
    ({ organizationId, municipality, foundedOn, number, id, intake, exitType, ...rest }): [string, KnownStartup] => {
      const enrollment = id === null || intake === null ? null : { id, intake, exitType: exitType as ExitType, ...rest };
      return [number ?? "", { organizationId, municipality, foundedOn, enrollment }];
    },
  );
  const patterns = rows.map(({ slug }) => `${slug.slice(0, 60) || "organization"}%`);
  const taken = await sql<{ slug: string }>`select slug from organizations where slug like any(${patterns}::text[])`.execute(db);
  return { startups: new Map(startups), slugsTaken: new Set(taken.rows.map(({ slug }) => slug)) };
}

/** Writes what was planned for some rows, tells of it and logs it. */
export async function writeEnrollments(tx: Db, scope: ImportScope, programId: string, plans: readonly EnrollmentPlan[]): Promise<void> {
  const created = plans.filter((plan) => plan.kind === "create");
  const changed = plans.filter((plan) => plan.kind === "change");
  const { actor, now: at, organizationId } = scope;
  await enterOrganizations(
    tx,
    { actor, organizationId, at, kind: "startup" },
    created.flatMap(({ entered }) => entered ?? []),
  );
  await fillOrganizations(
    tx,
    { actor, organizationId, at },
    plans.flatMap(({ filling }) => filling ?? []),
  );
  await add(tx, programId, created, at);
  await change(tx, changed);
  await announce(
    tx,
    created.map((plan) => ({
      at,
      topic: "program.enrolled",
      organizationIds: [organizationId, plan.organizationId],
      payload: { programId, enrollmentId: plan.id },
    })),
  );
  await auditAll(
    tx,
    plans.map(({ kind, id, fields }) => ({
      ...{ actor, at, organizationId, subject: { kind: "enrollment", id } },
      action: kind === "create" ? "program.enroll" : "program.change_enrollment",
      details: { by: "import", programId, after: fields },
    })),
  );
}

async function add(tx: Db, programId: string, plans: readonly Extract<EnrollmentPlan, { kind: "create" }>[], at: Temporal.Instant) {
  if (plans.length === 0) return;
  await tx
    .insertInto("enrollments")
    .values(
      plans.map(({ id, organizationId, fields }) => ({
        ...{ id, program_id: programId, organization_id: organizationId, legal_form: fields.legalForm, intake_on: fields.intake },
        ...{ exit_on: fields.exit, exit_type: fields.exitType, last_evidence_on: fields.lastEvidence, created_at: at },
      })),
    )
    .execute();
}

async function change(tx: Db, plans: readonly Extract<EnrollmentPlan, { kind: "change" }>[]): Promise<void> {
  if (plans.length === 0) return;
  const column = (field: keyof EnrollmentFields) => plans.map(({ fields }) => fields[field]);
  await sql`
    update enrollments e set legal_form = d.legal_form, intake_on = d.intake, exit_on = d.exit, exit_type = d.exit_type,
      last_evidence_on = d.evidence, version = e.version + 1
    from unnest(${plans.map(({ id }) => id)}::uuid[], ${column("legalForm")}::text[], ${column("intake")}::date[], ${column("exit")}::date[],
      ${column("exitType")}::text[], ${column("lastEvidence")}::date[]) as d(id, legal_form, intake, exit, exit_type, evidence)
    where e.id = d.id`.execute(tx);
}
