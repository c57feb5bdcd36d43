import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";

/** The first link of every page. The page's `main` carries this id and `tabIndex={-1}`. */
export const contentId = "content";

export function SkipLink({ language }: { language: Language }) {
  return (
    <a className="skip" href={`#${contentId}`}>
      {words[language].skipToContent}
    </a>
  );
}
