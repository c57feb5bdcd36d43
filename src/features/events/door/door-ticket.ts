/** Who comes on a ticket, as far as a phone at the door may know. */
export interface TicketHolder {
  id: string;
  /** The name; of a company's place nobody is named on, null. */
  holder: string | null;
  /** The kind of ticket. */
  kind: string;
  organization: string | null;
}

/** A ticket that is valid, as the server told it. */
export interface DoorTicket extends TicketHolder {
  code: string;
  /** The name its code says now; not there on a list an older page kept. */
  codeSays?: string;
  /** When somebody came in on it, ISO, and when they left; null when not. */
  checkedInAt: string | null;
  leftAt: string | null;
  /** All its check-ins, when it was scanned while somebody was in on it. */
  doubles: { scannedAt: string; door: string | null; isCounted: boolean }[];
}

/** inside: somebody is in on it. out: they came and left. expected: nobody has come. */
export type Presence = "inside" | "out" | "expected";

export function presenceOf({ checkedInAt, leftAt }: Pick<DoorTicket, "checkedInAt" | "leftAt">): Presence {
  if (checkedInAt === null) return "expected";
  return leftAt === null ? "inside" : "out";
}

/** What a holder is called at the door: by name, else by the company. */
export function nameOf({ holder, organization }: TicketHolder, unnamed: string): string {
  return holder || organization || unnamed;
}
