import type { Language } from "../../../../../platform/language/language.ts";
import { buildWords } from "../build-words.ts";

type ButtonsProps = { list: string; row: number; count: number; name: string; language: Language };

/** Moves a row of a list, or takes it away. The page comes back where the row is. */
export function RowButtons({ list, row, count, name, language }: ButtonsProps) {
  const text = buildWords[language];
  const acts = [
    ...(row > 1 ? [{ what: "up", to: row - 1 } as const] : []),
    ...(row < count ? [{ what: "down", to: row + 1 } as const] : []),
    { what: "remove", to: Math.max(1, row - 1) } as const,
  ];
  return (
    <p className="row-buttons small">
      {acts.map(({ what, to }) => (
        <button
          key={what}
          type="submit"
          className="text-button"
          name="act"
          value={`${list}:${what}:${row}`}
          formAction={`#${list}-${to}`}
          aria-label={`${text.rows[what]}: ${name}`}
        >
          {text.rows[what]}
        </button>
      ))}
    </p>
  );
}
