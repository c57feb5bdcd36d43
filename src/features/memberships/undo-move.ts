import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { announceMembership } from "./announce-membership.ts";
import { mayStillUndo } from "./candidate.ts";
import { lockCandidate } from "./candidate-queries.ts";
import { lockMembership } from "./member-queries.ts";
import { stayOf } from "./membership.ts";
import { mayRecruit } from "./policy.ts";
import { candidateRefusals } from "./refusals.ts";
import { findStageChange, type StageChangeRow } from "./stage-change-queries.ts";

/** Takes the last move back. It stays in the history, marked; a membership it started and nobody touched is taken back with it. */
export async function undoMove({ db, now }: Installation, actor: Actor, id: string): Promise<StageChangeRow> {
  const at = now();
  return db.transaction().execute(async (tx) => {
    const seen = await findStageChange(tx, id);
    authorize(actor, seen !== undefined && mayRecruit(actor, { id: seen.network_id }));
    const candidate = found(await lockCandidate(tx, found(seen).candidate_id));
    // read again under the lock: somebody may have moved or undone in between
    const change = found(await findStageChange(tx, id));
    const { changed_at: changedAt, undone_at, is_last: isLast, from_stage } = change;
    if (from_stage === null || !mayStillUndo({ changedAt, isUndone: undone_at !== null, isLast }, at))
      throw candidateRefusals.undoTooLate();
    if (change.membership_id !== null) await takeBack(tx, at, change.membership_id);
    await tx.updateTable("stage_changes").set({ undone_at: at }).where("id", "=", id).execute();
    await tx
      .updateTable("candidates")
      .set({ stage: from_stage, version: candidate.version + 1 })
      .where("id", "=", candidate.id)
      .execute();
    const subject = { kind: "candidate", id: candidate.id };
    const details = { back: from_stage };
    await audit(tx, { actor, at, action: "candidate.undo_move", subject, organizationId: candidate.network_id, details });
    return found(await findStageChange(tx, id));
  });
}

async function takeBack(tx: Db, at: Temporal.Instant, membershipId: string): Promise<void> {
  const membership = await lockMembership(tx, membershipId);
  if (membership?.version !== 1) throw candidateRefusals.undoTooLate();
  const { from } = stayOf(membership.during);
  await tx.deleteFrom("memberships").where("id", "=", membershipId).execute();
  await announceMembership(tx, at, membership, { from, to: from });
}
