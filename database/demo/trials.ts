import type { Trial } from "../../src/interface/visit.ts";
import { calendarAt } from "./calendar.ts";
import { resolveDay } from "./day.ts";
import { readDemo } from "./read.ts";

/** Reads what can be tried once; the days in the addresses are those of the moment it is asked at. */
export function readTrials(): (now: Temporal.Instant) => Trial[] {
  const { trials, organizations } = readDemo();
  const names = new Map(organizations.map(({ slug, name }) => [slug, name]));
  return (now) =>
    trials.map(({ role, label, at, steps }) => ({
      role,
      label,
      at: names.get(at ?? "") ?? null,
      steps: steps.map((step) => ({ ...step, path: withDay(step.path, now) })),
    }));
}

function withDay(path: string, now: Temporal.Instant): string {
  return path.replace(/(?<=[?&]day=)workday[+-]\d+/, (day) => resolveDay(day, calendarAt(now)).toString());
}
