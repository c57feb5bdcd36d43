import { Door } from "../../../../interface/components/door.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf } from "../../../../interface/form-values.ts";
import { inWords, inWordsFirst, money, number } from "../../../../interface/format.ts";
import { momentInWords } from "../event-times.ts";
import { eventWords } from "../event-words.ts";
import type { ShownType } from "../load-event.ts";
import { saleOf } from "../sale-of.ts";
import { Quantity } from "./quantity.tsx";
import { isToQueue, type TicketsProps } from "./tickets.tsx";
import { WaitBox } from "./wait-box.tsx";

type RowProps = { type: ShownType /** The first one can take: one of it is chosen beforehand. */; isFirst: boolean; tickets: TicketsProps };

/** A kind of ticket nobody has taken yet who reads this: its price, how many, and the list when there are none left. */
export function TicketRow({ type, isFirst, tickets }: RowProps) {
  const { event, payers, written, shown, now, today, language } = tickets;
  const text = eventWords[language];
  const sale = saleOf(type, now);
  const isOpen = event.abilities.register && sale === "open";
  const isSoldOut = type.left === 0;
  const name = `quantity-${type.id}`;
  const when = (at: string) => momentInWords(at, { timeZone: event.timeZone, today, language });
  const error = shown?.error.field === name ? shown.error.message : undefined;
  const codeError = shown?.error.field === `code-${type.id}` ? shown.error.message : undefined;
  const isWaiting = isOpen && (isSoldOut || shown?.soldOut === type.id);
  const isTaking = isOpen && !isSoldOut && !isToQueue(tickets);
  return (
    <div className={isSoldOut ? "ticket-row sold" : "ticket-row"}>
      <Door state={!isOpen ? "closed" : isSoldOut ? "shut" : "open"} />
      <div>
        <b>{type.name}</b> {isSoldOut && <span className="ticket-tag">{text.soldOut}</span>}
        {!isSoldOut && sale !== "open" && <span className="ticket-tag">{sale === "over" ? text.closed : text.notYet}</span>}
        {isSoldOut && (
          <p className="small">
            {type.waiting === 0
              ? text.nobodyWaits
              : text.waitingCount({ count: inWordsFirst(type.waiting, language), isOne: type.waiting === 1 })}
          </p>
        )}
        {type.memberPriceOre !== null && (
          <p className="small soft">
            {text.member}: {priceIn(type.memberPriceWithVatOre ?? 0)}. {text.memberAbout}.
          </p>
        )}
        {sale === "not yet" && type.opensAt && <p className="small soft">{text.opens({ moment: when(type.opensAt) })}</p>}
        {sale === "open" && type.closesAt && <p className="small soft">{text.closes({ moment: when(type.closesAt) })}</p>}
        {type.needsCode && !isTaking && <p className="small soft">{text.needsCode}</p>}
      </div>
      <div className="ticket-price">
        <b>{priceIn(type.priceWithVatOre)}</b>
        {payers.length > 0 && type.priceWithVatOre > type.priceOre && (
          <p className="small soft">{text.withoutVat({ price: money(type.priceOre, language) })}</p>
        )}
      </div>
      {isTaking && (
        <div className="ticket-quantity">
          <Quantity
            name={name}
            label={text.howMany({ type: type.name })}
            least={0}
            most={Math.min(type.mostPlaces, type.left)}
            chosen={oneOf(written, name) || (isFirst ? "1" : "0")}
            isWrong={error !== undefined}
          />
        </div>
      )}
      {error && <p className="ticket-wide err">{shown?.soldOut ? text.tooFew({ left: number(type.left, language) }) : error}</p>}
      {isTaking && type.needsCode && (
        <div className="ticket-wide">
          <TextField
            name={`code-${type.id}`}
            label={text.code({ type: type.name })}
            defaultValue={oneOf(written, `code-${type.id}`)}
            isOptional
            autoComplete="off"
            maxLength={40}
            width="s"
            {...(codeError && { error: codeError })}
            language={language}
          />
        </div>
      )}
      {isWaiting && <WaitBox type={type} tickets={tickets} />}
      {isTaking && !isWaiting && type.left < type.mostPlaces && (
        <details className="ticket-wide" open={shown?.error.field === `wait-${name}`}>
          <summary>{text.needsMore({ left: inWords(type.left, language) })}</summary>
          <WaitBox type={type} tickets={tickets} />
        </details>
      )}
    </div>
  );

  function priceIn(ore: number): string {
    return ore === 0 ? text.free : money(ore, language);
  }
}
