import { HintAndError } from "../../../../interface/components/field.tsx";
import type { Language } from "../../../../platform/language/language.ts";

type TicksProps = {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  chosen: readonly string[];
  options: readonly { value: string; label: string }[];
  /** So many that they stand close. */
  isMany?: true;
  language: Language;
};

/** Any number of some. The error summary's link leads to the first. */
export function Ticks({ name, label, hint, error, chosen, options, isMany, language }: TicksProps) {
  return (
    <fieldset className={error ? "field bad" : "field"}>
      <legend className="label">{label}</legend>
      <HintAndError name={name} label={label} {...(hint && { hint })} {...(error && { error })} language={language} />
      <div className={isMany ? "checks" : "options"}>
        {options.map((option, place) => (
          <label key={option.value} className={isMany ? "agree" : "option"}>
            <input
              type="checkbox"
              id={place === 0 ? name : `${name}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            {isMany ? <span>{option.label}</span> : <b>{option.label}</b>}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
