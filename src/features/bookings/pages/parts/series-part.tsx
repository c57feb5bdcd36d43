import { SelectField } from "../../../../interface/components/choice-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { scopes } from "../../series/occurrence.ts";
import type { Booked } from "../day-plan.ts";
import { seriesWords } from "../series/series-words.ts";
import { dayAndTimes } from "./occurrences.tsx";

type SeriesPartProps = { series: Booked[]; isOpen: boolean; path: string; scope: string; language: Language };

/** The series a booking is of, and what of it a change is about. */
export function SeriesPart({ series, isOpen, path, scope, language }: SeriesPartProps) {
  const text = seriesWords[language];
  const dayOf = ({ startsAt, timeZone }: Booked) => Temporal.Instant.from(startsAt).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return (
    <>
      <details className="dates">
        <summary>{text.partOf({ count: series.length })}</summary>
        <ol>
          {series.map((booking) => (
            <li key={booking.id}>
              <a href={`${path}?${new URLSearchParams({ day: dayOf(booking), booking: booking.id })}#details`}>
                {dayAndTimes(booking, booking.timeZone, language)}
              </a>
            </li>
          ))}
        </ol>
      </details>
      {isOpen && <p className="small">{text.open}</p>}
      <SelectField
        name="scope"
        label={text.scope}
        language={language}
        defaultValue={scope}
        options={scopes.map((value) => ({ value, label: text.scopes[value] }))}
      />
    </>
  );
}
