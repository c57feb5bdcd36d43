import type { CSSProperties } from "react";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { type Bar, type Booked, quartersTo, type Span } from "../day-plan.ts";
import { bookingWords } from "../words.ts";

/** The row as a strip, for the eye on a phone; the list beneath says the same. */
export function Strip({ bars, span }: { bars: Bar[]; span: Span }) {
  return (
    <div className="plan-strip" aria-hidden="true">
      {bars.map((bar) => (
        <i
          key={`${bar.kind} ${bar.key}`}
          className={`is-${bar.kind}`}
          style={{ left: `${(100 * bar.start) / span.quarters}%`, width: `${(100 * (bar.end - bar.start)) / span.quarters}%` }}
        />
      ))}
    </div>
  );
}

type BarProps = {
  bar: Bar;
  row: { name: string };
  day: string;
  selectedId?: string | undefined;
  span: Span;
  path: string;
  language: Language;
};

/** A bar with what it is about; one's own, and all to those at the desk, lead to it. */
export function BarItem({ bar, row, day, selectedId, span, path, language }: BarProps) {
  const text = bookingWords[language];
  const style = { "--start": Math.floor(bar.start) + 1, "--end": Math.ceil(bar.end) + 1 } as CSSProperties;
  if (bar.kind === "buffer") return <li className="bar is-buffer" style={style} aria-hidden="true" />;
  const { booking } = bar;
  if (!booking)
    return (
      <li className="bar is-draft" style={style}>
        <span className="inner">
          <span className="time">{timesOfBar(bar, span)}</span> <b>{text.newBooking}</b>
        </span>
      </li>
    );
  const query = new URLSearchParams({ day, booking: booking.id });
  const isSelected = selectedId === booking.id && bar.kind !== "part";
  const isMovable = booking.abilities.move && bar.kind !== "part" && isOnQuarters(bar, booking, span);
  return (
    <li
      className={`bar is-${bar.kind}${isSelected ? " is-selected" : ""}`}
      style={style}
      data-key={`${booking.id} ${booking.version} ${booking.state} ${bar.start} ${bar.end}`}
      {...(isMovable && { "data-booking": booking.id, "data-version": booking.version })}
    >
      <a href={`${path}?${query}#details`} aria-current={isSelected ? "true" : undefined}>
        <span className="time">{timesOfBar(bar, span)}</span> <b>{titleOf(booking, bar, row, language)}</b>
        {booking.holder && bar.kind !== "part" && <span className="who">{booking.holder}</span>}
        {bar.kind === "pending" && <span className="who note">{text.pending}</span>}
        {bar.kind === "held" && booking.heldUntil && (
          <span className="who note">{text.held({ until: shownTime(booking.heldUntil, span) })}</span>
        )}
      </a>
    </li>
  );
}

// what begins the day before or on another minute is changed by the form alone
function isOnQuarters(bar: Bar, { startsAt, endsAt }: Booked, span: Span): boolean {
  return (
    bar.start === quartersTo(startsAt, span) &&
    bar.end === quartersTo(endsAt, span) &&
    Number.isInteger(bar.start + bar.end) &&
    Number.isInteger(bar.start)
  );
}

function titleOf(booking: Booked, bar: Bar, row: { name: string }, language: Language): string {
  const text = bookingWords[language];
  if (bar.kind === "part") return text.partOfWhole({ name: booking.resource.name });
  if (booking.title) return booking.title;
  if (booking.kind === "maintenance") return text.maintenance;
  if (booking.kind === "outside") return text.outside;
  return booking.holder === null ? text.taken : (booking.title ?? row.name);
}

// most bars of a day begin and end where others do
const clocks = new WeakMap<Span, Map<number, string>>();

function timesOfBar(bar: Bar, span: Span): string {
  const known = clocks.get(span) ?? new Map<number, string>();
  clocks.set(span, known);
  const at = (quarter: number) => {
    const time = known.get(quarter) ?? briefTime(span.from.add({ minutes: Math.round(quarter * 15) }).toZonedDateTimeISO(span.timeZone));
    known.set(quarter, time);
    return time;
  };
  return `${at(bar.start)}–${at(bar.end)}`;
}

/** A moment as the clocks of the span show it. */
export function shownTime(moment: string, span: Span): string {
  return clock(Temporal.Instant.from(moment).toZonedDateTimeISO(span.timeZone));
}

// a bar of half an hour has room for "8:30", not for "08:30"
function briefTime({ hour, minute }: Temporal.ZonedDateTime): string {
  return minute === 0 ? String(hour) : `${hour}:${String(minute).padStart(2, "0")}`;
}
