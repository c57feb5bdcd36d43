import { type OutsideFailure, outsideFailures } from "../../../platform/outside/read-outside.ts";
import { type CalendarFault, calendarFaults } from "./reading/busy-time.ts";

/** Why a calendar could not be read the last time. */
export const readFailures = [...outsideFailures, ...calendarFaults] as const;
export type ReadFailure = OutsideFailure | CalendarFault;

/** How often a calendar that answers is read, and how long is waited at the most for one that does not. */
const everyMinutes = 15;
const mostMinutes = 12 * 60;

/** When a calendar is read next, after so many tries in a row that failed. */
export function nextReading(failures: number, at: Temporal.Instant): Temporal.Instant {
  return at.add({ minutes: Math.min(everyMinutes * 2 ** Math.min(failures, 10), mostMinutes) });
}

/** A calendar that says nothing has changed is unpacked anew all the same after this: the days ahead are others. */
export const unpackedAfterHours = 20;

/** How far back and ahead times are kept: somewhat further ahead than can be booked, so that no day is missing before the next reading. */
export function spanKept(at: Temporal.Instant, { timeZone, horizonDays }: { timeZone: string; horizonDays: number }) {
  const today = at.toZonedDateTimeISO(timeZone).startOfDay();
  return { from: today.subtract({ days: 31 }).toInstant(), until: today.add({ days: horizonDays + 3 }).toInstant() };
}

/** The address as people paste it: calendar programs write `webcal:` for what is read by https. */
export function addressFrom(pasted: string): string {
  return pasted.trim().replace(/^webcals?:/i, "https:");
}

/** What may be shown of an address: where it is, and nothing of the secret in it. */
export function maskedAddress(address: string): string {
  return `${URL.parse(address)?.host ?? ""}/…`;
}
