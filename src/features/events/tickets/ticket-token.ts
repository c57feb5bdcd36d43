import type { KeyObject } from "node:crypto";
import { bytesOf, cut, holderName, longId, type SigningKeys, shortId, signParts, verifiedParts } from "../../exchange/index.ts";

/** What a phone at the door may know of a ticket without a connection, and nothing more. */
export interface TicketProof {
  ticketId: string;
  eventId: string;
  /** Given name and initial, "Amina L."; empty while nobody is named. */
  holder: string;
  /** The kind of ticket. */
  kind: string;
}

export type SigningKey = Awaited<ReturnType<SigningKeys["current"]>>;

// bytes of the two texts, so that the token stays below 300
const [longestHolder, longestTexts] = [30, 80];

/** Signs a ticket for its QR code: key, ticket, event, holder and kind. A pass is signed for another purpose, and neither is the other. */
export function signTicket(
  ticket: { id: string; eventId: string; holderName: string | null; kind: string },
  { id, privateKey }: SigningKey,
): string {
  const holder = holderOnTicket(ticket.holderName);
  const kind = cut(ticket.kind, longestTexts - bytesOf(holder));
  return signParts("ticket:", [id, shortId(ticket.id), shortId(ticket.eventId), holder, kind], privateKey);
}

/** Who comes, as the code says it. */
export function holderOnTicket(name: string | null): string {
  return cut(holderName(name ?? ""), longestHolder);
}

/** What a ticket's token says, or undefined when it is not one of ours. `publicKey` finds a key by its id, retired ones too. */
export function verifyTicket(token: string, publicKey: (id: string) => KeyObject | undefined): TicketProof | undefined {
  const parts = verifiedParts("ticket:", token, 5, publicKey);
  if (!parts) return undefined;
  const [, ticket = "", event = "", holder = "", kind = ""] = parts;
  return { ticketId: longId(ticket), eventId: longId(event), holder, kind };
}
