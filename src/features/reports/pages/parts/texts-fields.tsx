import { TextareaField, TextField } from "../../../../interface/components/text-field.tsx";
import { type Language, languages } from "../../../../platform/language/language.ts";
import { reportWords } from "../report-words.ts";

type TextsFieldsProps = {
  name: string;
  label: string;
  texts: Partial<Record<Language, string | undefined>>;
  isLong?: boolean;
  hint?: string;
  longest?: number;
  /** What is wrong, by the name of the field ("title-nb"). */
  errors?: readonly { field: string; message: string }[];
  language: Language;
};

/** What its fields are called: "title-nb" is "Tittel, bokmål". */
export function textsLabels(name: string, label: string, language: Language): Record<string, string> {
  const words = reportWords[language];
  return Object.fromEntries(languages.map((of) => [`${name}-${of}`, `${label}, ${words.inLanguage[of].toLocaleLowerCase("nb")}`]));
}

/** A text in each language: the reader's own open, the others behind their names. */
export function TextsFields({ name, label, texts, isLong = false, longest = 120, hint, errors = [], language }: TextsFieldsProps) {
  const words = reportWords[language];
  const labels = textsLabels(name, label, language);
  const field = (of: Language) => {
    const error = errors.find((one) => one.field === `${name}-${of}`)?.message;
    const props = {
      name: `${name}-${of}`,
      label: labels[`${name}-${of}`] ?? label,
      defaultValue: texts[of] ?? "",
      isOptional: of !== language,
      lang: of,
      ...(hint && of === language && { hint }),
      ...(error && { error }),
      language,
    };
    return isLong ? <TextareaField {...props} rows={4} maxLength={8000} /> : <TextField {...props} maxLength={longest} />;
  };
  return (
    <>
      {field(language)}
      <details open={languages.some((of) => of !== language && texts[of])}>
        <summary>
          {label}:{" "}
          {languages
            .filter((of) => of !== language)
            .map((of) => words.inLanguage[of])
            .join(", ")}
        </summary>
        {languages
          .filter((of) => of !== language)
          .map((of) => (
            <div key={of}>{field(of)}</div>
          ))}
      </details>
    </>
  );
}
