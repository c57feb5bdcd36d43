import { Notice } from "../../../../interface/components/notice.tsx";
import { capital, clockRange, inWords, inWordsFirst, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Alternative, Occurrence } from "../../series/occurrence.ts";
import { datesOf, type WrittenBooking } from "../draft.ts";
import { askedTime, choiceField, type WrittenRepeat } from "../series/repeat.ts";
import { seriesWords } from "../series/series-words.ts";

type OccurrencesProps = { occurrences: Occurrence[]; written: WrittenBooking; timeZone: string; language: Language };

/** Every date of a series that is not booked yet; for each that cannot be had, what is to become of it. */
export function Occurrences({ occurrences, written, timeZone, language }: OccurrencesProps) {
  const text = seriesWords[language];
  const conflicts = occurrences.filter(({ problem }) => problem !== null);
  const total = inWords(occurrences.length, language);
  const asked = new Set(conflicts.map(({ startsAt }) => askedTime(startsAt, written)));
  const title =
    conflicts.length === 0 ? text.allFree({ total }) : text.someNot({ conflicts: inWordsFirst(conflicts.length, language), total });
  return (
    <>
      <Notice kind={conflicts.length === 0 ? "good" : "care"} role={conflicts.length === 0 ? "status" : "alert"} title={title}>
        {conflicts.length > 0 && <p className="small">{text.nothingYet}</p>}
      </Notice>
      <input type="hidden" name="listed" value={datesOf(written)} />
      {Object.entries(written.choices).map(
        ([startsAt, choice]) => !asked.has(startsAt) && <input key={startsAt} type="hidden" name={choiceField(startsAt)} value={choice} />,
      )}
      <ol className="conflicts">
        {conflicts.map((occurrence) => (
          <Conflict key={occurrence.startsAt} occurrence={occurrence} written={written} timeZone={timeZone} language={language} />
        ))}
      </ol>
      <details className="dates">
        <summary>{text.dates}</summary>
        <ol>
          {occurrences.map(({ startsAt, endsAt, problem }) => (
            <li key={startsAt}>
              {dayAndTimes({ startsAt, endsAt }, timeZone, language)} <span className="soft">{problem ? problem.title : text.free}</span>
            </li>
          ))}
        </ol>
      </details>
      {conflicts.length > 0 && (
        <button type="submit" className="button lit" name="act" value="book">
          {text.bookChosen}
        </button>
      )}
    </>
  );
}

type ConflictProps = { occurrence: Occurrence; written: WrittenRepeat; timeZone: string; language: Language };

function Conflict({ occurrence, written, timeZone, language }: ConflictProps) {
  const text = seriesWords[language];
  const asked = askedTime(occurrence.startsAt, written);
  const label = (other: Alternative) =>
    other.resource.id === occurrence.resource.id
      ? text.insteadAt({ times: timesOnly(other, timeZone, language) })
      : text.insteadIn({ name: other.resource.name });
  return (
    <li>
      <label className="field">
        <span className="label">{dayAndTimes(occurrence, timeZone, language)}</span>
        <span className="small soft">{occurrence.problem?.title}</span>
        <select name={choiceField(asked)} defaultValue={written.choices[asked] ?? "skip"}>
          <option value="skip">{text.skip}</option>
          {occurrence.alternatives.map((other) => {
            const value = `${other.startsAt} ${other.endsAt} ${other.resource.id}`;
            return (
              <option key={value} value={value}>
                {label(other)}
              </option>
            );
          })}
        </select>
      </label>
    </li>
  );
}

type Times = { startsAt: string; endsAt: string };

/** "Tirsdag 8. desember 10–11" in the house's time. */
export function dayAndTimes(times: Times, timeZone: string, language: Language): string {
  const day = Temporal.Instant.from(times.startsAt).toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return `${capital(shortDay(day, language))} ${timesOnly(times, timeZone, language)}`;
}

function timesOnly({ startsAt, endsAt }: Times, timeZone: string, language: Language): string {
  const zoned = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(timeZone);
  return clockRange(zoned(startsAt), zoned(endsAt), language);
}
