import Holidays from "date-holidays";

const norwegian = new Holidays("NO");
const daysOfYear = new Map<number, Map<string, string>>();

/** The twelve public holidays of Norway (lov om helligdager, and 1 and 17 May) that a day may be; Sundays are not among them. */
export function holidayName(day: string): string | undefined {
  return holidaysOf(Number(day.slice(0, 4))).get(day);
}

/** Whether the day (ISO) is a public holiday in Norway. */
export function isHoliday(day: string): boolean {
  return holidayName(day) !== undefined;
}

/** The public holidays of a year with their names, by day (ISO), earliest first. */
export function holidaysOf(year: number): Map<string, string> {
  const known =
    daysOfYear.get(year) ??
    new Map(
      norwegian
        .getHolidays(year, "no")
        .filter(({ type }) => type === "public")
        .map(({ date, name }) => [date.slice(0, 10), name]),
    );
  daysOfYear.set(year, known);
  return known;
}
