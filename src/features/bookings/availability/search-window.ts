import { requestRefusals } from "../../../platform/http/request-refusals.ts";
import type { Interval } from "../booking.ts";

const mostDays = 14;
const [first, last] = [Temporal.Instant.from("2000-01-01T00:00:00Z"), Temporal.Instant.from("2100-01-01T00:00:00Z")];

/** The window a free time is looked for in. @throws Refusal request.invalid when it is empty, longer than two weeks or in another century */
export function searchWindow({ from, to }: { from: string; to: string }): Interval {
  const window = { from: Temporal.Instant.from(from), until: Temporal.Instant.from(to) };
  const hours = window.until.since(window.from).total("hours");
  // two weeks with a change of clocks are an hour longer
  const isInTime = Temporal.Instant.compare(first, window.from) <= 0 && Temporal.Instant.compare(window.until, last) <= 0;
  if (!isInTime || hours <= 0 || hours > mostDays * 24 + 1)
    throw requestRefusals.invalid({ errors: [{ field: "to", code: "custom", message: `${mostDays}` }] });
  return window;
}
