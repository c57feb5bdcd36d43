import { RadioField } from "../../../../interface/components/choice-field.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { giveWords } from "../words/give-words.ts";
import type { Arrival, GuestDay } from "./guest-day.ts";
import { PassForm } from "./guest-rows.tsx";

type Props = { guest: Arrival; day: GuestDay; action: string; language: Language };

/** Whether a seat is there for a guest who waits, without taking one from anybody. */
export function hasSeatFor({ state }: Pick<Arrival, "state">, { seats }: Pick<GuestDay, "seats">): boolean {
  return state === "offered" || (seats?.guestSeatsLeft ?? 0) > 0;
}

/** One tap: the guest has the seat and is in. */
export function GiveSeat({ guest, day, action, language }: Props) {
  return (
    <PassForm act="give" guest={guest} nonce={day.nonces[guest.id]} action={action}>
      <button className="button small" type="submit">
        {giveWords[language].give} <span className="hidden">{guest.holder}</span>
      </button>
    </PassForm>
  );
}

/** On a full day the host says which seat, and why. What was written stays when it did not go. */
export function GiveSeatOnFullDay({ guest, day, action, language }: Props) {
  const text = giveWords[language];
  const written = day.written?.of === guest.id ? day.written : undefined;
  const absent = day.items.filter(({ state }) => state === "held");
  const options = [
    { value: "add", label: text.addSeat, about: text.addSeatAbout },
    ...absent.map(({ id, holder, home }) => ({ value: id, label: text.insteadOf(holder), about: text.insteadOfAbout(home.name) })),
  ];
  return (
    <details className="give" open={written !== undefined}>
      <summary className="button small">
        {text.give} … <span className="hidden">{guest.holder}</span>
      </summary>
      <PassForm act="give" guest={guest} nonce={day.nonces[guest.id]} action={action}>
        <RadioField
          id={`how-${guest.id}`}
          name="how"
          label={text.full}
          options={options}
          defaultValue={written?.how ?? "add"}
          language={language}
        />
        <TextField
          id={`why-${guest.id}`}
          name="reason"
          label={text.reason}
          hint={text.reasonHint}
          maxLength={300}
          defaultValue={written?.reason}
          language={language}
        />
        <button className="button small" type="submit">
          {text.giveTo(guest.holder)}
        </button>
      </PassForm>
    </details>
  );
}
