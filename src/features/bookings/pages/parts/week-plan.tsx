import type { CSSProperties } from "react";
import { Icon } from "../../../../interface/components/icon.tsx";
import { capital, longDay, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { barsOf, hoursOf, type Span, takenByHour } from "../day-plan.ts";
import type { PeriodData } from "../load-period.ts";
import { alignedSpans, bookedOn } from "../period.ts";
import { periodWords } from "../period-words.ts";
import { BarItem, Strip } from "./bars.tsx";
import { Legend } from "./legend.tsx";
import { PoolHours } from "./pool-hours.tsx";

type WeekProps = { period: PeriodData; resource: NonNullable<PeriodData["resource"]>; path: string; language: Language };

/** A week of one room: its days below each other by the same hours. On a phone a strip and a list each. */
export function WeekPlan({ period, resource, path, language }: WeekProps) {
  const { timeZone } = period.space;
  const days = period.days.map((each) => ({ ...each, booked: bookedOn(each.day, period.booked, timeZone) }));
  const spans = alignedSpans(days, timeZone);
  const [first] = spans;
  if (!first) return null;
  return (
    <>
      <div className="day-plan" style={{ "--quarters": first.quarters, "--hours": first.quarters / 4 } as CSSProperties}>
        <div className="plan-hours" aria-hidden="true">
          <span />
          {hoursOf(first).map((hour) => (
            <span key={hour}>{hour}</span>
          ))}
        </div>
        {days.map((each, place) => (
          <DayRow
            key={each.day}
            each={each}
            span={spans[place] ?? first}
            period={period}
            resource={resource}
            path={path}
            language={language}
          />
        ))}
      </div>
      <Legend language={language} />
    </>
  );
}

type DayRowProps = WeekProps & { each: PeriodData["days"][number] & { booked: PeriodData["booked"] }; span: Span };

function DayRow({ each: { day, state, booked }, span, period, resource, path, language }: DayRowProps) {
  const text = periodWords[language];
  const bars = resource.places > 1 ? [] : barsOf(resource, period.resources, booked, span);
  const query = new URLSearchParams({ day, resource: resource.id });
  return (
    <section className="plan-row" aria-label={longDay(day, language)}>
      <div className="plan-head">
        <h2 className={day === period.today ? "h3 is-today" : "h3"}>
          <a href={`${path}?day=${day}`}>{capital(shortDay(day, language))}</a>
          {state !== "open" && <span className="cap">{text[state]}</span>}
        </h2>
        {period.isSignedIn && (
          <a className="plan-add" href={`${path}?${query}#new`}>
            <Icon name="plus" />
            <span className="hidden">{text.bookOn({ day: longDay(day, language) })}</span>
          </a>
        )}
      </div>
      {resource.places > 1 ? (
        <PoolHours taken={takenByHour(resource, booked, span)} places={resource.places} hours={hoursOf(span)} language={language} />
      ) : (
        <>
          <Strip bars={bars} span={span} />
          <ol className="plan-bars">
            {bars.map((bar) => (
              <BarItem key={`${bar.kind} ${bar.key}`} bar={bar} row={resource} day={day} span={span} path={path} language={language} />
            ))}
          </ol>
        </>
      )}
    </section>
  );
}
