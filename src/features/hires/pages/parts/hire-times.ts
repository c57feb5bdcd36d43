import { capital, clock, clockRange, dayAndMonth, fullDay, longDay, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { ShownHire } from "../hire-action.ts";

type Timed = { startsAt: string; endsAt: string; space: Pick<ShownHire["space"], "timeZone"> };

/** "Torsdag 10. desember 17:00–21:00", with the year when it is another than today's. */
export function timesOf(hire: Timed, today: string, language: Language): string {
  const { from, until, isOneDay } = clocksOf(hire);
  const day = (at: Temporal.ZonedDateTime) => (isOfYear(at, today) ? longDay(at, language) : fullDay(at, language));
  return `${capital(day(from))} ${clock(from)}–${isOneDay ? "" : `${day(until)} `}${clock(until)}`;
}

/** "tor. 10. des. 17–21", for lists. */
export function shortTimesOf(hire: Timed, today: string, language: Language): string {
  const { from, until, isOneDay } = clocksOf(hire);
  const year = isOfYear(from, today) ? "" : ` ${from.year}`;
  const day = `${shortDay(from, language)}${year}`;
  return isOneDay ? `${day} ${clockRange(from, until, language)}` : `${day} – ${dayAndMonth(until, language)}`;
}

function clocksOf({ startsAt, endsAt, space }: Timed) {
  const at = (moment: string) => Temporal.Instant.from(moment).toZonedDateTimeISO(space.timeZone);
  const [from, until] = [at(startsAt), at(endsAt)];
  return { from, until, isOneDay: from.toPlainDate().equals(until.toPlainDate()) };
}

function isOfYear(at: Temporal.ZonedDateTime, today: string): boolean {
  return at.year === Temporal.PlainDate.from(today).year;
}
