import { type Answered, ask } from "../../../../interface/browser/door/ask.ts";
import type { DoorTicket } from "../../door/door-ticket.ts";
import type { DoorAct } from "../../door/queue.ts";

/** What the server tells a door: all tickets, or those scanned since. */
export interface Arrivals {
  readAt: string;
  total: number;
  counts: Record<"invited" | "registered" | "checkedIn" | "inside" | "people" | "organizations", number>;
  items: DoorTicket[];
}

// a long list over a poor connection
const longPatience = 20_000;

/** Asks who may come in: everybody, or those scanned since a moment. */
export async function askArrivals(eventId: string, since?: string): Promise<Answered<Arrivals>> {
  const path = arrivalsPath(eventId) + (since === undefined ? "" : `?since=${encodeURIComponent(since)}`);
  const answered = await ask(path, "GET", since === undefined ? { milliseconds: longPatience } : {});
  if (answered.kind !== "ok") return answered;
  const body = (await answered.body.json().catch(() => undefined)) as Arrivals | undefined;
  return body ? { kind: "ok", body } : { kind: "away" };
}

export function arrivalsPath(eventId: string): string {
  return `/api/v1/events/${eventId}/arrivals`;
}

/** Sends what was done at the door. Sent twice it is one: the nonce tells. */
export async function sendAct(act: DoorAct, { eventId, door, language }: Record<"eventId" | "door" | "language", string>) {
  const { path, method, body } = requestOf(act, eventId);
  const answered = await ask(`${path}?language=${language}`, method, { body: { ...body, ...(act.kind !== "undo" && door && { door }) } });
  if (answered.kind !== "ok") return answered;
  const told = (await answered.body.json().catch(() => ({}))) as { isDouble?: boolean };
  return { kind: "ok" as const, body: { isDouble: told.isDouble === true } };
}

function requestOf(act: DoorAct, eventId: string): { path: string; method: "PUT" | "POST"; body: object } {
  const { nonce, scannedAt } = act;
  if (act.kind === "walk_in") {
    const { name, email, ticketTypeId } = act;
    return { path: arrivalsPath(eventId), method: "POST", body: { nonce, scannedAt, name, email, ticketTypeId } };
  }
  const ticket = `/api/v1/tickets/${act.ticket.id}`;
  if (act.kind === "undo") return { path: `${ticket}/check-in/undoing`, method: "PUT", body: { nonce } };
  return { path: `${ticket}/${act.kind === "check_in" ? "check-in" : "check-out"}`, method: "PUT", body: { nonce, scannedAt } };
}
