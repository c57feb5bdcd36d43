import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Texts } from "../../platform/database/schema.ts";
import type { Installation } from "../../platform/installation.ts";
import { addDays, type Day } from "../../platform/time/day.ts";
import { mayRunProgram } from "./policy.ts";
import type { TargetMeasure } from "./program.ts";
import { findProgram } from "./queries.ts";
import { programRefusals } from "./refusals.ts";

/** Adds a cohort: those who come in from the first day until the last. @throws Refusal program.backwards, program.cohorts_overlap, program.cohort_name_taken */
export async function addCohort(
  { db, now }: Installation,
  actor: Actor,
  program: string,
  { name, from, until }: { name: string; from: Day; until: Day },
): Promise<void> {
  const [id, at] = [newId(), now()];
  const { id: programId, organizationId } = await mine(db, actor, program);
  if (from > until) throw programRefusals.backwards();
  await db.transaction().execute(async (tx) => {
    const intake = `[${from},${addDays(until, 1)})`;
    await tx.insertInto("program_cohorts").values({ id, program_id: programId, name, intake, created_at: at }).execute();
    await audit(tx, {
      actor,
      at,
      action: "program.add_cohort",
      subject: { kind: "program", id: programId },
      organizationId,
      details: { name },
    });
  });
}

/** Sets a target. @throws Refusal program.backwards */
export async function addTarget(
  { db, now }: Installation,
  actor: Actor,
  program: string,
  given: { name: Texts; measure: TargetMeasure; amount: number; from: Day; until: Day },
): Promise<void> {
  const [id, at] = [newId(), now()];
  const { id: programId, organizationId } = await mine(db, actor, program);
  if (given.from >= given.until) throw programRefusals.backwards();
  const { name, measure, amount, from, until } = given;
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("program_targets")
      .values({ id, program_id: programId, names: JSON.stringify(name), measure, amount, from_on: from, until_on: until, created_at: at })
      .execute();
    const subject = { kind: "program", id: programId };
    await audit(tx, { actor, at, action: "program.set_target", subject, organizationId, details: { measure, amount, from, until } });
  });
}

/** Withdraws a target; it stands in the log. */
export async function withdrawTarget({ db, now }: Installation, actor: Actor, program: string, targetId: string): Promise<void> {
  const at = now();
  const { id: programId, organizationId } = await mine(db, actor, program);
  await db.transaction().execute(async (tx) => {
    const withdrawn = await tx
      .updateTable("program_targets")
      .set({ withdrawn_at: at })
      .where("id", "=", targetId)
      .where("program_id", "=", programId)
      .where("withdrawn_at", "is", null)
      .returning("id")
      .executeTakeFirst();
    found(withdrawn);
    const subject = { kind: "program", id: programId };
    await audit(tx, { actor, at, action: "program.withdraw_target", subject, organizationId, details: { targetId } });
  });
}

async function mine(db: Db, actor: Actor, idOrSlug: string) {
  const program = await findProgram(db, idOrSlug);
  authorize(actor, program !== undefined && mayRunProgram(actor, program.organizationId));
  return found(program);
}
