import type { Language } from "../../../../../platform/language/language.ts";
import type { Row } from "../festival-rows.ts";
import { newFestivalWords } from "../new-festival-words.ts";
import { FestivalRow } from "./festival-row.tsx";

type RowsProps = {
  rows: readonly Row[];
  errors: readonly { field: string; message: string }[];
  /** What people call houses and organizations, to choose from as one writes. */
  spaces: readonly string[];
  organizations: readonly string[];
  language: Language;
};

/** Events row by row, and a button for more. */
export function RowsFields({ rows, errors, spaces, organizations, language }: RowsProps) {
  return (
    <>
      <div className="festival-rows">
        {rows.map((row, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row is known by its number alone
          <FestivalRow key={index} row={row} number={index + 1} errors={errors} language={language} />
        ))}
      </div>
      <datalist id="places">
        {spaces.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <datalist id="hosts">
        {organizations.map((name) => (
          <option key={name} value={name} />
        ))}
      </datalist>
      <p>
        <button type="submit" className="button small" name="act" value="more">
          {newFestivalWords[language].more}
        </button>
      </p>
    </>
  );
}

/** What the fields of rows are called where a sentence stands far from them. */
export function labelsOf(count: number, language: Language): Record<string, string> {
  const text = newFestivalWords[language];
  const labels = Array.from({ length: count }, (_, index) =>
    Object.entries(text.fields).map(([name, label]): [string, string] => [
      `${name}-${index + 1}`,
      `${text.row({ number: String(index + 1) })}, ${label}`,
    ]),
  );
  return Object.fromEntries(labels.flat());
}
