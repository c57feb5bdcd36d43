import type { CSSProperties } from "react";
import { Icon } from "../../../../interface/components/icon.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { type Bar, barAt, barsOf, hoursOf, quartersTo, type Span, takenByHour } from "../day-plan.ts";
import { timesOf, type WrittenBooking } from "../draft.ts";
import { groups } from "../kind-groups.ts";
import type { DayData } from "../load-day.ts";
import { bookingWords } from "../words.ts";
import { BarItem, Strip, shownTime } from "./bars.tsx";
import { PoolHours } from "./pool-hours.tsx";

type PlanProps = { day: DayData; path: string; draft: WrittenBooking | undefined; language: Language };
type Resource = DayData["resources"][number];

/** So many hours have room for their names beside each other on a phone. */
const mostOnPhone = 14;

/** Everything of a house on one day: a row each, bars by the quarter hour. On a phone a strip for the eye and the same as a list. */
export function DayPlan({ day, path, draft, language }: PlanProps) {
  const text = bookingWords[language];
  const span: Span = { ...day.span, from: Temporal.Instant.from(day.span.from) };
  const hours = hoursOf(span);
  const now = quartersTo(day.now, span) / span.quarters;
  const shown = Object.entries(groups).map(([group, kinds]) => ({
    group: group as keyof typeof groups,
    rows: inOrder(day.resources.filter(({ kind }) => (kinds as readonly string[]).includes(kind))),
  }));
  return (
    <div
      className="day-plan"
      style={{ "--quarters": span.quarters, "--hours": span.quarters / 4 } as CSSProperties}
      tabIndex={-1}
      data-plan
      data-hours={hours.join(",")}
      data-day={day.day}
      data-path={path}
      data-time-zone={day.space.timeZone}
    >
      <div className={hours.length > mostOnPhone ? "plan-hours is-long" : "plan-hours"} aria-hidden="true">
        <span />
        {hours.map((hour, place) => (
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
  const { chosen } = day.whom ?? {};
  const query = new URLSearchParams({ day: day.day, resource: row.id, ...(chosen && { for: chosen.id }) });
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
        <PoolHours taken={takenByHour(row, day.booked, span)} places={row.places} hours={hoursOf(span)} language={language} />
      ) : (
        <>
          <Strip bars={[...bars, ...mine]} span={span} />
          <ol className="plan-bars" data-resource={day.isSignedIn ? row.id : undefined}>
            {[...bars, ...mine].map((bar) => (
              <BarItem
                key={`${bar.kind} ${bar.key}`}
                bar={bar}
                row={row}
                day={day.day}
                selectedId={day.selected?.id}
                span={span}
                path={path}
                language={language}
              />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}

function draftBar(day: DayData, draft: WrittenBooking, span: Span): Bar[] {
  const { startsAt, endsAt } = timesOf(day.day, draft, day.space.timeZone);
  return barAt("draft", "draft", startsAt, endsAt, span);
}

// a hall, then its rooms
function inOrder(rows: Resource[]): Resource[] {
  const within = (id: string): Resource[] => rows.filter(({ partOf }) => partOf === id).flatMap((part) => [part, ...within(part.id)]);
  const ids = new Set(rows.map(({ id }) => id));
  return rows.filter(({ partOf }) => partOf === null || !ids.has(partOf)).flatMap((whole) => [whole, ...within(whole.id)]);
}
