import { money, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { eventWords } from "../event-words.ts";
import type { ShownRegistration } from "../load-event.ts";
import { placeWords } from "./place-words.ts";

/** The places somebody has, each with who comes on it and the way to give it back alone. */
export function OwnTickets({ registration, language }: { registration: ShownRegistration; language: Language }) {
  const [text, own] = [eventWords[language], placeWords[language]];
  const { tickets, ticketType, abilities, lateCancelOfPlaceOre } = registration;
  return (
    <ol className="event-tickets">
      {tickets.map((ticket, index) => {
        const holder = ticket.holder ?? text.nameLater;
        return (
          <li key={ticket.id} className="lit-room">
            <span className="small soft">{ticketType.name}</span>
            <b>{ticket.token ? <a href={`/${language}/tickets/${ticket.token}`}>{holder}</a> : holder}</b>
            {ticket.holderEmail && <span className="small">{ticket.holderEmail}</span>}
            <span>
              <span className="small soft">{text.code1}</span> <code>{ticket.code}</code>
            </span>
            {ticket.isUsed && <span className="small">{own.hasCome}</span>}
            {abilities.nameHolders && tickets.length > 1 && !ticket.isUsed && (
              <details>
                <summary>
                  {own.giveBack}
                  <span className="hidden">{`: ${own.place({ number: number(index + 1, language) })}, ${holder}`}</span>
                </summary>
                <form method="post" className="form">
                  <p className="small">{own.giveBackAbout}</p>
                  {lateCancelOfPlaceOre > 0 && <p className="small">{own.costsNow({ price: money(lateCancelOfPlaceOre, language) })}</p>}
                  <input type="hidden" name="ticket" value={ticket.id} />
                  <p>
                    <button type="submit" className="button small" name="act" value="return">
                      {own.giveBack}
                    </button>
                  </p>
                </form>
              </details>
            )}
          </li>
        );
      })}
    </ol>
  );
}
