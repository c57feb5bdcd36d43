import { isDay } from "../../../../platform/time/day.ts";
import { placeInMonth as placeOf, weekdayNames } from "../../series/day-of-month.ts";

/** How often the form can repeat a booking. */
export const repeats = ["weekly", "fortnightly", "monthly", "yearly"] as const;
export type Repeat = (typeof repeats)[number];

/** What the form says of a series, as texts; a last day goes before a count, and without both it has no end. */
export interface WrittenRepeat {
  repeat: string;
  times: string;
  lastDay: string;
  /** What is to become of times that cannot be had, by their start: "skip", or "startsAt endsAt resourceId" of another. */
  choices: Record<string, string>;
}

const choicePrefix = "at ";

export function readRepeat(given: URLSearchParams | FormData): WrittenRepeat {
  const choices = [...given.entries()].flatMap(([name, value]): [string, string][] =>
    name.startsWith(choicePrefix) ? [[name.slice(choicePrefix.length), String(value)]] : [],
  );
  return {
    repeat: String(given.get("repeat") ?? ""),
    times: String(given.get("times") ?? ""),
    lastDay: String(given.get("lastDay") ?? ""),
    choices: Object.fromEntries(choices),
  };
}

/** The name of the field in which one chooses for a time. */
export function choiceField(startsAt: string): string {
  return `${choicePrefix}${startsAt}`;
}

/** The recurrence rule of a form, undefined when it is one booking. What is written wrongly is left for the API to refuse. */
export function recurrenceOf(day: string, { repeat, times, lastDay }: WrittenRepeat): string | undefined {
  const frequencies: Record<string, string> = {
    weekly: "FREQ=WEEKLY",
    fortnightly: "FREQ=WEEKLY;INTERVAL=2",
    yearly: "FREQ=YEARLY",
    monthly: `FREQ=MONTHLY;BYDAY=${weekdayOfMonth(day)}`,
  };
  const frequency = frequencies[repeat];
  if (frequency === undefined) return undefined;
  if (lastDay !== "") return `${frequency};UNTIL=${isDay(lastDay) ? lastDay.replaceAll("-", "") : lastDay}`;
  return times === "" ? frequency : `${frequency};COUNT=${times}`;
}

/** Which weekday of its month a day is, as the recurrence counts it. */
export function placeInMonth(day: string): number {
  return placeOf(Temporal.PlainDate.from(day));
}

/** The exceptions that were chosen, as the API takes them. */
export function exceptionsOf({ choices }: WrittenRepeat) {
  return Object.entries(choices).map(([startsAt, choice]) => {
    const [from = "", until = "", resourceId = ""] = choice.split(" ");
    return { startsAt, movedTo: choice === "skip" ? null : { startsAt: from, endsAt: until, resourceId } };
  });
}

/** What was chosen for times that still cannot be had, when all are listed anew: what can be had now is not left out for what could not before. */
export function stillChosen({ choices }: WrittenRepeat, listed: readonly { startsAt: string; problem: unknown }[]) {
  const stopped = new Set(listed.filter(({ problem }) => problem !== null).map(({ startsAt }) => startsAt));
  return Object.fromEntries(Object.entries(choices).filter(([startsAt]) => stopped.has(startsAt)));
}

/** The time of the series a listed one stands for: itself, or the one that was to be had then instead. */
export function askedTime(startsAt: string, { choices }: WrittenRepeat): string {
  return Object.entries(choices).find(([, choice]) => choice.startsWith(`${startsAt} `))?.[0] ?? startsAt;
}

function weekdayOfMonth(day: string): string {
  return `${placeInMonth(day)}${weekdayNames[Temporal.PlainDate.from(day).dayOfWeek - 1]}`;
}
