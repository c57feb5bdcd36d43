import type { Problem } from "../../../../interface/api-client.ts";
import { SelectField } from "../../../../interface/components/choice-field.tsx";
import { DefaultButton } from "../../../../interface/components/default-button.tsx";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Faults } from "../../../../interface/components/faults.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { clock, money, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Occurrence } from "../../series/occurrence.ts";
import { Alternatives } from "../alternatives/alternatives.tsx";
import type { Alternatives as FoundAlternatives } from "../alternatives/load-alternatives.ts";
import { Attending } from "../attending/attending.tsx";
import { attendingWords } from "../attending/attending-words.ts";
import type { Booked } from "../day-plan.ts";
import { quarterTimes, type WrittenBooking } from "../draft.ts";
import type { DayData } from "../load-day.ts";
import { bookingFaults, bookingLabels } from "../refused-fields.ts";
import { describeWords } from "../series/describe-words.ts";
import { seriesWords } from "../series/series-words.ts";
import { waitingWords } from "../waiting/waiting-words.ts";
import { bookingWords } from "../words.ts";
import { DescribePart } from "./describe-part.tsx";
import { dayAndTimes } from "./occurrences.tsx";
import { Reason } from "./reason.tsx";
import { SeriesPart } from "./series-part.tsx";

type DetailsProps = {
  booking: Booked | undefined;
  day: DayData;
  path: string;
  written: WrittenBooking | undefined;
  problem: Problem | undefined;
  alternatives: FoundAlternatives | undefined;
  occurrences: Occurrence[] | undefined;
  language: Language;
};

/** The booking one looks at: what it is, another time for it, and giving it back. */
export function BookingDetails({ booking, day, path, written, problem, alternatives, occurrences, language }: DetailsProps) {
  const text = bookingWords[language];
  const closing = `${path}?day=${day.day}`;
  if (!booking) return null;
  const zoned = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(booking.timeZone);
  const { abilities } = booking;
  const times = quarterTimes.map((time) => ({ value: time, label: time }));
  // where another time or room is free instead, that is told with the refusal
  const isOfForm = abilities.move && written !== undefined && !alternatives && !occurrences;
  const faults = isOfForm ? bookingFaults(problem, language).filter(({ field }) => ["from", "to", "reason"].includes(field)) : [];
  return (
    <aside className="room panel" id="details" aria-labelledby="details-title">
      <h2 id="details-title">{booking.title ?? (booking.holder === null ? text.taken : booking.resource.name)}</h2>
      {faults.length > 0 && <ErrorSummary errors={faults} labels={bookingLabels(language)} language={language} />}
      {problem && faults.length === 0 && (
        <Notice kind="wrong" role="alert" title={problem.title}>
          {alternatives && (
            <>
              <Alternatives
                // what is taken around it holds its own time too
                found={{ ...alternatives, taken: null }}
                name={booking.resource.name}
                timeZone={booking.timeZone}
                people={String(booking.people ?? "")}
                title={booking.title ?? ""}
                moving={booking.id}
                language={language}
              />
              {alternatives.items.some(({ differs }) => differs !== "other_time") && (
                <p className="small">{attendingWords[language].another}</p>
              )}
            </>
          )}
          <p className="small">{text.kept}</p>
        </Notice>
      )}
      <dl className="facts">
        <dt>{text.room}</dt>
        <dd>{booking.resource.name}</dd>
        <dt>{text.from}</dt>
        <dd>
          {shortDay(zoned(booking.startsAt), language)} {clock(zoned(booking.startsAt))}–{clock(zoned(booking.endsAt))}
        </dd>
        {booking.people !== null && (
          <>
            <dt>{text.howMany}</dt>
            <dd>{booking.people}</dd>
          </>
        )}
        {booking.note && (
          <>
            <dt>{describeWords[language].note}</dt>
            <dd>{booking.note}</dd>
          </>
        )}
        {booking.holder && (
          <>
            <dt>{text.who}</dt>
            <dd>{booking.holder}</dd>
          </>
        )}
        {booking.checkedInAt && (
          <>
            <dt>{attendingWords[language].isIn}</dt>
            <dd>{clock(zoned(booking.checkedInAt))}</dd>
          </>
        )}
        {booking.priceOre !== null && (
          <>
            <dt>{text.price}</dt>
            <dd>{booking.priceOre === 0 ? text.free : money(booking.priceOre, language)}</dd>
          </>
        )}
        {booking.organization && (
          <>
            <dt>{text.paidBy}</dt>
            <dd>{booking.organization.name}</dd>
          </>
        )}
      </dl>
      <Attending booking={booking} day={day} path={path} language={language} />
      {(abilities.move || abilities.cancel || abilities.approve) && (
        <form method="post" action={`${path}?day=${day.day}&booking=${booking.id}#details`}>
          {abilities.move && <DefaultButton act="move" />}
          <input type="hidden" name="day" value={day.day} />
          <input type="hidden" name="timeZone" value={booking.timeZone} />
          <input type="hidden" name="booking" value={booking.id} />
          <input type="hidden" name="version" value={booking.version} />
          {booking.seriesId && (
            <SeriesPart series={day.series} isOpen={day.isSeriesOpen} path={path} scope={written?.scope ?? "this"} language={language} />
          )}
          {abilities.confirm && (
            <button type="submit" className="button lit" name="act" value="take">
              {waitingWords[language].take}
            </button>
          )}
          {abilities.approve && (
            <div className="pair">
              <button type="submit" className="button lit" name="act" value="approve">
                {text.approve}
              </button>
              <button type="submit" className="button" name="act" value="refuse">
                {text.refuse}
              </button>
            </div>
          )}
          {abilities.move && (
            <Faults faults={faults}>
              <div className="pair">
                <SelectField
                  name="from"
                  label={text.from}
                  language={language}
                  defaultValue={written?.from ?? clock(zoned(booking.startsAt))}
                  options={times}
                />
                <SelectField
                  name="to"
                  label={text.to}
                  language={language}
                  defaultValue={written?.to ?? clock(zoned(booking.endsAt))}
                  options={times}
                />
              </div>
              {day.isDesk && problem && <Reason problems={[problem]} value={written?.reason ?? ""} language={language} />}
              <button
                type="submit"
                className={abilities.approve || abilities.confirm || abilities.checkIn ? "button" : "button lit"}
                name="act"
                value="move"
              >
                {text.save}
              </button>
            </Faults>
          )}
          {occurrences && (
            <>
              <ul className="conflicts">
                {occurrences
                  .filter(({ problem: stands }) => stands !== null)
                  .map((one) => (
                    <li key={one.startsAt}>
                      {dayAndTimes(one, booking.timeZone, language)}. <span className="small soft">{one.problem?.title}</span>
                    </li>
                  ))}
              </ul>
              <button type="submit" className="button" name="act" value="moveRest">
                {seriesWords[language].moveRest}
              </button>
            </>
          )}
          {abilities.cancel && (
            <button type="submit" className="button quiet" name="act" value="cancel">
              {text.giveBack}
            </button>
          )}
        </form>
      )}
      <DescribePart booking={booking} day={day.day} path={path} language={language} />
      {abilities.cancel && booking.priceOre !== null && booking.priceOre > 0 && (
        <p className="fine soft">
          {text.cancelBy({ moment: `${shortDay(zoned(booking.cancelBy), language)} ${clock(zoned(booking.cancelBy))}` })}
        </p>
      )}
      <p>
        <a href={closing}>{text.close}</a>
      </p>
    </aside>
  );
}
