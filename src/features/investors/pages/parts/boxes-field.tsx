type BoxesFieldProps = { name: string; label: string; options: readonly { value: string; label: string }[]; chosen: readonly string[] };

/** Several of a few at once; none ticked means all. */
export function BoxesField({ name, label, options, chosen }: BoxesFieldProps) {
  return (
    <fieldset className="field">
      <legend className="label">{label}</legend>
      <div className="options">
        {options.map((option, place) => (
          <label key={option.value} className="option">
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
