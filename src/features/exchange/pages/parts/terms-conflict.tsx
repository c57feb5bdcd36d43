import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { list, shortDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { termsWords } from "../words/terms-words.ts";
import { type Terms, termsIn, type WrittenTerms, weekdays } from "./written-terms.ts";

type ConflictProps = { mine: WrittenTerms; theirs: Terms & { version: number }; path: string; language: Language };

/** Somebody else saved first: both versions, and the choice between them. */
export function TermsConflict({ mine, theirs, path, language }: ConflictProps) {
  const text = termsWords[language];
  const terms = termsIn(mine);
  return (
    <div className="room dialog" role="alert" id={errorSummaryId} tabIndex={-1}>
      <h2>{text.conflict}</h2>
      <div className="versions">
        <Version heading={text.theirs} terms={theirs} language={language} />
        <Version heading={text.yours} terms={terms} language={language} />
      </div>
      <form className="buttons" method="post" action={path}>
        {weekdays.map((weekday) => (
          <input key={weekday} type="hidden" name={`seats-${weekday}`} value={mine.seats[weekday - 1]} />
        ))}
        <input type="hidden" name="askFirst" value={mine.askFirst ? "yes" : "no"} />
        {terms.closedDays.map((day) => (
          <input key={day} type="hidden" name="closed" value={day} />
        ))}
        <input type="hidden" name="version" value={`"${theirs.version}"`} />
        <button className="button lit" type="submit">
          {text.saveMine}
        </button>
        <a className="button" href={path}>
          {text.keepTheirs}
        </a>
      </form>
    </div>
  );
}

function Version({ heading, terms, language }: { heading: string; terms: Terms; language: Language }) {
  const text = termsWords[language];
  const closed = terms.closedDays.map((day) => shortDay(day, language));
  return (
    <div>
      <b className="small">{heading}</b>
      <p>
        <span className="soft">{text.perWeekday}:</span> {terms.seatsPerWeekday.join(" · ")}
      </p>
      <p>
        <span className="soft">{text.how}:</span> {terms.askFirst ? text.askFirst : text.atOnce}
      </p>
      <p>
        <span className="soft">{text.closed}:</span> {closed.length === 0 ? text.noClosed : list(closed, language)}
      </p>
    </div>
  );
}
