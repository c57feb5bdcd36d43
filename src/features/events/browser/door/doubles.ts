import { fill } from "../../../../interface/browser/door/fill.ts";
import { type DoorTicket, nameOf } from "../../door/door-ticket.ts";
import type { doorWords } from "../../door/words.ts";

type Words = (typeof doorWords)["nb"];

/** The tickets that were scanned at two doors, as the server knows them now. */
export function doublesSection(tickets: readonly DoorTicket[], words: Words, time: (moment: string) => string): Node[] {
  if (tickets.length === 0) return [];
  const section = fill("doubles");
  for (const ticket of tickets) {
    const name = nameOf(ticket, words.unnamed);
    const card = fill("double", { name, caption: words.doubleCaption(name) });
    card.dataset.double = ticket.id;
    card
      .querySelector("tbody")
      ?.append(
        ...ticket.doubles.map((scan) => rowOf([time(scan.scannedAt), scan.door ?? words.aDoor, scan.isCounted ? words.yes : words.no])),
      );
    section.insertBefore(card, section.lastElementChild);
  }
  return [section];
}

function rowOf(cells: readonly string[]): HTMLTableRowElement {
  const row = document.createElement("tr");
  for (const text of cells) row.insertCell().textContent = text;
  return row;
}
