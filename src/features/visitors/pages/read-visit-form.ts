import { isLanguage, type Language } from "../../../platform/language/language.ts";
import { isDay, momentOf } from "../../../platform/time/day.ts";

/** What the form about a visitor holds, as it was written. */
export interface WrittenVisit {
  name: string;
  organization: string;
  email: string;
  language: Language;
  day: string;
  time: string;
  booking: string;
  whom: string;
}

export function readVisitForm(form: FormData): WrittenVisit {
  const text = (name: string) => String(form.get(name) ?? "").trim();
  const language = text("language");
  return {
    name: text("name"),
    organization: text("organization"),
    email: text("email"),
    language: isLanguage(language) ? language : "nb",
    day: text("day"),
    time: text("time"),
    booking: text("booking"),
    whom: text("whom"),
  };
}

/** The moment a day and a time make on the clock of the house; undefined when they make none. */
export function momentIn({ day, time }: Pick<WrittenVisit, "day" | "time">, timeZone: string): string | undefined {
  if (!isDay(day) || !/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return undefined;
  return momentOf(day, time, timeZone).toString();
}

/** The API knows a moment, the form a day and a time: the fault is told at the one that is missing. */
export function atDayOrTime<Fault extends { field: string; message: string }>(
  faults: readonly Fault[],
  { day }: WrittenVisit,
  timeMissing: string,
) {
  return faults.map((fault) => (fault.field === "expectedAt" && isDay(day) ? { ...fault, field: "time", message: timeMissing } : fault));
}
