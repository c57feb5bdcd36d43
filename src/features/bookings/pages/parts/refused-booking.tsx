import type { Problem } from "../../../../interface/api-client.ts";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Fault } from "../../../../interface/faults-in.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { Alternatives } from "../alternatives/alternatives.tsx";
import type { Alternatives as FoundAlternatives } from "../alternatives/load-alternatives.ts";
import type { WrittenBooking } from "../draft.ts";
import type { DayData } from "../load-day.ts";
import { bookingLabels } from "../refused-fields.ts";
import { bookingWords } from "../words.ts";

type RefusedProps = {
  problem: Problem;
  faults: readonly Fault[];
  alternatives: FoundAlternatives | undefined;
  day: DayData;
  written: WrittenBooking;
  language: Language;
};

/** Why it was not booked: at its field, or with the way on where there is one, another time or room, or the course to take. */
export function RefusedBooking({ problem, faults, alternatives, day, written, language }: RefusedProps) {
  const text = bookingWords[language];
  const [fault] = faults;
  const chosen = day.resources.find(({ id }) => id === written.resource) ?? day.resources[0];
  const isToLearn = problem.code === "booking.needs_certification";
  if (fault && !alternatives && !isToLearn) return <ErrorSummary errors={faults} labels={bookingLabels(language)} language={language} />;
  return (
    <Notice kind="wrong" role="alert" title={text.couldNot}>
      {alternatives && chosen ? (
        <Alternatives
          found={alternatives}
          name={chosen.name}
          timeZone={day.space.timeZone}
          people={written.people}
          title={written.title}
          forWhom={day.whom?.chosen?.id}
          language={language}
        />
      ) : (
        <p>{fault ? <a href={`#${fault.field}`}>{problem.title}</a> : problem.title}</p>
      )}
      {isToLearn && (
        <p>
          <a className="button" href={`/${language}/spaces/${day.space.slug}/courses`}>
            {text.courses}
          </a>
        </p>
      )}
      <p className="small">{text.kept}</p>
    </Notice>
  );
}
