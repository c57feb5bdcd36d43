import { type Actor, isPerson } from "../../platform/access/actor.ts";
import { authorize, found } from "../../platform/access/authorize.ts";
import { audit } from "../../platform/audit.ts";
import type { Tx } from "../../platform/database/database.ts";
import type { Installation } from "../../platform/installation.ts";
import { announce } from "../../platform/outbox.ts";
import { addDays, dayIn } from "../../platform/time/day.ts";
import { bookDay, reverseDay } from "./ledger/book-day.ts";
import { tellDesk } from "./live-guests.ts";
import { mayReceiveGuests } from "./policy.ts";
import { findPass, type PassRow } from "./queries.ts";
import { exchangeRefusals } from "./refusals.ts";

export interface Scan {
  /** Made by the phone: a scan sent twice is one scan. */
  nonce: string;
  /** When the phone saw the code; it may be sent later. */
  scannedAt: Temporal.Instant;
  device?: string | undefined;
  /** Why the guest is let in although the pass is for another day. */
  reason?: string | undefined;
}

/**
 * Lets a guest in: the pass is used, and the day is booked in the ledger. A second scan of the same pass is kept and
 * shown as a double admission, and counts nothing. @throws Refusal wrong day, a nonce used for another scan, or a pass that is not held
 */
export async function checkIn(
  { db, now }: Installation,
  actor: Actor,
  passId: string,
  given: Scan,
  holdsDoorCode = false,
): Promise<{ isDouble: boolean }> {
  const pass = found(await findPass(db, passId));
  const isHost = mayReceiveGuests(actor, pass.host_id);
  authorize(actor, isHost || (holdsDoorCode && isPerson(actor, pass.person_id)));
  // guests alone at the door come now: they neither choose the moment nor give a reason for another day
  const scan = isHost ? given : { ...given, scannedAt: now(), reason: undefined };
  const seenOn = dayIn(scan.scannedAt, pass.time_zone);
  // a phone's clock may run ahead, but days to come are not given today
  if (seenOn > addDays(dayIn(now(), pass.time_zone), 1)) throw exchangeRefusals.scannedAhead();
  if (seenOn !== pass.day && scan.reason === undefined) throw exchangeRefusals.wrongDay({ day: pass.day });
  return db.transaction().execute(async (tx) => {
    const state = await lockPass(tx, pass);
    const isFirst = state === "held" || state === "no_show";
    if (!isFirst && state !== "checked_in" && state !== "completed") throw exchangeRefusals.wrongState({ state });
    const before = await keepScan(tx, pass, scan, "check_in", isFirst, now(), actor.personId);
    if (before) return { isDouble: !before.counted };
    const by = { actor, at: now(), subject: { kind: "day_pass", id: pass.id }, organizationId: pass.host_id };
    if (!isFirst) {
      await audit(tx, { ...by, action: "day_pass.scan_again", reason: scan.reason, details: { scannedAt: scan.scannedAt } });
      await tellDesk(tx, pass.space_id, { passId: pass.id, day: pass.day });
      return { isDouble: true };
    }
    if (state === "no_show")
      await tx.deleteFrom("day_pass_endings").where("space_id", "=", pass.space_id).where("pass_id", "=", pass.id).execute();
    await setState(tx, pass, { state: "checked_in", checked_in_at: scan.scannedAt });
    await bookDay(tx, pass, now());
    await tell(tx, pass, "day_pass.checked_in", now());
    await audit(tx, { ...by, action: "day_pass.check_in", reason: scan.reason, details: { scannedAt: scan.scannedAt } });
    return { isDouble: false };
  });
}

/** Takes a check-in back: the pass is held again, and the ledger's entry is reversed. */
export async function undoCheckIn(
  { db, now }: Installation,
  actor: Actor,
  passId: string,
  scan: Pick<Scan, "nonce" | "reason">,
): Promise<void> {
  const pass = found(await findPass(db, passId));
  authorize(actor, mayReceiveGuests(actor, pass.host_id));
  await db.transaction().execute(async (tx) => {
    const state = await lockPass(tx, pass);
    const before = await keepScan(
      tx,
      pass,
      { nonce: scan.nonce, scannedAt: now(), reason: scan.reason },
      "undo",
      true,
      now(),
      actor.personId,
    );
    if (before) return;
    if (state !== "checked_in") throw exchangeRefusals.wrongState({ state });
    await setState(tx, pass, { state: "held", checked_in_at: null });
    await reverseDay(tx, pass, now(), scan.reason ?? "check-in undone");
    await tell(tx, pass, "day_pass.check_in_undone", now());
    await audit(tx, {
      actor,
      at: now(),
      action: "day_pass.undo_check_in",
      subject: { kind: "day_pass", id: pass.id },
      organizationId: pass.host_id,
      reason: scan.reason,
    });
  });
}

async function lockPass(tx: Tx, pass: PassRow): Promise<string> {
  const row = await tx
    .selectFrom("day_passes")
    .select("state")
    .where("space_id", "=", pass.space_id)
    .where("id", "=", pass.id)
    .forUpdate()
    .executeTakeFirstOrThrow();
  return row.state;
}

/**
 * Keeps a new scan. A nonce seen before is the same scan again, and what it came to is answered.
 * @throws Refusal when the nonce was used for something else
 */
async function keepScan(
  tx: Tx,
  pass: PassRow,
  scan: Scan,
  kind: "check_in" | "undo",
  counted: boolean,
  receivedAt: Temporal.Instant,
  by: string,
): Promise<{ counted: boolean } | undefined> {
  const kept = await tx
    .insertInto("scans")
    .values({
      space_id: pass.space_id,
      nonce: scan.nonce,
      pass_id: pass.id,
      kind,
      counted,
      scanned_at: scan.scannedAt,
      received_at: receivedAt,
      device: scan.device ?? null,
      scanned_by: by,
      reason: scan.reason ?? null,
    })
    .onConflict((conflict) => conflict.columns(["space_id", "nonce"]).doNothing())
    .returning("nonce")
    .executeTakeFirst();
  if (kept) return undefined;
  const before = await tx
    .selectFrom("scans")
    .select(["pass_id", "kind", "counted"])
    .where("space_id", "=", pass.space_id)
    .where("nonce", "=", scan.nonce)
    .executeTakeFirstOrThrow();
  if (before.pass_id !== pass.id || before.kind !== kind) throw exchangeRefusals.nonceReused();
  return before;
}

async function setState(
  tx: Tx,
  pass: PassRow,
  change: { state: "checked_in" | "held"; checked_in_at: Temporal.Instant | null },
): Promise<void> {
  await tx.updateTable("day_passes").set(change).where("space_id", "=", pass.space_id).where("id", "=", pass.id).execute();
}

async function tell(tx: Tx, pass: PassRow, topic: string, at: Temporal.Instant): Promise<void> {
  const payload = { passId: pass.id, spaceId: pass.space_id, day: pass.day, personId: pass.person_id, homeId: pass.home_id };
  await announce(tx, [{ at, topic, organizationIds: [pass.home_id, pass.host_id], payload }]);
}
