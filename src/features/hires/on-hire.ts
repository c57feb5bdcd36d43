import { type Actor, visitor } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import { newId } from "../../platform/database/id.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { type Answer, answerOf, type BookingWork, decideWithin } from "../bookings/index.ts";
import { type HireState, mayStep, type Side } from "./hire.ts";
import { mayManageHires } from "./policy.ts";
import { findHire, type HireRow, lockHire, standingBookings } from "./queries.ts";
import { hireRefusals } from "./refusals.ts";

/** Who does something to which hire. The hirer is known by the secret of the hire, and by nothing else. */
export type Asked = { id: string; side: Side; actor: Actor };

export type OnHire = BookingWork & {
  hire: HireRow;
  side: Side;
  actor: Actor;
  /** One of the house; null for the hirer and the clock. */
  by: string | null;
  at: Temporal.Instant;
};

type Given = Pick<Installation, "db" | "pipelines" | "now">;

/** Does something to a hire and its time in one transaction, while nobody else does, and nobody takes time of the house. */
export async function onHire<Result>(
  installation: Given,
  { id, side, actor }: Asked,
  act: (given: OnHire) => Promise<Result>,
): Promise<Result> {
  const known = found(await findHire(installation.db, id));
  // the house hears of nothing that is not proven
  if (side === "house") authorize(actor, mayManageHires(actor, known.host_id) && known.state !== "unproven");
  const by = side === "house" && actor.kind === "person" ? actor.personId : null;
  const at = installation.now();
  return await decideWithin(installation.pipelines, known.space_id, async (work) => {
    const hire = found(await lockHire(work.tx, known));
    return act({ ...work, hire, side, actor: side === "house" ? actor : visitor, by, at });
  });
}

export type Step = { to: HireState; reason?: string | undefined; more?: Record<string, unknown> | undefined };

/**
 * Takes the hire a step on: its state, what happened to it, the log, and what others are told.
 * @param more columns of the hire that change with it. @throws Refusal hire.wrong_step
 */
export async function step({ tx, hire, side, actor, by, at }: OnHire, { to, reason, more = {} }: Step): Promise<void> {
  requireStep({ hire, side }, to);
  await tx
    .updateTable("hires")
    .set({ ...more, state: to, state_since: at, version: hire.version + 1 })
    .where("space_id", "=", hire.space_id)
    .where("id", "=", hire.id)
    .execute();
  await writeChange(tx, hire, { to, at, by, reason });
  const subject = { kind: "hire", id: hire.id };
  const deed = { at, action: `hire.${to}`, subject, organizationId: hire.host_id, reason, details: { from: hire.state } };
  await audit(tx, { ...deed, actor: side === "clock" ? "system" : actor });
  const payload = { hireId: hire.id, spaceId: hire.space_id, from: hire.state, to, side, by, ...(reason && { reason }) };
  await announce(tx, [{ at, topic: `hire.${to}`, organizationIds: [hire.host_id], payload }]);
}

/** @throws Refusal hire.wrong_step */
export function requireStep({ hire, side }: Pick<OnHire, "hire" | "side">, to: HireState): void {
  if (!mayStep(hire.state, to, side)) throw hireRefusals.wrongStep({ from: hire.state, to });
}

type Change = {
  to: HireState;
  at: Temporal.Instant;
  by: string | null;
  reason?: string | undefined;
  /** When it was to begin, when it was moved. */
  movedFrom?: Temporal.Instant;
};

/** Writes what happened to a hire; nothing of it is ever changed. */
export async function writeChange(
  tx: Tx,
  { space_id, id }: Pick<HireRow, "space_id" | "id">,
  { to, at, by, reason, movedFrom }: Change,
): Promise<void> {
  await tx
    .insertInto("hire_changes")
    .values({
      space_id,
      id: newId(),
      hire_id: id,
      to_state: to,
      changed_at: at,
      changed_by: by,
      reason: reason ?? null,
      moved_from: movedFrom ?? null,
    })
    .execute();
}

/** Gives back the time a hire holds, if it holds any. */
export async function giveTimeBack({ tx, decide, hire, by, at }: OnHire, as: "cancelled" | "expired", reason?: string): Promise<void> {
  const standing = await standingBookings(tx, hire);
  const ends = standing.map((bookingId) => ({
    kind: "end" as const,
    bookingId,
    spaceId: hire.space_id,
    as,
    from: ["held" as const, "confirmed" as const],
    by,
    reason: reason ?? null,
    at,
  }));
  if (ends.length > 0) allDone(await decide(ends));
  await tx
    .updateTable("hire_times")
    .set({ booking_id: null })
    .where("space_id", "=", hire.space_id)
    .where("hire_id", "=", hire.id)
    .execute();
}

/** The bookings of answers that are all yes. @throws Refusal the first that is no */
export function allDone(answers: readonly Answer[]) {
  return answers.map((answer) => answerOf(answer));
}
