import type { DoorTicket } from "./door-ticket.ts";

/** The list in order of names, made ready to be searched with every letter that is typed. */
export interface Searchable {
  byId: ReadonlyMap<string, DoorTicket>;
  find(text: string, most: number): { hits: DoorTicket[]; count: number };
  /** Those that were scanned while somebody was in on them. */
  scannedTwice: readonly DoorTicket[];
  /** The ticket whose code was typed: letters large or small, with or without the space in the middle. */
  ofCode(text: string): DoorTicket | undefined;
}

/** Every word that is typed must be found in the name, the company or the code. */
export function searchable(tickets: readonly DoorTicket[]): Searchable {
  const texts = tickets.map(({ holder, organization, code }) => `${holder ?? ""} ${organization ?? ""} ${code}`.toLowerCase());
  const byCode = new Map(tickets.map((ticket) => [ticket.code, ticket]));
  const ofCode = (text: string) => byCode.get(text.replace(/[\s-]/g, "").toUpperCase());
  return {
    byId: new Map(tickets.map((ticket) => [ticket.id, ticket])),
    scannedTwice: tickets.filter(({ doubles }) => doubles.length > 0),
    ofCode,
    find(text, most) {
      const words = text.toLowerCase().split(/\s+/).filter(Boolean);
      const own = ofCode(text);
      if (own) return { hits: [own], count: 1 };
      if (words.length === 0) return { hits: tickets.slice(0, most), count: tickets.length };
      const hits: DoorTicket[] = [];
      let count = 0;
      for (const [place, ticket] of tickets.entries()) {
        if (!words.every((word) => texts[place]?.includes(word))) continue;
        count += 1;
        if (hits.length < most) hits.push(ticket);
      }
      return { hits, count };
    },
  };
}
