/** A week of a day chooser: its number, and its days at their weekdays, with gaps where no day is offered. */
export type Week<Item> = { key: string; number: number; days: (Item | undefined)[] };

/**
 * Puts days (ISO dates, in order) into ISO weeks from Monday. A row has five days, or seven when any of them is in a weekend.
 */
export function weeksOfDays<Item extends { date: string }>(items: readonly Item[]): { weeks: Week<Item>[]; daysAWeek: number } {
  const placed = items.map((item) => ({ item, date: Temporal.PlainDate.from(item.date) }));
  const daysAWeek = placed.some(({ date }) => date.dayOfWeek > 5) ? 7 : 5;
  const weeks = new Map<string, Week<Item>>();
  for (const { item, date } of placed) {
    const key = `${date.yearOfWeek}-${date.weekOfYear}`;
    const week = weeks.get(key) ?? { key, number: date.weekOfYear ?? 0, days: Array.from<Item | undefined>({ length: daysAWeek }) };
    week.days[date.dayOfWeek - 1] = item;
    weeks.set(key, week);
  }
  return { weeks: [...weeks.values()], daysAWeek };
}
