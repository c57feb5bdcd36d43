import { CheckboxField, RadioField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { HintAndError, LabelText } from "../../../../interface/components/field.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import type { Written } from "../../../../interface/form-values.ts";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import type { AnswerValue } from "../../questions/question.ts";
import { answerWords } from "../answer-words.ts";
import { answerField, type FieldError, type ShownQuestion, writtenAnswer } from "../answers-written.ts";

type FieldsProps = {
  questions: readonly ShownQuestion[];
  answers: Readonly<Record<string, AnswerValue>>;
  /** What was written when it was refused. */
  written: Written | undefined;
  errors: readonly FieldError[];
  answersKeptDays: number;
  ticketId?: string;
  language: Language;
};

// beyond, a list that unfolds is easier to find one's way in
const mostRadios = 6;

/** What an event asks, each question as the field that suits it. */
export function AnswerFields({ questions, ...props }: FieldsProps) {
  return questions.map((question) => <AnswerField key={question.key} question={question} {...props} />);
}

type OneProps = Omit<FieldsProps, "questions"> & { question: ShownQuestion };

function AnswerField({ question, answers, written, errors, answersKeptDays, ticketId, language }: OneProps) {
  const text = answerWords[language];
  const name = answerField(question.key, ticketId);
  const chosen = written ? (written[name] ?? []) : writtenAnswer(answers[question.key], language);
  const error = errors.find(({ field }) => field === name)?.message;
  const label = textIn(question.label, language)?.text ?? question.key;
  const about = textIn(question.text, language)?.text;
  const erased = answersKeptDays === 0 ? text.erasedAtOnce : text.erased({ days: number(answersKeptDays, language) });
  const hint = [about, question.isPersonal && erased].filter(Boolean).join(" ");
  const field = { name, label, language, isOptional: !question.isRequired, ...(hint && { hint }), ...(error && { error }) };
  const options = question.options.map((value) => ({ value, label: value }));
  switch (question.kind) {
    case "text":
      return <TextareaField {...field} rows={2} maxLength={1000} defaultValue={chosen[0]} />;
    case "number":
      return <TextField {...field} inputMode="decimal" width="xs" defaultValue={chosen[0]} />;
    case "choice":
      return options.length > mostRadios ? (
        <SelectField {...field} options={options} hasEmpty defaultValue={chosen[0]} />
      ) : (
        <RadioField
          {...field}
          options={question.isRequired ? options : [...options, { value: "", label: text.none }]}
          defaultValue={chosen[0] ?? ""}
        />
      );
    case "yes_no": {
      const both = [
        { value: "yes", label: text.yes },
        { value: "no", label: text.no },
      ];
      return (
        <RadioField
          {...field}
          options={question.isRequired ? both : [...both, { value: "", label: text.none }]}
          defaultValue={chosen[0] ?? ""}
        />
      );
    }
    case "several":
      return (
        <fieldset className={error ? "field bad" : "field"}>
          <legend className="label">
            <LabelText {...field} />
          </legend>
          <HintAndError {...field} />
          <div className="options">
            {options.map(({ value }, place) => (
              <label key={value} className="option">
                <input
                  type="checkbox"
                  id={place === 0 ? name : `${name}-${place}`}
                  name={name}
                  value={value}
                  defaultChecked={chosen.includes(value)}
                />
                <b>{value}</b>
              </label>
            ))}
          </div>
        </fieldset>
      );
    case "consent":
      return (
        <fieldset className="field">
          <legend className="label">
            <LabelText {...field} />
          </legend>
          {about && <p className="written">{about}</p>}
          <CheckboxField name={name} language={language} {...(error && { error })} defaultChecked={chosen[0] === "yes"} value="yes">
            {text.consent}
          </CheckboxField>
        </fieldset>
      );
  }
}
