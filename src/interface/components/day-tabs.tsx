export type DayTab = { href: string; date: string; words: string; isCurrent: boolean };

/** The days above the house, each with its count. `label` names the list ("Dag"). */
export function DayTabs({ label, days }: { label: string; days: readonly DayTab[] }) {
  return (
    <nav aria-label={label}>
      <ol className="day-tabs">
        {days.map((day) => (
          <li key={day.href}>
            <a href={day.href} aria-current={day.isCurrent ? "date" : undefined}>
              <b>{day.date}</b> <span>{day.words}</span>
            </a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
