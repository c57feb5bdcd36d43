import { accepted, type ParsedCell, rejected } from "./parsed-cell.ts";
import { oneLine } from "./text-cells.ts";
import { dateOfSerial } from "./xlsx-value.ts";

/** A time of day that spreadsheets put after a date: read over. */
const timeOfDay = /[T ]\d{1,2}[:.]\d{2}([:.]\d{2}([.,]\d+)?)?( ?Z|[+-]\d{2}:?\d{2})?$/;
const months = ["jan", "feb", "mar", "apr", "ma[iy]", "jun", "jul", "aug", "sep", "o[kc]t", "nov", "de[sc]"];
const monthNames = months.map((start) => new RegExp(`^${start}[a-z]*$`));

/** Five digits alone are a date cell that lost its format: 1954 to 2119. */
const earliestSerial = 20_000;
const latestSerial = 80_000;

/**
 * A date, the day before the month as in Norway: `17.05.2026`, `17.5.26`, `17/5/2026`, `17-5-2026`, `17. mai 2026`; or `2026-05-17`, `20260517`,
 * or the five digits of an Excel date (`46159`). A time of day after it is left out. Years of two digits are 1969 to 2068 (POSIX).
 */
export function dateCell(raw: string): ParsedCell<Temporal.PlainDate> {
  const text = oneLine(raw).replace(timeOfDay, "").toLowerCase();
  if (text === "") return rejected("empty");

  if (/^\d{5}$/.test(text)) {
    const serial = Number(text);
    return serial >= earliestSerial && serial <= latestSerial ? accepted(dateOfSerial(serial)) : rejected("not-a-date");
  }
  const yearFirst = text.match(/^(\d{4})([-./]?)(\d{2})\2(\d{2})$/) ?? text.match(/^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/);
  if (yearFirst) return calendarDate(Number(yearFirst[1]), Number(yearFirst[3]), Number(yearFirst[4]));

  const dayFirst = text.match(/^(\d{1,2}) ?([-./]) ?(\d{1,2}) ?\2 ?(\d{4}|\d{2})$/);
  if (dayFirst) return calendarDate(fullYear(dayFirst[4] ?? ""), Number(dayFirst[3]), Number(dayFirst[1]));

  const named = text.match(/^(\d{1,2})\.? ?([a-z]{3,})\.? ?(\d{4}|\d{2})$/);
  const month = monthNames.findIndex((name) => name.test(named?.[2] ?? "")) + 1;
  return named && month > 0 ? calendarDate(fullYear(named[3] ?? ""), month, Number(named[1])) : rejected("not-a-date");
}

function fullYear(digits: string): number {
  const year = Number(digits);
  if (digits.length === 4) return year;
  return year <= 68 ? 2000 + year : 1900 + year;
}

function calendarDate(year: number, month: number, day: number): ParsedCell<Temporal.PlainDate> {
  if (year < 1000) return rejected("not-a-date");
  try {
    return accepted(Temporal.PlainDate.from({ year, month, day }, { overflow: "reject" }));
  } catch (error) {
    if (error instanceof RangeError) return rejected("no-such-date");
    throw error;
  }
}
