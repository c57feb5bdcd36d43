import { type AfterEvent, isWaiting, type Queued, queueBy } from "../../../interface/browser/door/queue.ts";
import type { TicketHolder } from "./door-ticket.ts";

/** What was done at the door of an event and the server has not heard of yet. */
export type DoorAct = TicketAct | WalkInNote;

/** Somebody let in or out on a ticket, or a check-in taken back. */
export interface TicketAct extends Queued {
  kind: "check_in" | "check_out" | "undo";
  ticket: TicketHolder;
  /** When it was done, ISO. */
  scannedAt: string;
  /** Let in by a genuine ticket that was not on the list this phone had. */
  isOffList: boolean;
}

/** Somebody without a ticket, written down at the door: whether there is a place for them is decided when it is sent. */
export interface WalkInNote extends Queued {
  kind: "walk_in";
  name: string;
  email: string;
  ticketTypeId: string;
  scannedAt: string;
}

/** The queue of a phone at the door of an event after something happened. */
export const afterEvent: AfterEvent<DoorAct> = queueBy({ withAct, isInVain });

/** What was done last on a ticket and is still to be sent. */
export function lastOf(queue: readonly DoorAct[], ticketId: string): TicketAct | undefined {
  return queue.filter((act) => act.kind !== "walk_in").findLast((act) => act.ticket.id === ticketId && isWaiting(act));
}

function withAct(queue: readonly DoorAct[], act: DoorAct): DoorAct[] {
  if (act.kind === "walk_in") return [...queue, act];
  const last = lastOf(queue, act.ticket.id);
  if (last?.kind === act.kind) return [...queue];
  // what was never sent is as if never done; what may have arrived is followed by its undoing
  if (act.kind === "undo" && last?.kind === "check_in" && last.tries === 0) return queue.filter((each) => each !== last);
  return [...queue, act];
}

// after a refused check-in nobody is there to be let out
function isInVain(later: DoorAct, refused: DoorAct): boolean {
  return refused.kind === "check_in" && (later.kind === "undo" || later.kind === "check_out") && later.ticket.id === refused.ticket.id;
}
