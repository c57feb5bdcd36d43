import { Door } from "../../../../interface/components/door.tsx";
import { inWordsFirst, list, money, number } from "../../../../interface/format.ts";
import { answerWords } from "../answer-words.ts";
import { momentInWords } from "../event-times.ts";
import { eventWords } from "../event-words.ts";
import type { ShownRegistration, ShownType } from "../load-event.ts";
import type { TicketsProps } from "./tickets.tsx";

type RowProps = { registration: ShownRegistration; type: ShownType /** There are questions to be answered first. */; asks: boolean } & Pick<
  TicketsProps,
  "path" | "today" | "language"
>;

/** What one has of a kind of ticket: places, a place on the list, or an offer to answer. */
export function OwnRow({ registration, type, asks, path, today, language }: RowProps) {
  const text = eventWords[language];
  const {
    id,
    state,
    quantity,
    isOffer,
    heldUntil,
    placeInLine,
    otherTypes,
    acceptsFewer,
    organization,
    event,
    awaitsApproval,
    priceOre,
    priceWithVatOre,
  } = registration;
  // who waits owes nothing yet: what a place costs is shown
  const owed = state === "waiting" ? type : { priceOre, priceWithVatOre };
  const ore = organization ? owed.priceOre : owed.priceWithVatOre;
  const until = heldUntil ? momentInWords(heldUntil, { timeZone: event.timeZone, today, language }) : "";
  const told = [text.places({ count: inWordsFirst(quantity, language), isOne: quantity === 1 }), organization?.name];
  return (
    <div className="ticket-row mine">
      <Door state={state === "confirmed" ? "open" : "ajar"} />
      <div>
        <b>{type.name}</b> <span className="ticket-tag">{isOffer ? text.offered : awaitsApproval ? text.asking : text.states[state]}</span>
        <p className="small">{told.filter(Boolean).join(" · ")}</p>
        {placeInLine !== null && (
          <p className="small">
            {text.inLine({ number: number(placeInLine, language) })}{" "}
            {otherTypes.length > 0 && text.takesAlso({ types: list(otherTypes, language) })}{" "}
            {acceptsFewer && quantity > 1 && text.takesFewer}
          </p>
        )}
        {heldUntil && (
          <p className="small">
            {awaitsApproval
              ? text.askingUntil({ moment: until })
              : isOffer
                ? text.offeredUntil({ moment: until })
                : text.heldUntil({ moment: until })}
          </p>
        )}
      </div>
      <b className="ticket-price">{ore === 0 ? text.free : money(ore, language)}</b>
      <div className="wait-box thin">
        {state === "held" && !awaitsApproval && asks && (
          <a
            className="button lit small"
            href={`${path}/registrations/${id}`}
            aria-label={`${answerWords[language].toAnswers}: ${type.name}`}
          >
            {answerWords[language].toAnswers}
          </a>
        )}
        {state === "held" && !awaitsApproval && !asks && (
          <button type="submit" className="button lit small" name="act" value={`confirm:${id}`} aria-label={`${text.take}: ${type.name}`}>
            {text.take}
          </button>
        )}
        {state === "held" && (
          <button type="submit" className="button small" name="act" value={`cancel:${id}`} aria-label={`${text.decline}: ${type.name}`}>
            {text.decline}
          </button>
        )}
        {state === "waiting" && (
          <button type="submit" className="text-button" name="act" value={`cancel:${id}`} aria-label={`${text.leave}: ${type.name}`}>
            {text.leave}
          </button>
        )}
        <a href={`${path}/registrations/${id}`} aria-label={`${state === "confirmed" ? text.seeTickets : text.see}: ${type.name}`}>
          {state === "confirmed" ? text.seeTickets : text.see}
        </a>
      </div>
    </div>
  );
}
