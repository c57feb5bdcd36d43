import { clock, dateWithYear, list } from "../../../interface/format.ts";
import { words } from "../../../interface/messages.ts";
import type { Language } from "../../../platform/language/language.ts";

const moment = /^\d{4}-\d\d-\d\dT/;
const day = /^\d{4}-\d\d-\d\d$/;

/** A value of an export as people read it: moments by the clock in Norway, days written out, lists with commas. */
export function shownValue(value: unknown, language: Language): string {
  if (value === null || value === undefined || value === "") return "–";
  if (typeof value === "boolean") return value ? words[language].yes : words[language].no;
  if (Array.isArray(value)) return value.length === 0 ? "–" : list(value.map(String), language);
  if (typeof value !== "string") return typeof value === "number" ? String(value) : JSON.stringify(value);
  if (day.test(value)) return dateWithYear(value, language);
  if (!moment.test(value)) return value;
  const there = Temporal.Instant.from(value).toZonedDateTimeISO("Europe/Oslo");
  return `${dateWithYear(there, language)} ${clock(there)}`;
}
