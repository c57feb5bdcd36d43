import type { Problem } from "../../../interface/api-client.ts";
import { type Fault, faultsIn } from "../../../interface/faults-in.ts";
import type { Language } from "../../../platform/language/language.ts";
import { seriesWords } from "./series/series-words.ts";
import { bookingWords } from "./words.ts";

/** What the fields of the form of a booking are called, by their ids. */
export function bookingLabels(language: Language) {
  const { room: resource, from, to, what: title, howMany: people, reason } = bookingWords[language];
  const { repeat, times, lastDay } = seriesWords[language];
  return { resource, from, to, title, people, repeat, times, lastDay, reason };
}

/** Which field of a form with a room and two times the API's stand in, and which one a refusal is about. */
export const bookingFields: Readonly<Record<string, string>> = {
  startsAt: "from",
  endsAt: "to",
  recurrence: "repeat",
  overrideReason: "reason",
  "booking.others_wait": "reason",
  "booking.taken": "resource",
  "booking.out_of_use": "resource",
  "booking.not_for_you": "resource",
  "booking.needs_certification": "resource",
  "booking.past": "from",
  "booking.too_soon": "from",
  "booking.too_far": "from",
  "booking.wrong_step": "from",
  "booking.closed": "from",
  "booking.backwards": "to",
  "booking.too_short": "to",
  "booking.too_long": "to",
  "booking.week_used": "to",
  "booking.too_many": "people",
  "series.unreadable": "times",
  "series.endless": "times",
  "series.too_often": "times",
  "series.too_long": "times",
  "series.first_is_not_one": "repeat",
};

/** At which fields a booking was refused; none when it is about none of them. */
export function bookingFaults(problem: Problem | undefined, language: Language): Fault[] {
  return faultsIn(problem, bookingLabels(language), bookingFields);
}
