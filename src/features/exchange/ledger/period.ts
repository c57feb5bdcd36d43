import { addDays, type Day } from "../../../platform/time/day.ts";

/** Days from `from` up to, not including, `to`. */
export interface Period {
  from: Day;
  to: Day;
}

/** The calendar quarter a day lies in. */
export function quarterOf(day: Day): Period {
  const { year, month } = Temporal.PlainDate.from(day);
  const first = Temporal.PlainDate.from({ year, month: month - ((month - 1) % 3), day: 1 });
  return { from: first.toString(), to: first.add({ months: 3 }).toString() };
}

/** The calendar year a day lies in. */
export function yearOf(day: Day): Period {
  const { year } = Temporal.PlainDate.from(day);
  return { from: `${year}-01-01`, to: `${year + 1}-01-01` };
}

/** All quarters with a day from the first to the last, the latest first. */
export function quartersBetween(first: Day, last: Day): Period[] {
  const quarters: Period[] = [];
  for (let quarter = quarterOf(last); quarter.to > first; quarter = quarterOf(addDays(quarter.from, -1))) quarters.push(quarter);
  return quarters;
}

/** Whether every day of the period has passed. */
export function isOver({ to }: Period, today: Day): boolean {
  return to <= today;
}

/**
 * The quarter to look at first: the last that is over and in no settlement, else the one of today.
 * @param settled the periods closed so far
 * @param first the first day in the ledger; undefined when there is none
 */
export function quarterToClose(settled: readonly Period[], first: Day | undefined, today: Day): Period {
  const open = quartersBetween(first ?? today, today).filter(
    (quarter) => isOver(quarter, today) && !settled.some((period) => period.from < quarter.to && quarter.from < period.to),
  );
  return open[0] ?? quarterOf(today);
}

/** A period as the database writes it. */
export function periodRange({ from, to }: Period): string {
  return `[${from},${to})`;
}

/** The period behind a database range, "[2026-07-01,2026-10-01)". */
export function readPeriod(range: string): Period {
  const [from = "", to = ""] = range.slice(1, -1).split(",");
  return { from, to };
}
