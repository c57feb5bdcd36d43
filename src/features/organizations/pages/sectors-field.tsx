import { HintAndError } from "../../../interface/components/field.tsx";
import type { Language } from "../../../platform/language/language.ts";
import { offeredSectors, sectorName } from "../sectors.ts";

type SectorsFieldProps = { chosen: readonly string[]; label: string; error: string | undefined; language: Language };

/** What an organization does, several at once. The error summary's link leads to the first box. */
export function SectorsField({ chosen, label, error, language }: SectorsFieldProps) {
  return (
    <fieldset className={error ? "field bad" : "field"}>
      <legend className="label">{label}</legend>
      <HintAndError name="sectors" label={label} language={language} {...(error && { error })} />
      <div className="options">
        {offeredSectors(chosen).map((key, place) => (
          <label key={key} className="option">
            <input
              type="checkbox"
              id={place === 0 ? "sectors" : `sectors-${key}`}
              name="sectors"
              value={key}
              defaultChecked={chosen.includes(key)}
              aria-describedby={error ? "sectors-error" : undefined}
            />
            <span>{sectorName(key, language)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
