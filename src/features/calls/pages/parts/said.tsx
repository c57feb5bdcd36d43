import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";

export type Texts = { nb?: string | undefined; nn?: string | undefined; en?: string | undefined };

/** A text somebody wrote, in the reader's language or the nearest there is, marked with its own. */
export function Said({ texts, language }: { texts: Texts; language: Language }) {
  const found = textIn(texts as Parameters<typeof textIn>[0], language);
  if (!found) return null;
  return found.language === language ? found.text : <span lang={found.language}>{found.text}</span>;
}

/** The same where only plain text can stand: titles, labels of controls. */
export function saidIn(texts: Texts, language: Language): string {
  return textIn(texts as Parameters<typeof textIn>[0], language)?.text ?? "";
}

/** Several paragraphs, as they were written. */
export function SaidParagraphs({ texts, language }: { texts: Texts; language: Language }) {
  const found = textIn(texts as Parameters<typeof textIn>[0], language);
  if (!found) return null;
  return (
    <div className="prose" lang={found.language === language ? undefined : found.language}>
      {found.text.split(/\n{2,}/).map((paragraph) => (
        <p key={paragraph} className="written">
          {paragraph}
        </p>
      ))}
    </div>
  );
}
