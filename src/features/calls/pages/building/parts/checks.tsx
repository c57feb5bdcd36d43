import { HintAndError } from "../../../../../interface/components/field.tsx";
import { type Form, fieldIn } from "../fields.ts";

type ChecksProps = { form: Form; name: string; label: string; hint?: string; options: readonly { value: string; label: string }[] };

/** Any number of a few. */
export function Checks({ form, name, label, hint, options }: ChecksProps) {
  const { error } = fieldIn(form, name);
  const chosen = form.written[name] ?? [];
  return (
    <fieldset className={error ? "field bad" : "field"}>
      <legend className="label">{label}</legend>
      <HintAndError name={name} label={label} language={form.language} {...(hint && { hint })} {...(error && { error })} />
      <div className="checks">
        {options.map((option, place) => (
          <label key={option.value} className="agree">
            <input
              type="checkbox"
              id={place === 0 ? name : `${name}-${option.value}`}
              name={name}
              value={option.value}
              defaultChecked={chosen.includes(option.value)}
            />
            <span>{option.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
