import { useId } from "react";
import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { type Language, languages } from "../../../../platform/language/language.ts";
import { messages } from "./messages.ts";
import type { Fields } from "./part-form.tsx";

type LanguageTextsProps = {
  /** The fields are named "descriptions.nb" and so on; without it "nb". */
  name?: string;
  label: string;
  hint?: string;
  /** One line, or so many. */
  rows?: number;
  fields: Fields;
  language: Language;
};

/** One text in each language, below each other. */
export function LanguageTexts({ name, label, hint, rows, fields, language }: LanguageTextsProps) {
  const words = messages[language];
  const hintId = useId();
  return (
    <fieldset className="field" aria-describedby={hint && hintId}>
      <legend className="label">{label}</legend>
      {hint && (
        <p className="hint" id={hintId}>
          {hint}
        </p>
      )}
      <div className="in-languages">
        {languages.map((each) => {
          const field = { ...fields.field(name ? `${name}.${each}` : each), label: words.languages[each], isOptional: true, lang: each };
          return rows ? <TextareaField key={each} {...field} rows={rows} /> : <TextField key={each} {...field} />;
        })}
      </div>
    </fieldset>
  );
}
