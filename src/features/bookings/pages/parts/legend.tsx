import type { Language } from "../../../../platform/language/language.ts";
import { bookingWords } from "../words.ts";

const kinds = ["confirmed", "pending", "held", "blocked", "draft"] as const;

/** What the borders of the bars mean. */
export function Legend({ language }: { language: Language }) {
  const text = bookingWords[language];
  return (
    <ul className="calendar-legend" aria-label={text.legend}>
      {kinds.map((kind) => (
        <li key={kind}>
          <i className={`key is-${kind}`} />
          {text.legendWords[kind]}
        </li>
      ))}
    </ul>
  );
}
