import type { CSSProperties } from "react";
import { Icon } from "../../../../interface/components/icon.tsx";
import { clock } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { type Bar, type Booked, barAt, barsOf, hoursOf, quartersTo, type Span, takenByHour } from "../day-plan.ts";
import { timesOf, type WrittenBooking } from "../draft.ts";
import type { DayData } from "../load-day.ts";
import { bookingWords } from "../words.ts";

const groups = {
  meeting_room: ["meeting_room"],
  hall: ["auditorium", "training_centre"],
  office: ["office", "studio"],
  machine: ["machine", "equipment"],
  desk: ["desk", "desk_pool"],
} as const;

type PlanProps = { day: DayData; path: string; draft: WrittenBooking | undefined; language: Language };
type Resource = DayData["resources"][number];

/** Everything of a house on one day: a row each, bars by the quarter hour. On a phone a strip for the eye and the same as a list. */
export function DayPlan({ day, path, draft, language }: PlanProps) {
  const text = bookingWords[language];
  const span: Span = { ...day.span, from: Temporal.Instant.from(day.span.from) };
  const now = quartersTo(day.now, span) / span.quarters;
  const shown = Object.entries(groups).map(([group, kinds]) => ({
    group: group as keyof typeof groups,
    rows: inOrder(day.resources.filter(({ kind }) => (kinds as readonly string[]).includes(kind))),
  }));
  return (
    <div className="day-plan" style={{ "--quarters": span.quarters, "--hours": span.quarters / 4 } as CSSProperties}>
      <div className="plan-hours" aria-hidden="true">
        <span />
        {hoursOf(span).map((hour, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name on a night that has one twice
          <span key={place}>{hour}</span>
        ))}
      </div>
      {shown.map(
        ({ group, rows }) =>
          rows.length > 0 && (
            <div key={group}>
              <h2 className="plan-group">{text.groups[group]}</h2>
              {rows.map((row) => (
                <ResourceRow key={row.id} row={row} day={day} span={span} path={path} draft={draft} language={language} />
              ))}
            </div>
          ),
      )}
      {day.day === day.today && now > 0 && now < 1 && (
        <div className="plan-now" aria-hidden="true" style={{ "--at": now } as CSSProperties}>
          <span>{shownTime(day.now, span)}</span>
        </div>
      )}
    </div>
  );
}

type RowProps = { row: Resource; day: DayData; span: Span; path: string; draft: WrittenBooking | undefined; language: Language };

function ResourceRow({ row, day, span, path, draft, language }: RowProps) {
  const text = bookingWords[language];
  const isPool = row.places > 1;
  const bars = isPool ? [] : barsOf(row, day.resources, day.booked, span);
  const mine = draft?.resource === row.id ? draftBar(day, draft, span) : [];
  const query = new URLSearchParams({ day: day.day, resource: row.id });
  return (
    <section className={row.partOf ? "plan-row is-part" : "plan-row"} aria-label={row.name}>
      <div className="plan-head">
        <h3>
          {row.name} <span className="cap">{isPool ? text.places({ count: row.places }) : text.people({ count: row.capacity })}</span>
        </h3>
        {day.isSignedIn && (
          <a className="plan-add" href={`${path}?${query}#new`}>
            <Icon name="plus" />
            <span className="hidden">{text.bookIn({ name: row.name })}</span>
          </a>
        )}
      </div>
      {isPool ? (
        <PoolHours row={row} day={day} span={span} language={language} />
      ) : (
        <>
          <Strip bars={[...bars, ...mine]} span={span} />
          <ol className="plan-bars">
            {[...bars, ...mine].map((bar) => (
              <BarItem key={`${bar.kind} ${bar.key}`} bar={bar} row={row} day={day} span={span} path={path} language={language} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function PoolHours({ row, day, span, language }: { row: Resource; day: DayData; span: Span; language: Language }) {
  const text = bookingWords[language];
  const hours = hoursOf(span);
  return (
    <ol className="plan-fill" aria-label={text.takenPerHour}>
      {takenByHour(row, day.booked, span).map((taken, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name on a night that has one twice
        <li key={place} style={{ "--share": taken / row.places } as CSSProperties}>
          <span className="hidden">{text.at({ hour: hours[place] ?? "" })}</span>
          <b>{taken}</b>
        </li>
      ))}
    </ol>
  );
}

// the row as a strip, for the eye on a phone; the list beneath says the same
function Strip({ bars, span }: { bars: Bar[]; span: Span }) {
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

type BarProps = { bar: Bar; row: Resource; day: DayData; span: Span; path: string; language: Language };

function BarItem({ bar, row, day, span, path, language }: BarProps) {
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
  const query = new URLSearchParams({ day: day.day, booking: booking.id });
  const isSelected = day.selected?.id === booking.id && bar.kind !== "part";
  return (
    <li className={`bar is-${bar.kind}${isSelected ? " is-selected" : ""}`} style={style}>
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

function titleOf(booking: Booked, bar: Bar, row: Resource, language: Language): string {
  const text = bookingWords[language];
  if (bar.kind === "part") return text.partOfWhole({ name: booking.resource.name });
  if (booking.title) return booking.title;
  if (booking.kind === "maintenance") return text.maintenance;
  if (booking.kind === "outside") return text.outside;
  return booking.holder === null ? text.taken : (booking.title ?? row.name);
}

function draftBar(day: DayData, draft: WrittenBooking, span: Span): Bar[] {
  const { startsAt, endsAt } = timesOf(day.day, draft, day.space.timeZone);
  return barAt("draft", "draft", startsAt, endsAt, span);
}

function timesOfBar(bar: Bar, span: Span): string {
  const at = (quarter: number) => briefTime(span.from.add({ minutes: Math.round(quarter * 15) }).toZonedDateTimeISO(span.timeZone));
  return `${at(bar.start)}–${at(bar.end)}`;
}

function shownTime(moment: string, span: Span): string {
  return clock(Temporal.Instant.from(moment).toZonedDateTimeISO(span.timeZone));
}

// a bar of half an hour has room for "8:30", not for "08:30"
function briefTime({ hour, minute }: Temporal.ZonedDateTime): string {
  return minute === 0 ? String(hour) : `${hour}:${String(minute).padStart(2, "0")}`;
}

// a hall, then its rooms
function inOrder(rows: Resource[]): Resource[] {
  const within = (id: string): Resource[] => rows.filter(({ partOf }) => partOf === id).flatMap((part) => [part, ...within(part.id)]);
  const ids = new Set(rows.map(({ id }) => id));
  return rows.filter(({ partOf }) => partOf === null || !ids.has(partOf)).flatMap((whole) => [whole, ...within(whole.id)]);
}
