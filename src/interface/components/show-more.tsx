import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";

type ShowMoreProps = {
  /** Of the next page; null at the end of the list. */
  cursor: string | null;
  /** The address of the page after a cursor, where more is asked than that. */
  to?: (cursor: string) => string;
  language: Language;
};

/** The way on in a list that is longer than its page. */
export function ShowMore({ cursor, to = (next) => `?${new URLSearchParams({ cursor: next })}`, language }: ShowMoreProps) {
  if (cursor === null) return null;
  return (
    <p>
      <a className="button" href={to(cursor)}>
        {words[language].showMore}
      </a>
    </p>
  );
}
