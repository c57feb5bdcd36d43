import { HintAndError } from "../../../interface/components/field.tsx";
import type { Language } from "../../../platform/language/language.ts";
import { names } from "../messages.ts";
import { organizationKinds } from "../organization.ts";

type KindsFieldProps = { chosen: readonly string[]; label: string; error: string | undefined; language: Language };

/** What an organization is, several at once. The error summary's link leads to the first box. */
export function KindsField({ chosen, label, error, language }: KindsFieldProps) {
  return (
    <fieldset className={error ? "field bad" : "field"}>
      <legend className="label">{label}</legend>
      <HintAndError name="kinds" label={label} language={language} {...(error && { error })} />
      <div className="options">
        {organizationKinds.map((kind, place) => (
          <label key={kind} className="option">
            <input
              type="checkbox"
              id={place === 0 ? "kinds" : `kinds-${kind}`}
              name="kinds"
              value={kind}
              defaultChecked={chosen.includes(kind)}
              aria-describedby={error ? "kinds-error" : undefined}
            />
            <span>{names[language].kinds[kind]}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
