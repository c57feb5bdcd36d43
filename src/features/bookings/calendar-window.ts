import { requestRefusals } from "../../platform/http/request-refusals.ts";

const mostDays = 42;

/** The window of a calendar. @throws Refusal request.invalid when it is empty or longer than six weeks */
export function calendarWindow({ from, to }: { from: string; to: string }): { from: Temporal.Instant; until: Temporal.Instant } {
  const window = { from: Temporal.Instant.from(from), until: Temporal.Instant.from(to) };
  const hours = window.until.since(window.from).total("hours");
  // a week with a change of clocks is an hour longer
  if (hours <= 0 || hours > mostDays * 24 + 1)
    throw requestRefusals.invalid({ errors: [{ field: "to", code: "custom", message: `${mostDays}` }] });
  return window;
}
