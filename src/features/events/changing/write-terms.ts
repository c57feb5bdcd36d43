import type { SignedIn } from "../../../platform/access/actor.ts";
import { found } from "../../../platform/access/authorize.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { findOrganization } from "../../organizations/index.ts";
import type { Theme } from "../../spaces/index.ts";
import type { Audience } from "../event.ts";
import { audienceOf, type EventRow, hostIdsOf } from "../queries.ts";
import { brokenPromise, type Promised, type Relying } from "./promises.ts";
import { eventChangeRefusals } from "./refusals.ts";

/** What is left out stays as it is. */
export interface TermsChange {
  /** Null: giving a place back is always free. */
  freeCancelDays?: number | null | undefined;
  lateCancelPercent?: number | undefined;
  needsApproval?: boolean | undefined;
  approvalHours?: number | undefined;
  hasQueue?: boolean | undefined;
  audience?: Audience | undefined;
  /** Ids or slugs. */
  audienceOrganizations?: string[] | undefined;
  languages?: string[] | undefined;
  themes?: Theme[] | undefined;
}

/** Writes on what terms an event is held. @throws Refusal event_change.terms_stand, approval_stands, answers_first, audience_stands */
export async function writeTerms(
  tx: Tx,
  { actor, at }: { actor: SignedIn; at: Temporal.Instant },
  before: EventRow,
  change: TermsChange,
): Promise<void> {
  const audienceBefore = (await audienceOf(tx, before.id)).map(({ id }) => id);
  const audience = change.audience ?? before.audience;
  const today = dayIn(at, "Europe/Oslo");
  const named = change.audienceOrganizations?.map(async (word) => found(await findOrganization(tx, actor, word, today)).id);
  const audienceIds = audience !== "members" ? [] : named ? [...new Set(await Promise.all(named))] : audienceBefore;
  const promised: Promised = {
    freeCancelDays: before.free_cancel_days,
    lateCancelPercent: before.late_cancel_percent,
    needsApproval: before.needs_approval,
    audience: before.audience,
    audienceIds: audienceBefore,
  };
  const after: Promised = {
    freeCancelDays: change.freeCancelDays === undefined ? promised.freeCancelDays : change.freeCancelDays,
    lateCancelPercent: change.lateCancelPercent ?? promised.lateCancelPercent,
    needsApproval: change.needsApproval ?? promised.needsApproval,
    audience,
    audienceIds,
  };
  const relying = await relyingOn(tx, before.id);
  const broken = brokenPromise(promised, after, hostIdsOf(before), relying);
  if (broken) throw refusalOf[broken](relying);
  await tx
    .updateTable("events")
    .set({
      free_cancel_days: after.freeCancelDays,
      late_cancel_percent: after.lateCancelPercent,
      needs_approval: after.needsApproval,
      approval_hours: change.approvalHours ?? before.approval_hours,
      has_queue: change.hasQueue ?? before.has_queue,
      audience: after.audience,
      languages: change.languages ?? before.languages,
      themes: change.themes ?? before.themes,
    })
    .where("id", "=", before.id)
    .execute();
  await writeAudience(tx, before.id, audienceBefore, audienceIds);
}

const refusalOf = {
  answers: ({ asked }: Relying) => eventChangeRefusals.answersFirst({ asked }),
  terms: () => eventChangeRefusals.termsStand(),
  approval: () => eventChangeRefusals.approvalStands(),
  audience: () => eventChangeRefusals.audienceStands(),
};

/** Who relies on what they were told. */
async function relyingOn(tx: Tx, eventId: string): Promise<Relying> {
  const { registered, asked } = await tx
    .selectFrom("registrations")
    .select(({ fn }) => [
      fn.countAll<number>().as("registered"),
      fn.countAll<number>().filterWhere("state", "=", "held").filterWhere("asked_at", "is not", null).as("asked"),
    ])
    .where("event_id", "=", eventId)
    .where("state", "<>", "cancelled")
    .executeTakeFirstOrThrow();
  return { isRegistered: Number(registered) > 0, asked: Number(asked) };
}

async function writeAudience(tx: Tx, eventId: string, before: readonly string[], after: readonly string[]): Promise<void> {
  const gone = before.filter((id) => !after.includes(id));
  const added = after.filter((id) => !before.includes(id)).map((id) => ({ event_id: eventId, organization_id: id }));
  if (gone.length > 0) await tx.deleteFrom("event_audience").where("event_id", "=", eventId).where("organization_id", "in", gone).execute();
  if (added.length > 0) await tx.insertInto("event_audience").values(added).execute();
}
