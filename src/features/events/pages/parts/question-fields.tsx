import { CheckboxField, SelectField } from "../../../../interface/components/choice-field.tsx";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { questionKinds } from "../../questions/question.ts";
import type { FieldError } from "../answers-written.ts";
import { questionsWords } from "../questions-words.ts";

type FieldsProps = { row: string; written: Written; errors: readonly FieldError[]; language: Language };

/** What the fields of a question are called; far from it, with its number. */
export function questionLabels(row: string, language: Language): Record<string, string> {
  const { question, label, kind, options, text, textOther } = questionsWords[language];
  const fields = {
    ...{ [`label-${row}-nb`]: label.nb, [`label-${row}-nn`]: label.nn, [`label-${row}-en`]: label.en },
    ...{ [`kind-${row}`]: kind, [`options-${row}`]: options },
    ...{ [`text-${row}-nb`]: text, [`text-${row}-nn`]: textOther.nn, [`text-${row}-en`]: textOther.en },
  };
  const numbered = question({ number: number(Number(row), language) });
  return Object.fromEntries(Object.entries(fields).map(([name, called]) => [name, `${numbered}, ${called}`]));
}

/** One question: its words, how it is answered, and what of it is kept. */
export function QuestionFields({ row, written, errors, language }: FieldsProps) {
  const text = questionsWords[language];
  const field = (name: string) => {
    const error = errors.find((one) => one.field === name)?.message;
    return { name, language, defaultValue: oneOf(written, name), ...(error !== undefined && { error }) };
  };
  const box = (name: string) => ({ name, language, defaultChecked: written[name] !== undefined });
  const hasOther = ["nn", "en"].some((other) => oneOf(written, `label-${row}-${other}`) || oneOf(written, `text-${row}-${other}`));
  const label = ["nb", "nn", "en"].map((each) => oneOf(written, `label-${row}-${each}`)).find(Boolean);
  const isWrong = errors.some((one) => [`options-${row}`, `label-${row}-`, `text-${row}-`].some((begin) => one.field.startsWith(begin)));
  return (
    <details className="part" open={!label || isWrong}>
      <summary>
        {text.question({ number: number(Number(row), language) })}
        {label && `: ${label}`}
      </summary>
      <input type="hidden" name={`key-${row}`} value={oneOf(written, `key-${row}`)} />
      <TextField {...field(`label-${row}-nb`)} label={text.label.nb} hint={text.labelHint} lang="nb" maxLength={300} isOptional />
      <SelectField
        {...field(`kind-${row}`)}
        label={text.kind}
        options={questionKinds.map((value) => ({ value, label: text.kinds[value] }))}
      />
      <TextareaField {...field(`options-${row}`)} label={text.options} hint={text.optionsHint} isOptional />
      <TextareaField {...field(`text-${row}-nb`)} label={text.text} hint={text.textHint} lang="nb" maxLength={4000} isOptional />
      <details className="part" open={hasOther}>
        <summary>{text.more}</summary>
        {(["nn", "en"] as const).map((other) => (
          <div key={other} className="stack close">
            <TextField {...field(`label-${row}-${other}`)} label={text.label[other]} lang={other} maxLength={300} isOptional />
            <TextareaField {...field(`text-${row}-${other}`)} label={text.textOther[other]} lang={other} maxLength={4000} isOptional />
          </div>
        ))}
      </details>
      <CheckboxField {...box(`required-${row}`)}>{text.isRequired}</CheckboxField>
      <CheckboxField {...box(`personal-${row}`)}>{text.isPersonal}</CheckboxField>
      <CheckboxField {...box(`ofPlace-${row}`)}>{text.isOfPlace}</CheckboxField>
    </details>
  );
}
