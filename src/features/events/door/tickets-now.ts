import { toBeSent } from "../../../interface/browser/door/queue.ts";
import { type DoorTicket, presenceOf } from "./door-ticket.ts";
import type { DoorAct, TicketAct } from "./queue.ts";

/**
 * A ticket with what this phone has done on top of the list. `isOwnWord`: how it stands is this phone's word, not the list's.
 * `sendsLater`: and the server has not heard it.
 */
export type TicketNow = DoorTicket & { isOwnWord: boolean; sendsLater: boolean; isOffList: boolean };

/** The tickets this phone did something with: what has arrived since the list was read, then the queue. By the ticket's id. */
export function ownWords(
  list: ReadonlyMap<string, DoorTicket>,
  arrived: readonly DoorAct[],
  queue: readonly DoorAct[],
): Map<string, TicketNow> {
  const now = new Map<string, TicketNow>();
  for (const act of arrived) put(act, false);
  for (const act of toBeSent(queue)) put(act, true);
  return now;

  function put(act: DoorAct, sendsLater: boolean): void {
    if (act.kind === "walk_in") return;
    const { ticket, isOffList } = act;
    const before = now.get(ticket.id) ?? list.get(ticket.id) ?? { ...ticket, code: "", checkedInAt: null, leftAt: null, doubles: [] };
    now.set(ticket.id, {
      ...after(before, act, list.get(ticket.id)),
      isOwnWord: true,
      sendsLater,
      isOffList: isOffList && !list.has(ticket.id),
    });
  }
}

/** How a ticket stands, of the list or by this phone's own word. */
export function ticketNow(id: string, list: ReadonlyMap<string, DoorTicket>, own: ReadonlyMap<string, TicketNow>): TicketNow | undefined {
  const listed = list.get(id);
  return own.get(id) ?? (listed && { ...listed, isOwnWord: false, sendsLater: false, isOffList: false });
}

/** How many more are inside, and came, than the server counted. */
export function apartFromCounts(list: ReadonlyMap<string, DoorTicket>, own: ReadonlyMap<string, TicketNow>) {
  let [inside, checkedIn] = [0, 0];
  for (const ticket of own.values()) {
    const before = list.get(ticket.id);
    inside += isIn(ticket) - (before ? isIn(before) : 0);
    checkedIn += came(ticket) - (before ? came(before) : 0);
  }
  return { inside, checkedIn };
}

function after(ticket: DoorTicket, act: TicketAct, listed: DoorTicket | undefined): DoorTicket {
  const isInside = presenceOf(ticket) === "inside";
  if (act.kind === "check_in") return isInside ? ticket : { ...ticket, checkedInAt: act.scannedAt, leftAt: null };
  if (act.kind === "check_out") return isInside ? { ...ticket, leftAt: act.scannedAt } : ticket;
  // who had gone out came before: it is the second coming that is taken back
  const before = listed && presenceOf(listed) === "out" ? listed : { checkedInAt: null, leftAt: null };
  return { ...ticket, checkedInAt: before.checkedInAt, leftAt: before.leftAt };
}

function isIn(ticket: DoorTicket): number {
  return presenceOf(ticket) === "inside" ? 1 : 0;
}

function came({ checkedInAt }: DoorTicket): number {
  return checkedInAt === null ? 0 : 1;
}
