import { CheckboxField, RadioField } from "../../../../interface/components/choice-field.tsx";
import { HintAndError } from "../../../../interface/components/field.tsx";
import { FileField, TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { acceptedEndings } from "../../submissions/accepted-endings.ts";
import { longestAnswer, type Question } from "../../submissions/question-kinds.ts";
import { applyWords } from "../apply-words.ts";
import { saidIn } from "./said.tsx";

type FieldProps = {
  question: Question;
  /** What stands in it, as text; of several, each that is chosen. */
  values: string[];
  /** The name of the file that is kept. */
  fileName?: string | undefined;
  isBlind: boolean;
  error: string | undefined;
  language: Language;
};

/** One question of a form as its kind wants to be answered. */
export function AnswerField({ question, values, fileName, isBlind, error, language }: FieldProps) {
  const text = applyWords[language];
  const { kind, isRequired, options, most } = question;
  const hint = [
    saidIn(question.hint, language),
    most !== undefined && (kind === "text" || kind === "long_text") && text.characters({ most: number(most, language) }),
    most !== undefined && kind === "number" && text.atMost({ most: number(most, language) }),
    kind === "file" && text.fileHint,
    kind === "file" && fileName && text.fileKept({ name: fileName }),
    isBlind && question.identifies && text.hidden,
  ]
    .filter(Boolean)
    .join(" ");
  const [value = ""] = values;
  const field = {
    name: `q-${question.id}`,
    label: saidIn(question.label, language),
    language,
    ...(hint && { hint }),
    ...(error !== undefined && { error }),
    isOptional: !isRequired,
  };
  const shown = options.map((option) => ({ value: option.id, label: saidIn(option.label, language) }));
  return (
    <div data-question={question.id} data-kind={kind} className="question">
      {control()}
    </div>
  );

  function control() {
    switch (kind) {
      case "long_text":
        return <TextareaField {...field} required={false} defaultValue={value} rows={6} maxLength={most ?? longestAnswer.long_text} />;
      case "choice":
        return <RadioField {...field} options={shown} defaultValue={value} />;
      case "several":
        return (
          <fieldset className={error ? "field bad" : "field"}>
            <legend className="label">{field.label}</legend>
            <HintAndError {...field} />
            <div>
              {shown.map((option, place) => (
                <label key={option.value} className="agree">
                  <input
                    type="checkbox"
                    id={place === 0 ? field.name : undefined}
                    name={field.name}
                    value={option.value}
                    defaultChecked={values.includes(option.value)}
                  />
                  <span>{option.label}</span>
                </label>
              ))}
            </div>
          </fieldset>
        );
      case "consent":
        return (
          <CheckboxField {...field} value="yes" defaultChecked={value !== ""}>
            {field.label}
          </CheckboxField>
        );
      case "file":
        return <FileField {...field} required={false} accept={acceptedEndings.join(",")} />;
      case "date":
        return <TextField {...field} required={false} type="date" width="s" defaultValue={value} />;
      case "number":
        return <TextField {...field} required={false} inputMode="decimal" width="s" defaultValue={value} />;
      case "organization":
        return <TextField {...field} required={false} inputMode="numeric" width="s" defaultValue={value} />;
      case "text":
        return <TextField {...field} required={false} defaultValue={value} maxLength={most ?? longestAnswer.text} />;
    }
  }
}
