import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import { newId } from "../../../platform/database/id.ts";
import { sameVersion } from "../../../platform/http/version.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { dayIn } from "../../../platform/time/day.ts";
import { type Window, windowAt } from "../call.ts";
import { assignDelivered, isBeingJudged } from "../judging/assign.ts";
import { findCall, lockCall } from "../queries.ts";
import { seenCall } from "../read-call.ts";
import { callRefusals } from "../refusals.ts";
import { answersAfter, deliverable } from "./answer-form.ts";
import { lockSubmission, type SubmissionRow } from "./queries.ts";
import type { Answers } from "./question-kinds.ts";

/** What is left out stays as it is. */
export interface Written {
  title?: string | undefined;
  organizationNumber?: string | undefined;
  answers?: Answers | undefined;
}

const mostOfOnePerson = 5;

/**
 * Begins a submission, and delivers it at once if that is asked for. @returns its id
 * @throws Refusal call.not_open_yet, call.deadline_passed, call.wrong_answer, call.too_many_drafts, call.incomplete, call.not_eligible
 */
export async function createSubmission(
  { db, now }: Installation,
  actor: Actor,
  callIdOrSlug: string,
  { deliver, ...written }: Written & { deliver: boolean },
): Promise<string> {
  authorize(actor, true);
  const [known, id, at] = [await seenCall(db, actor, callIdOrSlug), newId(), now()];
  await db.transaction().execute(async (tx) => {
    // one after the other, so that the limit holds for who clicks twice
    const call = await lockCall(tx, known.id, "to change");
    if (call.status === "draft") throw callRefusals.notOpenYet({ at: call.opens_at, timeZone: call.time_zone });
    refuseOutside(call, at, false);
    const own = await tx
      .selectFrom("submissions")
      .select("id")
      .where("call_id", "=", call.id)
      .where("person_id", "=", actor.personId)
      .where("state", "<>", "withdrawn")
      .execute();
    if (own.length >= mostOfOnePerson) throw callRefusals.tooManyDrafts({ most: mostOfOnePerson });
    await tx
      .insertInto("submissions")
      .values({
        id,
        call_id: call.id,
        person_id: actor.personId,
        state: "draft",
        title: written.title ?? "",
        organization_number: written.organizationNumber || null,
        answers: JSON.stringify(answersAfter(call.questions, {}, written.answers ?? {}, [])),
        created_at: at,
        changed_at: at,
      })
      .execute();
    await log(tx, actor, { id, organization_id: call.organization_id, call_id: call.id }, "create", at);
    if (deliver) await deliverLocked(tx, actor, await lockSubmission(tx, id), at);
  });
  return id;
}

/** Saves what is written. @throws Refusal call.not_open_yet, call.deadline_passed, call.wrong_answer, call.withdrawn */
export async function changeSubmission(
  installation: Installation,
  actor: Actor,
  id: string,
  written: Written,
  expected: number | undefined,
): Promise<void> {
  await onOwn(installation, actor, id, async (tx, submission, at) => {
    sameVersion(expected, submission);
    refuseOutside(submission, at, submission.delivered_at !== null);
    await refuseIfTaken(tx, submission);
    const answers = answersAfter(submission.questions, submission.answers, written.answers ?? {}, submission.files);
    await tx
      .updateTable("submissions")
      .set({
        title: written.title ?? submission.title,
        organization_number: written.organizationNumber === undefined ? submission.organization_number : written.organizationNumber || null,
        answers: JSON.stringify(answers),
        changed_at: at,
        version: submission.version + 1,
      })
      .where("id", "=", id)
      .execute();
    return "change";
  });
}

/** Delivers what is written: from now on it is this that counts. @throws Refusal as the contract says */
export async function deliverSubmission(installation: Installation, actor: Actor, id: string): Promise<void> {
  await onOwn(installation, actor, id, async (tx, submission, at, by) => {
    await deliverLocked(tx, by, submission, at);
    return undefined;
  });
}

/** Takes a submission back; what was delivered is kept, and no longer judged. Taken back before, it stays so. @throws Refusal call.decided */
export async function withdrawSubmission(installation: Installation, actor: Actor, id: string): Promise<void> {
  await onOwn(installation, actor, id, async (tx, submission, at) => {
    if (submission.state === "withdrawn") return undefined;
    if (submission.told_decision) throw callRefusals.decided();
    await tx
      .updateTable("submissions")
      .set({ state: "withdrawn", withdrawn_at: at, version: submission.version + 1 })
      .where("id", "=", id)
      .execute();
    const payload = { submissionId: id, callId: submission.call_id };
    await announce(tx, [{ at, topic: "submission.withdrawn", organizationIds: [submission.organization_id], payload }]);
    return "withdraw";
  });
}

type Step = (
  tx: Tx,
  submission: SubmissionRow,
  at: Temporal.Instant,
  by: SignedIn,
) => Promise<"change" | "withdraw" | "add_file" | undefined>;

/** Does something to one's own submission: with the call held still, and written in the log. */
export async function onOwn({ db, now }: Installation, actor: Actor, id: string, step: Step): Promise<void> {
  const owner = await db.selectFrom("submissions").select(["person_id", "call_id"]).where("id", "=", id).executeTakeFirst();
  authorize(actor, owner !== undefined && owner.person_id === personOf(actor));
  const [{ call_id: callId }, at] = [found(owner), now()];
  await db.transaction().execute(async (tx) => {
    await lockCall(tx, callId, "to rely on");
    const submission = await lockSubmission(tx, id);
    const done = await step(tx, submission, at, actor);
    if (done) await log(tx, actor, submission, done, at);
  });
}

/** Refuses what comes before the opening or too late; within the grace only what was never delivered is taken. */
export function refuseOutside(window: Window & { time_zone: string }, at: Temporal.Instant, isDelivered: boolean): void {
  const state = windowAt(window, at);
  if (state === "not_yet") throw callRefusals.notOpenYet({ at: window.opens_at, timeZone: window.time_zone });
  if (state === "over" || (state === "grace" && isDelivered))
    throw callRefusals.deadlinePassed({ at: window.closes_at, timeZone: window.time_zone });
}

/** Refuses to change what was taken back, or what a jury has begun to read. */
export async function refuseIfTaken(tx: Tx, { id, state }: Pick<SubmissionRow, "id" | "state">): Promise<void> {
  if (state === "withdrawn") throw callRefusals.withdrawn();
  if (await isBeingJudged(tx, id)) throw callRefusals.beingJudged();
}

async function deliverLocked(tx: Tx, actor: SignedIn, submission: SubmissionRow, at: Temporal.Instant): Promise<void> {
  refuseOutside(submission, at, submission.delivered_at !== null);
  await refuseIfTaken(tx, submission);
  const call = found(await findCall(tx, submission.call_id));
  const { title, organization_number: organizationNumber, answers } = submission;
  const by = { personId: actor.personId, day: dayIn(at, submission.time_zone) };
  const { number, uncheckedRules } = await deliverable(tx, call, { title, organizationNumber, answers }, by);
  await tx
    .updateTable("submissions")
    .set({
      state: "submitted",
      delivered_title: title,
      delivered_number: number,
      delivered_answers: JSON.stringify(answers),
      delivered_at: at,
      is_late: windowAt(submission, at) === "grace",
      unchecked_rules: JSON.stringify(uncheckedRules),
      version: submission.version + 1,
    })
    .where("id", "=", submission.id)
    .execute();
  await assignDelivered(tx, call.id, submission, at);
  await log(tx, actor, submission, "deliver", at);
  const payload = { submissionId: submission.id, callId: call.id };
  await announce(tx, [{ at, topic: "submission.delivered", organizationIds: [call.organization_id], payload }]);
}

type Logged = { id: string; organization_id: string; call_id: string; delivered_at?: Temporal.Instant | null };

/** A draft is nobody's business yet: it stands in no organization's log that somebody is writing. */
async function log(tx: Tx, actor: Actor, submission: Logged, deed: string, at: Temporal.Instant): Promise<void> {
  const isDraft = deed !== "deliver" && !submission.delivered_at;
  await audit(tx, {
    actor,
    at,
    action: `submission.${deed}`,
    subject: { kind: "submission", id: submission.id },
    organizationId: isDraft ? undefined : submission.organization_id,
    details: { callId: submission.call_id },
  });
}

function personOf(actor: Actor): string | undefined {
  return actor.kind === "person" ? actor.personId : undefined;
}
