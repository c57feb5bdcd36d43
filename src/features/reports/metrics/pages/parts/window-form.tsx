import { Notice } from "../../../../../interface/components/notice.tsx";
import { TextField } from "../../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { addDays } from "../../../../../platform/time/day.ts";
import { metricRefusals } from "../../refusals.ts";
import { firstBorders } from "../../window.ts";
import type { AskedWindow } from "../asked-window.ts";
import { metricWords } from "../metric-words.ts";

type WindowFormProps = Pick<AskedWindow, "typed" | "wrong" | "today"> & {
  path: string;
  window: Pick<AskedWindow, "from" | "to">;
  language: Language;
};

/** The years at hand, and any period under the borders of any day. */
export function WindowForm({ path, window, typed, wrong, today, language }: WindowFormProps) {
  const text = metricWords[language];
  const thisYear = Number(today.slice(0, 4));
  const isYear = (year: number) =>
    window.from === `${year}-01-01` && (window.to === `${year + 1}-01-01` || (year === thisYear && window.to === addDays(today, 1)));
  return (
    <div className="stack">
      {wrong && (
        <Notice kind="wrong" role="alert" title={text.wrong}>
          <p>{wrong === "notADay" ? text.notADay : metricRefusals[wrong]().sentence(language)}</p>
        </Notice>
      )}
      <ul className="chips">
        {[thisYear, thisYear - 1, thisYear - 2, thisYear - 3].map((year) => (
          <li key={year}>
            <a
              className="chip"
              href={`${path}?from=${year}-01-01${year < thisYear ? `&borders=${year}-12-31` : ""}`}
              aria-current={isYear(year) ? "true" : undefined}
            >
              {year}
            </a>
          </li>
        ))}
      </ul>
      <details open={wrong !== undefined}>
        <summary>{text.ownPeriod}</summary>
        <form className="form" method="get" action={path}>
          <TextField name="from" id="from" type="date" label={text.from} defaultValue={typed.from} width="s" language={language} />
          <TextField name="last" id="last" type="date" label={text.last} defaultValue={typed.last} width="s" language={language} />
          <TextField
            name="borders"
            id="borders"
            type="date"
            label={text.borders}
            hint={text.bordersAbout}
            min={firstBorders}
            defaultValue={typed.borders}
            width="s"
            language={language}
          />
          <button className="button" type="submit">
            {text.show}
          </button>
        </form>
      </details>
    </div>
  );
}
