import type { Actor, SignedIn } from "../../../platform/access/actor.ts";
import { authorize, found } from "../../../platform/access/authorize.ts";
import { audit } from "../../../platform/audit.ts";
import type { Tx } from "../../../platform/database/database.ts";
import type { Installation } from "../../../platform/installation.ts";
import { announce } from "../../../platform/outbox.ts";
import { markUncounted } from "../counting/mark-uncounted.ts";
import { mayReceive } from "../policy.ts";
import { keepScan, type TicketScan } from "./keep-scan.ts";
import { findTicket, lockTicket, type TicketRow } from "./queries.ts";
import { ticketRefusals } from "./refusals.ts";

/**
 * Lets somebody in on a ticket. A second scan while they are in is kept and told as double, and counts nothing; who went out comes
 * in again. @throws Refusal a ticket that is not valid, a scan from the future, a nonce used for another scan
 */
export async function checkIn(installation: Installation, actor: Actor, ticketId: string, scan: TicketScan): Promise<void> {
  await atDoor(installation, actor, ticketId, scan, async (tx, ticket, stands, by) => {
    if (stands.is_cancelled || stands.state !== "confirmed") throw ticketRefusals.notValid();
    const counted = stands.checked_in_at === null || stands.left_at !== null;
    if (!(await keepScan(tx, ticket, scan, { ...by, kind: "check_in", counted }))) return undefined;
    if (!counted) return "scan_again";
    await setPresence(tx, ticket, { checked_in_at: stands.checked_in_at ?? scan.scannedAt, left_at: null });
    return "check_in";
  });
}

/** Lets somebody out: they came, and may come again. @throws Refusal ticket.not_inside */
export async function checkOut(installation: Installation, actor: Actor, ticketId: string, scan: TicketScan): Promise<void> {
  await atDoor(installation, actor, ticketId, scan, async (tx, ticket, stands, by) => {
    if (!(await keepScan(tx, ticket, scan, { ...by, kind: "check_out", counted: true }))) return undefined;
    if (stands.checked_in_at === null || stands.left_at !== null) throw ticketRefusals.notInside();
    await setPresence(tx, ticket, { checked_in_at: stands.checked_in_at, left_at: scan.scannedAt });
    return "check_out";
  });
}

/** Takes a check-in back, by an entry of its own: the ticket stands as it did before. @throws Refusal ticket.not_inside */
export async function undoCheckIn(
  installation: Installation,
  actor: Actor,
  ticketId: string,
  { nonce, reason }: Pick<TicketScan, "nonce" | "reason">,
): Promise<void> {
  const scan = { nonce, reason, scannedAt: installation.now() };
  await atDoor(installation, actor, ticketId, scan, async (tx, ticket, stands, by) => {
    if (!(await keepScan(tx, ticket, scan, { ...by, kind: "undo", counted: true }))) return undefined;
    if (stands.checked_in_at === null || stands.left_at !== null) throw ticketRefusals.notInside();
    // who had gone out came before: it is the second coming that is taken back
    const leftAt = await lastLeft(tx, ticket);
    await setPresence(tx, ticket, { checked_in_at: leftAt && stands.checked_in_at, left_at: leftAt });
    return "undo_check_in";
  });
}

type Stands = Awaited<ReturnType<typeof lockTicket>>;
type By = { by: string; at: Temporal.Instant };
// what is done, and what is told of it
const topics = {
  check_in: "ticket.checked_in",
  scan_again: "ticket.scanned_again",
  check_out: "ticket.checked_out",
  undo_check_in: "ticket.check_in_undone",
};
type Done = keyof typeof topics;
type Step = (tx: Tx, ticket: TicketRow, stands: Stands, by: By) => Promise<Done | undefined>;

/** What is done at a door: for those who receive, one after the other on a ticket, written in the log and told. */
async function atDoor({ db, now }: Installation, actor: Actor, ticketId: string, scan: TicketScan, step: Step): Promise<void> {
  const known = await findTicket(db, ticketId);
  authorize(actor, known !== undefined && mayReceive(actor, known.host_ids));
  const [ticket, at] = [found(known), now()];
  // a phone's clock may be wrong by some minutes
  if (Temporal.Instant.compare(scan.scannedAt, at.add({ hours: 1 })) > 0) throw ticketRefusals.scannedAhead();
  await db.transaction().execute(async (tx) => {
    const done = await step(tx, ticket, await lockTicket(tx, ticket), { by: actor.personId, at });
    if (done !== undefined) await writeDeed(tx, actor, ticket, done, scan, at);
  });
}

async function writeDeed(tx: Tx, actor: SignedIn, ticket: TicketRow, done: Done, scan: TicketScan, at: Temporal.Instant) {
  const { id: ticketId, event_id: eventId, registration_id: registrationId } = ticket;
  const details = { eventId, scannedAt: scan.scannedAt, door: scan.door };
  const subject = { kind: "ticket", id: ticketId };
  await audit(tx, { actor, at, action: `ticket.${done}`, subject, organizationId: ticket.host_ids[0], reason: scan.reason, details });
  await announce(tx, [{ at, topic: topics[done], organizationIds: ticket.host_ids, payload: { ticketId, eventId, registrationId } }]);
}

async function setPresence(
  tx: Tx,
  ticket: TicketRow,
  presence: { checked_in_at: Temporal.Instant | null; left_at: Temporal.Instant | null },
): Promise<void> {
  await tx.updateTable("tickets").set(presence).where("event_id", "=", ticket.event_id).where("id", "=", ticket.id).execute();
  await markUncounted(tx, ticket.event_id);
}

async function lastLeft(tx: Tx, ticket: TicketRow): Promise<Temporal.Instant | null> {
  const row = await tx
    .selectFrom("ticket_scans")
    .select("scanned_at")
    .where("event_id", "=", ticket.event_id)
    .where("ticket_id", "=", ticket.id)
    .where("kind", "=", "check_out")
    .orderBy("scanned_at", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.scanned_at ?? null;
}
