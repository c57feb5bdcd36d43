import type { Actor } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Db } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import type { Installation } from "../../../platform/installation.ts";
import { type Day, dayIn } from "../../../platform/time/day.ts";
import { mayAdvise } from "../policy.ts";
import { programRefusals } from "../refusals.ts";
import { findEnrollment } from "./queries.ts";

/** Adds a milestone. */
export async function addMilestone(
  { db, now }: Installation,
  actor: Actor,
  enrollmentId: string,
  { title, dueOn }: { title: string; dueOn?: Day | undefined },
): Promise<void> {
  const at = now();
  const by = await advising(db, actor, enrollmentId);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("enrollment_milestones")
      .values({ id: newId(), enrollment_id: enrollmentId, title, due_on: dueOn ?? null, written_at: at, written_by: by.personId })
      .execute();
    await audit(tx, { ...by.deed, at, action: "program.add_milestone", details: { title } });
  });
}

/** Says that a milestone is reached, and what shows it. @throws Refusal program.in_the_future */
export async function reachMilestone(
  { db, now }: Installation,
  actor: Actor,
  enrollmentId: string,
  { milestoneId, reachedOn, evidence }: { milestoneId: string; reachedOn: Day; evidence: string },
): Promise<void> {
  const at = now();
  const by = await advising(db, actor, enrollmentId);
  if (reachedOn > dayIn(at, "Europe/Oslo")) throw programRefusals.inTheFuture();
  await db.transaction().execute(async (tx) => {
    const reached = await tx
      .updateTable("enrollment_milestones")
      .set({ reached_on: reachedOn, evidence })
      .where("id", "=", milestoneId)
      .where("enrollment_id", "=", enrollmentId)
      .returning("id")
      .executeTakeFirst();
    found(reached);
    await audit(tx, { ...by.deed, at, action: "program.reach_milestone", details: { milestoneId, reachedOn } });
  });
}

/** Writes a note; what it says stands in no log. */
export async function writeNote(
  { db, now }: Installation,
  actor: Actor,
  enrollmentId: string,
  { text, isShared }: { text: string; isShared: boolean },
): Promise<void> {
  const [id, at] = [newId(), now()];
  const by = await advising(db, actor, enrollmentId);
  await db.transaction().execute(async (tx) => {
    await tx
      .insertInto("enrollment_notes")
      .values({ id, enrollment_id: enrollmentId, text, is_shared: isShared, written_at: at, written_by: by.personId })
      .execute();
    await audit(tx, { ...by.deed, at, action: "program.write_note", details: { isShared } });
  });
}

/** Shares a note with the founder, or no longer. */
export async function shareNote(
  { db, now }: Installation,
  actor: Actor,
  enrollmentId: string,
  { noteId, isShared }: { noteId: string; isShared: boolean },
): Promise<void> {
  const at = now();
  const by = await advising(db, actor, enrollmentId);
  await db.transaction().execute(async (tx) => {
    const shared = await tx
      .updateTable("enrollment_notes")
      .set({ is_shared: isShared })
      .where("id", "=", noteId)
      .where("enrollment_id", "=", enrollmentId)
      .returning("id")
      .executeTakeFirst();
    found(shared);
    await audit(tx, { ...by.deed, at, action: "program.share_note", details: { noteId, isShared } });
  });
}

async function advising(db: Db, actor: Actor, enrollmentId: string) {
  const enrolled = await findEnrollment(db, enrollmentId);
  authorize(actor, enrolled !== undefined && mayAdvise(actor, enrolled));
  const deed = { actor, subject: { kind: "enrollment", id: enrollmentId }, organizationId: found(enrolled).programOwnerId };
  return { personId: actor.personId, deed };
}
