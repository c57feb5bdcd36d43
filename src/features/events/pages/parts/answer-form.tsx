import type { ReactNode } from "react";
import type { Written } from "../../../../interface/form-values.ts";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { answerWords } from "../answer-words.ts";
import type { FieldError } from "../answers-written.ts";
import type { ShownEvent, ShownRegistration } from "../load-event.ts";
import { AnswerFields } from "./answer-fields.tsx";

type FormProps = {
  event: ShownEvent;
  registration: ShownRegistration;
  written: Written | undefined;
  errors: readonly FieldError[];
  language: Language;
  /** The buttons. */
  children: ReactNode;
};

/** What the event asks of a registration, and of each of its other places. */
export function AnswerForm({ event, registration, written, errors, language, children }: FormProps) {
  const text = answerWords[language];
  const ofPlaces = event.questions.filter(({ isOfPlace }) => isOfPlace);
  const others = ofPlaces.length > 0 ? registration.tickets.slice(1) : [];
  const shared = { written, errors, answersKeptDays: event.answersKeptDays, language };
  return (
    <form method="post" className="form" noValidate>
      <AnswerFields questions={event.questions} answers={registration.answers ?? {}} {...shared} />
      {others.map(({ id, holder, answers }, index) => (
        <fieldset key={id} className="part">
          <legend className="label">{holder ?? text.ofPlace({ number: number(index + 2, language) })}</legend>
          {holder === null && <p className="soft">{text.ofPlaceAbout}</p>}
          <AnswerFields
            questions={ofPlaces.map((one) => ({ ...one, isRequired: false }))}
            answers={answers ?? {}}
            ticketId={id}
            {...shared}
          />
        </fieldset>
      ))}
      {children}
    </form>
  );
}
