import { oneOf } from "../../../../interface/form-values.ts";
import { number } from "../../../../interface/format.ts";
import { eventWords } from "../event-words.ts";
import type { ShownType } from "../load-event.ts";
import { Quantity } from "./quantity.tsx";
import type { TicketsProps } from "./tickets.tsx";

/** Joining the list: how many, whether fewer will do, what else would, and the number one gets. */
export function WaitBox({ type, tickets }: { type: ShownType; tickets: TicketsProps }) {
  const { event, written, shown, language } = tickets;
  const text = eventWords[language];
  const name = `wait-quantity-${type.id}`;
  const error = shown?.error.field === name ? shown.error.message : undefined;
  // what one can have in its stead costs the same
  const others = event.ticketTypes.filter(
    ({ id, left, priceOre, quotas }) => id !== type.id && left === 0 && priceOre === type.priceOre && quotas.join() !== type.quotas.join(),
  );
  const asked = shown?.soldOut === type.id ? oneOf(written, `quantity-${type.id}`) : "";
  // one more than could be had at once
  const chosen = oneOf(written, name) || asked || String(Math.min(type.mostPlaces, type.left + 1));
  // where some are left, the code stands with those
  const asksCode = type.needsCode && type.left === 0;
  return (
    <fieldset className="wait-box">
      <legend>{text.wait}</legend>
      {error && <p className="err">{error}</p>}
      <div className="wait-choices">
        <div>
          <span className="small" aria-hidden="true">
            {text.quantity}
          </span>
          <Quantity
            name={name}
            label={text.howManyWait({ type: type.name })}
            least={1}
            most={type.mostPlaces}
            chosen={chosen}
            isWrong={error !== undefined}
          />
        </div>
        <label className="agree">
          <input type="checkbox" name={`fewer-${type.id}`} defaultChecked={written[`fewer-${type.id}`] !== undefined} />
          <span>{text.acceptsFewer}</span>
        </label>
      </div>
      {others.length > 0 && (
        <fieldset className="wait-others">
          <legend className="small">{text.otherTypes}</legend>
          {others.map((other) => (
            <label key={other.id} className="agree">
              <input
                type="checkbox"
                name={`other-${type.id}`}
                value={other.id}
                defaultChecked={written[`other-${type.id}`]?.includes(other.id)}
              />
              <span>{other.name}</span>
            </label>
          ))}
        </fieldset>
      )}
      <p className="small">{text.yourNumber({ number: number(type.waiting + 1, language), hours: number(event.offerHours, language) })}</p>
      {asksCode && (
        <p>
          <label className="small" htmlFor={`code-${type.id}`}>
            {text.code({ type: type.name })}
          </label>{" "}
          <input id={`code-${type.id}`} name={`code-${type.id}`} className="w-s" autoComplete="off" maxLength={40} />
        </p>
      )}
      <button
        type="submit"
        className="button small"
        name="act"
        value={`wait:${type.id}`}
        aria-label={text.joinListFor({ type: type.name })}
      >
        {text.joinList}
      </button>
    </fieldset>
  );
}
