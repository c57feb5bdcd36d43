import { type SqlBool, sql } from "kysely";
import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { type NewPhase, writeCriteria, writePhase } from "../create-call.ts";
import { mayRunCall } from "../policy.ts";
import { type CallRow, findCall, lockCall, type PhaseRow, phasesOf } from "../queries.ts";
import { assign, assignmentsOf, type Judged, juryOf } from "./assign.ts";
import { judgingRefusals } from "./refusals.ts";

/** Writes a phase anew, or adds the next. Once it is open, it stands. @throws Refusal judging.criteria_frozen, judging.phase_out_of_order */
export async function changePhase(
  installation: Installation,
  actor: Actor,
  idOrSlug: string,
  number: number,
  phase: NewPhase,
): Promise<string> {
  return onPhases(installation, actor, idOrSlug, async ({ tx, call, phases }) => {
    const known = phases.find((one) => one.number === number);
    if (known?.opened_at) throw judgingRefusals.criteriaFrozen();
    if (!known && number !== phases.length + 1) throw judgingRefusals.phaseOutOfOrder();
    if (!known) await writePhase(tx, call.id, number, phase);
    else {
      await tx
        .updateTable("call_phases")
        .set({ names: JSON.stringify(phase.name) })
        .where("call_id", "=", call.id)
        .where("number", "=", number)
        .execute();
      await tx.deleteFrom("call_criteria").where("call_id", "=", call.id).where("phase", "=", number).execute();
      await writeCriteria(tx, call.id, number, phase.criteria);
    }
    return { action: "call.change_phase", number };
  });
}

/**
 * Opens a phase: its criteria stand from now on, and the jury is given what it is to read. The first phase reads all that was delivered,
 * a later one those on the shortlist. Opened before, it stays so. @throws Refusal judging.phase_out_of_order
 */
export async function openPhase(
  installation: Installation,
  actor: Actor,
  idOrSlug: string,
  number: number,
  jurorsPerSubmission: number | undefined,
): Promise<string> {
  return onPhases(installation, actor, idOrSlug, async ({ tx, call, phases, at }) => {
    const phase = found(phases.find((one) => one.number === number));
    if (phase.opened_at) return undefined;
    if (phases.some((one) => one.number < number && !one.closed_at)) throw judgingRefusals.phaseOutOfOrder();
    await setTime(tx, call.id, number, { opened_at: at });
    const pairs = assignmentsOf(await judgedIn(tx, call.id, number), await juryOf(tx, call.id), jurorsPerSubmission);
    await assign(tx, { callId: call.id, phase: number, at }, pairs);
    await announce(tx, [
      { at, topic: "call.phase_opened", organizationIds: [call.organization_id], payload: { callId: call.id, phase: number } },
    ]);
    return { action: "call.open_phase", number };
  });
}

/** Closes a phase: no score changes any more, and the seal is broken. Closed before, it stays so. @throws Refusal judging.phase_not_open */
export async function closePhase(installation: Installation, actor: Actor, idOrSlug: string, number: number): Promise<string> {
  return onPhases(installation, actor, idOrSlug, async ({ tx, call, phases, at }) => {
    const phase = found(phases.find((one) => one.number === number));
    if (phase.closed_at) return undefined;
    if (!phase.opened_at) throw judgingRefusals.phaseNotOpen();
    await setTime(tx, call.id, number, { closed_at: at });
    await announce(tx, [
      { at, topic: "call.phase_closed", organizationIds: [call.organization_id], payload: { callId: call.id, phase: number } },
    ]);
    return { action: "call.close_phase", number };
  });
}

type Given = { tx: Tx; call: CallRow; phases: PhaseRow[]; at: Temporal.Instant; actor: SignedIn };
type Done = { action: string; number: number } | undefined;

/** Changes the phases of a call with the call held still, by those who run it. @returns its id */
export async function onPhases(
  { db, now }: Installation,
  actor: Actor,
  idOrSlug: string,
  step: (given: Given) => Promise<Done>,
): Promise<string> {
  const known = await findCall(db, idOrSlug);
  authorize(actor, known !== undefined && mayRunCall(actor, known.organization_id));
  const [{ id }, at] = [found(known), now()];
  await db.transaction().execute(async (tx) => {
    const call = await lockCall(tx, id, "to change");
    // whoever is giving a score holds the phase; it is closed when they have
    await tx.selectFrom("call_phases").select("number").where("call_id", "=", id).forUpdate().execute();
    const done = await step({ tx, call, phases: await phasesOf(tx, id), at, actor });
    if (!done) return;
    const subject = { kind: "call", id };
    await audit(tx, { actor, at, action: done.action, subject, organizationId: call.organization_id, details: { phase: done.number } });
  });
  return id;
}

async function judgedIn(tx: Tx, callId: string, number: number): Promise<Judged[]> {
  const isOnShortlist = sql<SqlBool>`(select d.outcome from call_decisions d where d.submission_id = s.id order by d.number desc limit 1) = 'shortlisted'`;
  return tx
    .selectFrom("submissions as s")
    .select(["s.id", "s.person_id"])
    .where("s.call_id", "=", callId)
    .where("s.state", "=", "submitted")
    .$if(number > 1, (query) => query.where(isOnShortlist))
    .orderBy("s.delivered_at")
    .orderBy("s.id")
    .execute();
}

async function setTime(tx: Tx, callId: string, number: number, time: { opened_at: Temporal.Instant } | { closed_at: Temporal.Instant }) {
  await tx.updateTable("call_phases").set(time).where("call_id", "=", callId).where("number", "=", number).execute();
}
