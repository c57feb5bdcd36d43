import { found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { freeUntilAfterMove, freeUntilOf } from "./cancellation.ts";
import { isHireTime } from "./hire.ts";
import { type Asked, allDone, onHire, writeChange } from "./on-hire.ts";
import { standingBookings, termsOf } from "./queries.ts";
import { hireRefusals } from "./refusals.ts";
import type { HireMove } from "./shapes.ts";

/**
 * Moves what was agreed to another time of the same length: the price and the accepted conditions stay, and all rooms move or none. The
 * hirer is told; when they did not ask for it, they may cancel free of charge for a week.
 * @throws Refusal booking.taken, hire.wrong_step, hire.wrong_time, hire.other_length
 */
export async function moveHire(installation: Installation, asked: Asked, { startsAt, endsAt, reason, isWished }: HireMove): Promise<void> {
  await onHire(installation, asked, async ({ tx, decide, hire, side, actor, by, at }) => {
    const isAhead = Temporal.Instant.compare(at, hire.starts_at) < 0;
    if (side !== "house" || by === null || hire.state !== "accepted" || !isAhead)
      throw hireRefusals.wrongStep({ from: hire.state, to: "accepted" });
    const time = { from: Temporal.Instant.from(startsAt), until: Temporal.Instant.from(endsAt) };
    if (!isHireTime(time, at)) throw hireRefusals.wrongTime();
    const length = hire.starts_at.until(hire.ends_at);
    if (Temporal.Duration.compare(time.from.until(time.until), length) !== 0) throw hireRefusals.otherLength();
    const terms = found(await termsOf(tx, hire.space_id, hire.accepted_terms ?? undefined));
    const conditions = { freeDays: terms.free_days, feePercent: terms.fee_percent };
    const move = { kind: "move" as const, spaceId: hire.space_id, startsAt: time.from, endsAt: time.until, override: null, by, at };
    allDone(await decide((await standingBookings(tx, hire)).map((bookingId) => ({ ...move, bookingId }))));
    const freeUntil = freeUntilAfterMove(
      { at, isWished, before: freeUntilOf(hire, conditions), startsAt: time.from },
      conditions,
      hire.time_zone,
    );
    await tx
      .updateTable("hires")
      .set({ starts_at: time.from, ends_at: time.until, free_until: freeUntil, version: hire.version + 1 })
      .where("space_id", "=", hire.space_id)
      .where("id", "=", hire.id)
      .execute();
    await writeChange(tx, hire, { to: "accepted", at, by, reason, movedFrom: hire.starts_at });
    const subject = { kind: "hire", id: hire.id };
    const details = { from: hire.starts_at.toString(), to: time.from.toString(), isWished };
    await audit(tx, { actor, at, action: "hire.moved", subject, organizationId: hire.host_id, reason, details });
    const payload = { hireId: hire.id, spaceId: hire.space_id, side, by, reason, movedFrom: hire.starts_at.toString(), isWished };
    await announce(tx, [{ at, topic: "hire.moved", organizationIds: [hire.host_id], payload }]);
  });
}
