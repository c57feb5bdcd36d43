import { HintAndError } from "../../../interface/components/field.tsx";
import type { Language } from "../../../platform/language/language.ts";
import { languageName, offeredLanguages } from "./spoken-languages.ts";

type LanguagesFieldProps = { chosen: readonly string[]; label: string; error: string | undefined; language: Language };

/** The languages an organization answers in, several at once. The error summary's link leads to the first box. */
export function LanguagesField({ chosen, label, error, language }: LanguagesFieldProps) {
  return (
    <fieldset className={error ? "field bad" : "field"}>
      <legend className="label">{label}</legend>
      <HintAndError name="languages" label={label} language={language} {...(error && { error })} />
      <div className="options">
        {offeredLanguages(chosen).map((code, place) => (
          <label key={code} className="option">
            <input
              type="checkbox"
              id={place === 0 ? "languages" : `languages-${code}`}
              name="languages"
              value={code}
              defaultChecked={chosen.includes(code)}
              aria-describedby={error ? "languages-error" : undefined}
            />
            <span>{languageName(code, language)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
