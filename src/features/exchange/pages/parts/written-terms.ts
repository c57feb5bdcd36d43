import type { Language } from "../../../../platform/language/language.ts";
import { isDay } from "../../../../platform/time/day.ts";
import { weekdayName } from "../../../spaces/parts.ts";
import { termsWords } from "../words/terms-words.ts";

export interface Terms {
  /** Monday first. */
  seatsPerWeekday: number[];
  askFirst: boolean;
  closedDays: string[];
}

/** The form as it was written, so that nothing is lost when it cannot be saved. */
export interface WrittenTerms {
  seats: string[];
  askFirst: boolean;
  closedDays: string[];
  newDay: string;
  version: string;
}

export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const;

export function readWritten(form: FormData): WrittenTerms {
  return {
    seats: weekdays.map((weekday) => String(form.get(`seats-${weekday}`) ?? "").trim()),
    askFirst: form.get("askFirst") === "yes",
    closedDays: form.getAll("closed").map(String).filter(isDay),
    newDay: String(form.get("newDay") ?? "").trim(),
    version: String(form.get("version") ?? ""),
  };
}

/** What is saved, or what is wrong with what was written. */
export function termsOf(written: WrittenTerms, language: Language): { terms: Terms; errors: { field: string; message: string }[] } {
  const text = termsWords[language];
  const errors = weekdays.flatMap((weekday) => {
    const seats = written.seats[weekday - 1] ?? "";
    const isRight = /^\d{1,6}$/.test(seats) && Number(seats) <= 100_000;
    return isRight ? [] : [{ field: `seats-${weekday}`, message: text.wrongSeats(weekdayName(weekday, language)) }];
  });
  if (written.newDay !== "" && !isDay(written.newDay)) errors.push({ field: "newDay", message: text.wrongDay });
  return { terms: termsIn(written), errors };
}

/** The terms as they were written. */
export function termsIn({ seats, askFirst, closedDays, newDay }: WrittenTerms): Terms {
  const days = [...new Set([...closedDays, ...(isDay(newDay) ? [newDay] : [])])].toSorted();
  return { seatsPerWeekday: seats.map(Number), askFirst, closedDays: days };
}

/** The form as it stands when nobody has written in it. */
export function writtenOf({ seatsPerWeekday, askFirst, closedDays, version }: Terms & { version: number }): WrittenTerms {
  return { seats: seatsPerWeekday.map(String), askFirst, closedDays, newDay: "", version: `"${version}"` };
}

/** Weekdays with more guest seats than the house has desks: a slip of the hand, perhaps. A house of no desks has not said how many it has. */
export function weekdaysBeyondDesks({ seatsPerWeekday }: Pick<Terms, "seatsPerWeekday">, desks: number): number[] {
  return weekdays.filter((weekday) => desks > 0 && (seatsPerWeekday[weekday - 1] ?? 0) > desks);
}

/** The days that have more guests than the terms give seats. They are kept. */
export function daysBeyond(terms: Terms, ahead: readonly { day: string; guestSeats: number; guestSeatsLeft: number }[]): string[] {
  return ahead
    .filter(({ day, guestSeats, guestSeatsLeft }) => {
      const weekday = Temporal.PlainDate.from(day).dayOfWeek;
      const seats = terms.closedDays.includes(day) ? 0 : (terms.seatsPerWeekday[weekday - 1] ?? 0);
      return guestSeats - guestSeatsLeft > seats;
    })
    .map(({ day }) => day);
}
