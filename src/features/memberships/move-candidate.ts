import { sql } from "kysely";
import type { Actor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Db } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import { sameVersion } from "../../platform/http/version.ts";
import type { Installation } from "../../platform/installation.ts";
import { type Day, dayIn } from "../../platform/time/day.ts";
import { needsReason, type Stage, stages } from "./candidate.ts";
import { lockCandidate } from "./candidate-queries.ts";
import { mayRecruit } from "./policy.ts";
import { candidateRefusals } from "./refusals.ts";
import { findStageChange, type StageChangeRow } from "./stage-change-queries.ts";
import { startMembership } from "./start-membership.ts";

/** Moves a candidate to another stage and keeps the move; the move to member starts the membership in the same transaction. */
export async function moveCandidate(
  { db, now }: Installation,
  actor: Actor,
  id: string,
  given: { stage: Stage; reason: string | null; tier: string | null; version: number | undefined },
): Promise<StageChangeRow> {
  const at = now();
  const today = dayIn(at, "Europe/Oslo");
  return db.transaction().execute(async (tx) => {
    const candidate = await lockCandidate(tx, id);
    authorize(actor, candidate !== undefined && mayRecruit(actor, { id: candidate.network_id }));
    const before = found(candidate);
    sameVersion(given.version, before);
    const from = found(stages.find((stage) => stage === before.stage));
    if (from === given.stage) throw candidateRefusals.alreadyInStage();
    if (from === "member" && (await isStillMember(tx, before, today))) throw candidateRefusals.isMember();
    if (needsReason(from, given.stage) && !given.reason) throw candidateRefusals.reasonMissing();
    const membershipId = given.stage === "member" ? await join(tx, actor, at, before, today, given.tier) : null;
    await tx
      .updateTable("candidates")
      .set({ stage: given.stage, version: before.version + 1 })
      .where("id", "=", id)
      .execute();
    const change = {
      id: newId(),
      candidate_id: id,
      network_id: before.network_id,
      from_stage: from,
      to_stage: given.stage,
      reason: given.reason || null,
      changed_at: at,
      changed_by: actor.personId,
      membership_id: membershipId,
    };
    await tx.insertInto("stage_changes").values(change).execute();
    const subject = { kind: "candidate", id };
    const details = { from, to: given.stage };
    await audit(tx, { actor, at, action: "candidate.move", subject, organizationId: before.network_id, details });
    return found(await findStageChange(tx, change.id));
  });
}

type Pair = { network_id: string; organization_id: string };

function join(
  tx: Db,
  actor: Actor,
  at: Temporal.Instant,
  { network_id, organization_id }: Pair,
  today: Day,
  tier: string | null,
): Promise<string> {
  return startMembership(tx, actor, at, {
    organizationId: network_id,
    member: { organizationId: organization_id },
    from: today,
    to: null,
    tier,
  });
}

async function isStillMember(tx: Db, { network_id, organization_id }: Pair, today: Day): Promise<boolean> {
  const membership = await tx
    .selectFrom("memberships")
    .select("id")
    .where("organization_id", "=", network_id)
    .where("member_organization_id", "=", organization_id)
    .where(sql<boolean>`(upper_inf(during) or upper(during) > ${today}::date)`)
    .executeTakeFirst();
  return membership !== undefined;
}
