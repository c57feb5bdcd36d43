import type { Language } from "../../../../../platform/language/language.ts";
import { type Row, type RowField, rowFields } from "../festival-rows.ts";
import { newFestivalWords } from "../new-festival-words.ts";

type RowProps = {
  row: Row;
  /** From 1. */
  number: number;
  errors: readonly { field: string; message: string }[];
  language: Language;
};

const attributes: Record<RowField, Record<string, string | number>> = {
  title: { maxLength: 200 },
  day: { type: "date" },
  from: { type: "time" },
  to: { type: "time" },
  place: { list: "places", maxLength: 200, autoComplete: "off" },
  municipality: { maxLength: 60, autoComplete: "off" },
  host: { list: "hosts", maxLength: 200, autoComplete: "off" },
  size: { inputMode: "numeric" },
  price: { inputMode: "decimal" },
};
const wide: readonly RowField[] = ["title", "day", "place"];

/** An event of a festival on one row: all there is to say of it, and buttons to copy it and take it away. */
export function FestivalRow({ row, number, errors, language }: RowProps) {
  const text = newFestivalWords[language];
  const errorOf = (field: RowField) => errors.find((error) => error.field === `${field}-${number}`)?.message;
  const said = { number: String(number) };
  return (
    <fieldset className={rowFields.some(errorOf) ? "festival-row bad" : "festival-row"}>
      <legend>{text.row(said)}</legend>
      {rowFields.map((field) => {
        const [id, error] = [`${field}-${number}`, errorOf(field)];
        return (
          <label key={field} htmlFor={id} className={wide.includes(field) ? "wide" : undefined}>
            <span>{text.fields[field]}</span>
            <input
              {...attributes[field]}
              id={id}
              name={id}
              defaultValue={row[field]}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? `${id}-error` : undefined}
            />
            {error && (
              <span className="err" id={`${id}-error`}>
                {error}
              </span>
            )}
          </label>
        );
      })}
      <p className="row-end small">
        <button type="submit" className="text-button" name="act" value={`copy:${number}`} aria-label={text.copyThis(said)}>
          {text.copy}
        </button>
        <button type="submit" className="text-button" name="act" value={`remove:${number}`} aria-label={text.removeThis(said)}>
          {text.remove}
        </button>
      </p>
    </fieldset>
  );
}
