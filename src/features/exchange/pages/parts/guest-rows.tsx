import { Door } from "../../../../interface/components/door.tsx";
import { Icon } from "../../../../interface/components/icon.tsx";
import { clock, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { type GuestState, guestState } from "../../host-phone/guest.ts";
import { hostWords } from "../words/host-words.ts";
import { GiveSeat, GiveSeatOnFullDay, hasSeatFor } from "./give-seat.tsx";
import type { Arrival, GuestDay } from "./guest-day.ts";

type RowsProps = { guests: readonly Arrival[]; day: GuestDay; action: string; language: Language };

/** Guests of a day as rows: how each stands, by door or icon and in words, and what can be done. */
export function GuestRows({ guests, ...shared }: RowsProps) {
  return (
    <ul className="lines guests">
      {guests.map((guest) => (
        <GuestRow key={guest.id} guest={guest} {...shared} />
      ))}
    </ul>
  );
}

/** The guests in the order of the list: those let in first, the latest on top; then those expected, who ask, who wait. */
export function inListOrder(items: readonly Arrival[]): Arrival[] {
  const places: Record<GuestState, number> = { in: 0, expected: 1, asks: 2, listed: 3, gone: 4 };
  return items.toSorted((a, b) => {
    const apart = places[guestState(a)] - places[guestState(b)];
    if (apart !== 0) return apart;
    if (a.checkedInAt && b.checkedInAt && a.state === "checked_in") return a.checkedInAt < b.checkedInAt ? 1 : -1;
    return (a.placeInLine ?? 0) - (b.placeInLine ?? 0) || a.holder.localeCompare(b.holder, "nb");
  });
}

function GuestRow({ guest, day, action, language }: { guest: Arrival } & Omit<RowsProps, "guests">) {
  const text = hostWords[language];
  const state = guestState(guest);
  return (
    <li
      id={`pass-${guest.id}`}
      data-pass={guest.id}
      data-state={state}
      data-holder={guest.holder}
      data-home={guest.home.name}
      data-code={guest.code}
      data-since={state === "in" ? guest.checkedInAt : undefined}
      data-done={guest.duties
        .filter(({ isDone }) => isDone)
        .map(({ id }) => id)
        .join(" ")}
    >
      <StateDrawing guest={guest} state={state} />
      <div>
        <b>{guest.holder}</b>
        <br />
        <span className="small soft">
          {guest.home.name}
          {guest.isFirstVisit && ` · ${text.firstVisit}`}
          {guest.priceOre > 0 && ` · ${text.costs(money(guest.priceOre, language))}`}
        </span>
        {guest.message && <p className="small">{guest.message}</p>}
      </div>
      <div className="end">
        <span className="small">{stateWords(guest, day.space.timeZone, language)}</span>
        {guest.abilities.checkIn && day.day === day.today && (
          <PassForm act="in" guest={guest} nonce={day.nonces[guest.id]} action={action}>
            <button className="button small" type="submit">
              {text.letIn} <span className="hidden">{guest.holder}</span>
            </button>
          </PassForm>
        )}
        {guest.abilities.undoCheckIn && (
          <PassForm act="out" guest={guest} nonce={day.nonces[guest.id]} action={action}>
            <button className="text-button small" type="submit">
              {text.undo} <span className="hidden">{guest.holder}</span>
            </button>
          </PassForm>
        )}
        {guest.abilities.giveSeat && hasSeatFor(guest, day) && <GiveSeat guest={guest} day={day} action={action} language={language} />}
      </div>
      {guest.abilities.giveSeat && !hasSeatFor(guest, day) && (
        <GiveSeatOnFullDay guest={guest} day={day} action={action} language={language} />
      )}
    </li>
  );
}

type PassFormProps = { act: string; guest: Pick<Arrival, "id">; nonce?: string | undefined; action: string; children: React.ReactNode };

/** A form that does one thing with one pass. */
export function PassForm({ act, guest, nonce, action, children }: PassFormProps) {
  return (
    <form method="post" action={action} data-act={act}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="pass" value={guest.id} />
      {nonce && <input type="hidden" name="nonce" value={nonce} />}
      {children}
    </form>
  );
}

function StateDrawing({ guest, state }: { guest: Arrival; state: GuestState }) {
  if (state === "in" || guest.state === "completed") return <Icon name="check" tone="good" />;
  if (state === "expected") return <Door state="open" />;
  return <Door state={state === "gone" ? "shut" : "ajar"} />;
}

function stateWords(guest: Arrival, timeZone: string, language: Language): string {
  const text = hostWords[language];
  const at = (moment: string | null) => (moment ? clock(Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone)) : "");
  switch (guest.state) {
    case "checked_in":
      return text.inSince(at(guest.checkedInAt));
    case "held":
      return text.expected;
    case "waiting":
      return guest.waitsFor === "host" ? text.asks : text.onList(guest.placeInLine ?? 1);
    case "offered":
      return text.offered(at(guest.offerExpiresAt));
    case "no_show":
      return text.noShow;
    default:
      return text.wasIn;
  }
}
