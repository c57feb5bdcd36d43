import { sql } from "kysely";
import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { mayAdvise, mayRunProgram } from "../policy.ts";
import { requireDays } from "./check-days.ts";
import { adviserBy, type Baseline, baselineColumns } from "./enroll-startup.ts";
import type { ExitType } from "./outcome.ts";
import { findEnrollment } from "./queries.ts";

export interface ChangedEnrollment {
  intake?: Day | undefined;
  exit?: Day | null | undefined;
  exitType?: ExitType | undefined;
  lastEvidence?: Day | null | undefined;
  legalForm?: string | null | undefined;
  adviserEmail?: string | null | undefined;
  baseline?: Baseline | undefined;
}

/** Changes what a program knows of a startup; what is not named stays. Only who runs the program says who advises. */
export async function changeEnrollment(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  given: ChangedEnrollment,
  version: number | undefined,
): Promise<void> {
  const at = now();
  const enrolled = await findEnrollment(db, id);
  authorize(actor, enrolled !== undefined && mayAdvise(actor, enrolled));
  const { programOwnerId } = found(enrolled);
  authorize(actor, given.adviserEmail === undefined || mayRunProgram(actor, programOwnerId));
  const adviser =
    given.adviserEmail === undefined ? {} : { adviser_id: given.adviserEmail === null ? null : await adviserBy(db, given.adviserEmail) };
  await db.transaction().execute(async (tx) => {
    const row = await tx.selectFrom("enrollments").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
    const current = found(row);
    sameVersion(version, current);
    const days = {
      intake: given.intake ?? current.intake_on,
      exit: given.exit === undefined ? current.exit_on : given.exit,
      exitType: given.exitType ?? (current.exit_type as ExitType),
      lastEvidence: given.lastEvidence === undefined ? current.last_evidence_on : given.lastEvidence,
    };
    requireDays(days, dayIn(at, "Europe/Oslo"));
    await tx
      .updateTable("enrollments")
      .set({
        ...{ intake_on: days.intake, exit_on: days.exit, exit_type: days.exitType, last_evidence_on: days.lastEvidence },
        ...(given.legalForm !== undefined && { legal_form: given.legalForm }),
        ...adviser,
        ...baselineColumns(given.baseline),
        version: sql<number>`version + 1`,
      })
      .where("id", "=", id)
      .execute();
    const before = {
      intake: current.intake_on,
      exit: current.exit_on,
      exitType: current.exit_type,
      lastEvidence: current.last_evidence_on,
    };
    const subject = { kind: "enrollment", id };
    await audit(tx, {
      actor,
      at,
      action: "program.change_enrollment",
      subject,
      organizationId: programOwnerId,
      details: { before, after: days },
    });
  });
}
