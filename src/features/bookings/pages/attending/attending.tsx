import { CheckboxField } from "../../../../interface/components/choice-field.tsx";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Booked } from "../day-plan.ts";
import { attendingWords } from "./attending-words.ts";

type AttendingProps = { booking: Booked; day: { day: string; now: string; isDesk: boolean }; path: string; language: Language };

/** Checking in to a booking, by when, and whether its title may be read on the screens of the house. */
export function Attending({ booking, day, path, language }: AttendingProps) {
  const text = attendingWords[language];
  const isOver = booking.endsAt <= day.now || booking.state === "cancelled";
  const isTitled = booking.title !== null && booking.kind === "booking" && (booking.isMine || day.isDesk);
  if (isOver || !(booking.abilities.checkIn || booking.checkInBy || isTitled)) return null;
  const at = (moment: string) => clock(Temporal.Instant.from(moment).toZonedDateTimeISO(booking.timeZone));
  const mustCome =
    booking.checkInBy !== null && booking.checkedInAt === null && booking.state === "confirmed" && day.now < booking.checkInBy;
  return (
    <form className="attending" method="post" action={`${path}?day=${day.day}&booking=${booking.id}#details`}>
      <input type="hidden" name="day" value={day.day} />
      <input type="hidden" name="timeZone" value={booking.timeZone} />
      <input type="hidden" name="booking" value={booking.id} />
      {mustCome && <p className="small">{text.checkInBy({ time: at(booking.checkInBy ?? "") })}</p>}
      {booking.abilities.checkIn && (
        <button type="submit" className="button lit" name="act" value="checkIn">
          {text.checkIn}
        </button>
      )}
      {isTitled && (
        <>
          <CheckboxField name="shown" hint={text.showTitleAbout} defaultChecked={booking.showsTitle} language={language}>
            {text.showTitle}
          </CheckboxField>
          <button type="submit" className="button small" name="act" value="title">
            {text.save}
          </button>
        </>
      )}
    </form>
  );
}
