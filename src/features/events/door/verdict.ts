import type { Signature } from "../../../interface/browser/door/signature.ts";
import { presenceOf, type TicketHolder } from "./door-ticket.ts";
import type { SeenTicket } from "./read-ticket.ts";
import type { TicketNow } from "./tickets-now.ts";

/** What is done at the door now: those who come are let in, or those who leave are let out. */
export type Direction = "in" | "out";

/** What comes of a code that was scanned or typed, or of a name chosen from the list. */
export type Verdict =
  | { kind: "let_in"; ticket: TicketHolder; isOffList: boolean; isUnchecked: boolean; otherName?: string }
  | { kind: "already_in"; ticket: TicketHolder; since: string | null }
  | { kind: "let_out"; ticket: TicketHolder }
  | { kind: "not_inside"; ticket: TicketHolder }
  | { kind: "other_event"; ticket: TicketHolder }
  | { kind: "unknown"; why: "not_ours" | "pass" | "forged" | "not_on_list" };

/** A scan of the same ticket at another door, and whether the one here is what counts. */
export interface Conflict {
  door: string | null;
  scannedAt: string;
  countsHere: boolean;
}

/** Where else somebody was let in on a ticket that was let in here, as the server tells it afterwards; nothing, when nowhere or settled. */
export function conflictOf({ doubles }: Pick<TicketNow, "doubles">, scannedAt: string): Conflict | undefined {
  const isHere = (scan: { scannedAt: string }) => Date.parse(scan.scannedAt) === Date.parse(scannedAt);
  const here = doubles.find(isHere);
  const others = doubles.filter((scan) => !isHere(scan));
  const other = others.find(({ isCounted }) => isCounted) ?? others[0];
  return here && other && { door: other.door, scannedAt: other.scannedAt, countsHere: here.isCounted };
}

export interface AtTheDoor {
  eventId: string;
  direction: Direction;
  /** A ticket that is on the list, or that this phone did something with. */
  find: (ticketId: string) => TicketNow | undefined;
}

/** The verdict on a scanned code. `seen` is undefined when the text is no ticket. */
export function verdictOfCode(seen: SeenTicket | undefined, signature: Signature, door: AtTheDoor): Verdict {
  if (!seen) return { kind: "unknown", why: "not_ours" };
  if (signature === "forged") return { kind: "unknown", why: "forged" };
  const isUnchecked = signature === "unchecked";
  const known = door.find(seen.ticketId);
  if (known) {
    const verdict = verdictOfTicket(known, door.direction);
    if (verdict.kind !== "let_in") return verdict;
    // whoever gave the ticket on may still show the code, and a list from before does not know who has it now: whoever stands there can be asked
    const isInOtherName = known.codeSays && seen.holder && seen.holder !== known.codeSays;
    return { ...verdict, isUnchecked, ...(isInOtherName && { otherName: seen.holder }) };
  }
  // without the signature only the list can be trusted
  if (isUnchecked) return { kind: "unknown", why: "not_on_list" };
  const ticket = { id: seen.ticketId, holder: seen.holder || null, kind: seen.kind, organization: null };
  if (seen.eventId !== door.eventId) return { kind: "other_event", ticket };
  if (door.direction === "out") return { kind: "let_out", ticket };
  return { kind: "let_in", ticket, isOffList: true, isUnchecked: false };
}

/** The verdict on a ticket chosen from the list. Who went out comes in again. */
export function verdictOfTicket(now: TicketNow, direction: Direction): Verdict {
  const { id, holder, kind, organization } = now;
  const ticket = { id, holder, kind, organization };
  const isInside = presenceOf(now) === "inside";
  if (direction === "out") return { kind: isInside ? "let_out" : "not_inside", ticket };
  if (isInside) return { kind: "already_in", ticket, since: now.checkedInAt };
  return { kind: "let_in", ticket, isOffList: now.isOffList, isUnchecked: false };
}
