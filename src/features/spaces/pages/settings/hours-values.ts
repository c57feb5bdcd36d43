import type { WeekdayTime } from "../../opening.ts";
import { timesOf } from "../../opening.ts";
import { weekdays } from "../../opening-week.ts";
import type { Values } from "./values.ts";

/** A row of the week's form: an opening, or two empty fields. Midnight is written 00:00 at both ends. */
export type HoursRow = { name: string; opens: string; closes: string };

/** The fields of the week as stored. */
export function hoursValues(hours: readonly WeekdayTime[]): Values {
  return Object.fromEntries(
    weekdays.flatMap((weekday) =>
      timesOf(hours, weekday).flatMap(({ opens, closes }, place) => [
        [`${rowName(weekday, place)}-opens`, opens],
        [`${rowName(weekday, place)}-closes`, closes === "24:00" ? "00:00" : closes],
      ]),
    ),
  );
}

/** The rows of a weekday: those with something in them, an empty one when there is none, and one more when asked for. */
export function rowsOf(values: Values, weekday: number, isOneMore: boolean): HoursRow[] {
  const filled = Object.keys(values)
    .flatMap((name) => new RegExp(`^(hours-${weekday}-(\\d{1,2}))-opens$`).exec(name)?.slice(1, 2) ?? [])
    .map((name) => ({ opens: values[`${name}-opens`] ?? "", closes: values[`${name}-closes`] ?? "" }))
    .filter(({ opens, closes }) => opens || closes);
  const empty = { opens: "", closes: "" };
  const rows = filled.length === 0 || isOneMore ? [...filled, empty] : filled;
  return rows.map((row, place) => ({ name: rowName(weekday, place), ...row }));
}

/** The openings of the week as the API takes them, and the row each came from, so that an error finds its field. */
export function writtenHours(values: Values): { openingHours: WeekdayTime[]; rows: string[] } {
  const written = weekdays.flatMap((weekday) =>
    rowsOf(values, weekday, false)
      .filter(({ opens, closes }) => opens || closes)
      .map(({ name, opens, closes }) => ({ name, time: { weekday, opens, closes: closes === "00:00" ? "24:00" : closes } })),
  );
  return { openingHours: written.map(({ time }) => time), rows: written.map(({ name }) => name) };
}

function rowName(weekday: number, place: number): string {
  return `hours-${weekday}-${place}`;
}
