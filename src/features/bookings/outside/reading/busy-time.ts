/** A time another calendar says is taken, as it comes out of the thread that reads it: moments in milliseconds. */
export interface BusyTime {
  /** Stands for the event and which of its times this is: the same at every reading, and says nothing of what it is about. */
  key: string;
  from: number;
  until: number;
  title: string | null;
}

/** What is asked of a calendar. */
export interface Asked {
  /** Times that share a moment with this span, in milliseconds; what reaches beyond it is cut. */
  from: number;
  until: number;
  /** Of the house: days and clocks that name no zone are its own. */
  timeZone: string;
  /** The name our own feeds sign their events with: those are bookings here already. */
  ownHost: string;
  keepsTitles: boolean;
}

/** Why a calendar could not be read though it was there. */
export const calendarFaults = ["not_a_calendar", "too_much"] as const;
export type CalendarFault = (typeof calendarFaults)[number];

/** The times, or what is wrong, with what kind of error that was; never its message, which may hold what is in the calendar. */
export type CalendarReading = { kind: "times"; times: BusyTime[] } | { kind: "fault"; fault: CalendarFault; reason: string };

/** More than a room can have: a calendar that comes to this is not of one room, or means harm. */
export const mostTimes = 5_000;

/** Steps of recurrences that are counted through, those before the span too. */
export const mostSteps = 100_000;

const longestTitle = 200;

/** Thrown inside the reading when it would take too much. */
export class TooMuch extends Error {
  override name = "TooMuch";
}

/** A title in one line, no longer than ours are. */
export function titleFrom(text: string): string | null {
  const line = text.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ").trim();
  return line === "" ? null : line.slice(0, longestTitle).toWellFormed();
}
