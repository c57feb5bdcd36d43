import { Notice } from "../../../../interface/components/notice.tsx";
import { list } from "../../../../interface/format.ts";
import { type Language, languages } from "../../../../platform/language/language.ts";
import type { PreviewedLetter } from "../../letters/previewed-letters.ts";
import { letterWords } from "../letter-words.ts";

type LetterSheetProps = {
  letter: {
    about: PreviewedLetter;
    subject: string;
    parts: (string | { label: string; url: string })[];
    files: string[];
    /** Null of a letter nothing is added to. */
    own: { nb?: string | undefined; nn?: string | undefined; en?: string | undefined } | null;
  };
  /** What was written and not taken. */
  written: Record<Language, string> | undefined;
  isSaved: boolean;
  shownIn: Language;
  language: Language;
};

/** One letter as it is sent, and the form for words of one's own. */
export function LetterSheet({ letter, written, isSaved, shownIn, language }: LetterSheetProps) {
  const text = letterWords[language];
  const { about, subject, parts, files, own } = letter;
  const { name, when } = text.letters[about];
  return (
    <section id={about} className="letter-preview stack close" aria-labelledby={`${about}-name`}>
      <h2 id={`${about}-name`}>{name}</h2>
      <p className="small soft">{when}</p>
      {isSaved && <Notice kind="good" role="status" title={text.saved} />}
      <article className="letter-sheet" lang={shownIn} aria-label={`${name}: ${subject}`}>
        <p className="letter-subject">
          <span className="hidden">{text.subject}: </span>
          {subject}
        </p>
        {parts.map((part) =>
          typeof part === "string" ? (
            <p key={part} className="as-written">
              {part}
            </p>
          ) : (
            <p key={part.label}>
              <span className="button lit">{part.label}</span>
            </p>
          ),
        )}
        {files.length > 0 && <p className="small soft">{text.files(list(files, language))}</p>}
      </article>
      {own !== null && (
        <details open={written !== undefined}>
          <summary>
            {text.own}
            <span className="hidden">{`: ${name}`}</span>
          </summary>
          <form method="post" className="form">
            <input type="hidden" name="about" value={about} />
            <input type="hidden" name="in" value={shownIn} />
            <p className="hint">{text.ownHint}</p>
            {languages.map((each) => (
              <div className="field" key={each}>
                <label htmlFor={`${about}-${each}`}>{text.ownIn[each]}</label>
                <textarea
                  id={`${about}-${each}`}
                  name={each}
                  rows={3}
                  maxLength={2000}
                  lang={each}
                  defaultValue={written?.[each] ?? own[each]}
                />
              </div>
            ))}
            <p>
              <button type="submit" className="button lit">
                {text.save}
              </button>
            </p>
          </form>
        </details>
      )}
    </section>
  );
}
