import { longId, partsSaid } from "../../../interface/browser/door/signature.ts";

/** What a ticket's code says; it is believed only when its signature is genuine. */
export interface SeenTicket {
  keyId: string;
  ticketId: string;
  eventId: string;
  /** Given name and initial; empty while nobody is named. */
  holder: string;
  /** The kind of ticket. */
  kind: string;
}

/** The ticket in a scanned text, or undefined when it is none of ours. Says nothing about the signature. */
export function readTicket(text: string): SeenTicket | undefined {
  const said = partsSaid(text, 5);
  if (!said) return undefined;
  const [keyId, ticket, event, holder, kind] = said as [string, string, string, string, string];
  try {
    return { keyId, ticketId: longId(ticket), eventId: longId(event), holder, kind };
  } catch {
    return undefined;
  }
}

/** Whether the text is a pass for a guest day: another door than this. */
export function isPass(text: string): boolean {
  return partsSaid(text, 6) !== undefined;
}
