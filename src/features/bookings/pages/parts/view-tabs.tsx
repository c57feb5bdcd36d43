import type { Language } from "../../../../platform/language/language.ts";
import { type View, views } from "../period.ts";
import { periodWords } from "../period-words.ts";

type ViewTabsProps = { view: View; day: string; resource: string; path: string; language: Language };

/** Day, week or month of the calendar, staying on the day and the room. */
export function ViewTabs({ view, day, resource, path, language }: ViewTabsProps) {
  const text = periodWords[language];
  return (
    <nav className="day-steps" aria-label={text.viewsNav}>
      {views.map((each) => {
        const query = new URLSearchParams({ ...(each !== "day" && { view: each, ...(resource && { resource }) }), day });
        return (
          <a key={each} className="button small" href={`${path}?${query}`} aria-current={each === view ? "page" : undefined}>
            {text.views[each]}
          </a>
        );
      })}
    </nav>
  );
}
