import type { Language } from "../../../../platform/language/language.ts";
import { boardMessages } from "../../board-messages.ts";
import type { BoardData } from "./candidate-card.ts";

type Filters = { q: string; county: string; owner: string; only: string };

type BoardFiltersProps = {
  board: BoardData;
  filters: Filters;
  counties: { value: string; label: string }[];
  stage: string | undefined;
  /** The page with one filter changed. */
  address: (change: Partial<Filters & { stage: string }>) => string;
  language: Language;
};

/** A form that is sent by GET, so that every view has an address; what presses is one link away. */
export function BoardFilters({ board, filters, counties, stage, address, language }: BoardFiltersProps) {
  const text = boardMessages[language];
  const chip = (only: string, label: string) => (
    <a
      className="chip"
      href={address({ only: filters.only === only ? "" : only })}
      aria-current={filters.only === only ? "true" : undefined}
    >
      {label}
    </a>
  );
  return (
    <search aria-label={text.filter}>
      <form className="filters" method="get">
        <div>
          <label htmlFor="q">{text.search}</label>
          <input id="q" type="search" name="q" defaultValue={filters.q} maxLength={100} />
        </div>
        <div>
          <label htmlFor="county">{text.county}</label>
          <select id="county" name="county" defaultValue={filters.county}>
            <option value="">{text.allCounties}</option>
            {counties.map(({ value, label }) => (
              <option key={value} value={value}>
                {label}
              </option>
            ))}
          </select>
        </div>
        <div>
          <label htmlFor="owner">{text.owner}</label>
          <select id="owner" name="owner" defaultValue={filters.owner}>
            <option value="">{text.everyone}</option>
            {board.owners.map(({ personId, name }) => (
              <option key={personId} value={personId}>
                {name}
              </option>
            ))}
          </select>
        </div>
        {filters.only && <input type="hidden" name="only" value={filters.only} />}
        {stage && <input type="hidden" name="stage" value={stage} />}
        <button type="submit" className="button small">
          {text.show}
        </button>
        <div className="chips">
          {chip("overdue", text.overdue(board.overdue))}
          {chip("without_next_step", text.withoutNextStep(board.withoutNextStep))}
          {stage && (
            <a className="chip" href={address({ stage: "" })}>
              {text.wholeBoard}
            </a>
          )}
        </div>
      </form>
    </search>
  );
}
