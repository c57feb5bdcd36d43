export interface Calendar {
  today: Temporal.PlainDate;
  /** Whether a day is a Norwegian public holiday. */
  isHoliday: (day: Temporal.PlainDate) => boolean;
}

/**
 * The day an expression stands for.
 * `2017-09-14` is itself; `-12`, `0`, `+3` count calendar days from today;
 * `workday+0` is today, or the next working day when today is none; `workday+3` the third working day after that;
 * `workday-1` the last working day before today. A working day is Monday to Friday and no public holiday.
 */
export function resolveDay(expression: string, calendar: Calendar): Temporal.PlainDate {
  if (/^\d{4}-/.test(expression)) return Temporal.PlainDate.from(expression);
  const offset = expression.match(/^(workday)?([+-]?\d+)$/);
  if (!offset) throw new Error(`Not a day: ${expression}`);
  const count = Number(offset[2]);
  return offset[1] ? workday(count, calendar) : calendar.today.add({ days: count });
}

/** The moment of `<day>T<HH:MM>` in a time zone, or of `now-40m`, `now+20h`. */
export function resolveMoment(expression: string, calendar: Calendar, now: Temporal.Instant, timeZone: string): Temporal.Instant {
  const fromNow = expression.match(/^now([+-]\d+)([mh])$/);
  if (fromNow) return now.add(fromNow[2] === "h" ? { hours: Number(fromNow[1]) } : { minutes: Number(fromNow[1]) });
  const [day = "", time = ""] = expression.split(/T(?=\d\d:\d\d$)/);
  return resolveDay(day, calendar)
    .toZonedDateTime({ timeZone, plainTime: Temporal.PlainTime.from(time) })
    .toInstant();
}

/** The later of two days. */
export function laterDay(one: Temporal.PlainDate, other: Temporal.PlainDate): Temporal.PlainDate {
  return Temporal.PlainDate.compare(one, other) >= 0 ? one : other;
}

export function isWorkday(day: Temporal.PlainDate, calendar: Calendar): boolean {
  return day.dayOfWeek <= 5 && !calendar.isHoliday(day);
}

function workday(count: number, calendar: Calendar): Temporal.PlainDate {
  const step = count < 0 ? -1 : 1;
  let day = count < 0 ? calendar.today.subtract({ days: 1 }) : calendar.today;
  let left = count < 0 ? -count - 1 : count;
  while (left > 0 || !isWorkday(day, calendar)) {
    if (isWorkday(day, calendar)) left -= 1;
    day = day.add({ days: step });
  }
  return day;
}
