import { inWords } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { callWords } from "../call-words.ts";
import { workWords } from "../work-words.ts";

type Letter = {
  submission: { id: string; title: string };
  outcome: "shortlisted" | "awarded" | "reserve" | "declined";
  to: { name: string; email: string };
  language: Language;
  subject: string;
  lines: string[];
};

/** The letters as they will be sent, and the one button that sends them. */
export function LettersPart({ letters, language }: { letters: Letter[]; language: Language }) {
  const text = workWords[language];
  return (
    <section className="stack close" aria-labelledby="letters">
      <h2 id="letters">{text.letters}</h2>
      {letters.length === 0 ? (
        <p>{text.noLetters}</p>
      ) : (
        <form method="post" className="stack close">
          <p>{text.lettersAbout}</p>
          <ul className="plain-list">
            {letters.map((letter) => (
              <li key={letter.submission.id}>
                <input type="hidden" name="submission" value={letter.submission.id} />
                <details>
                  <summary>
                    {letter.submission.title}: {callWords[language].outcomes[letter.outcome]}
                  </summary>
                  <div className="room padded prose" lang={letter.language === language ? undefined : letter.language}>
                    <p className="small soft" lang={language}>
                      {text.to(letter.to)}
                    </p>
                    <p>
                      <b>{letter.subject}</b>
                    </p>
                    {letter.lines.map((line) => (
                      <p key={line} className="written">
                        {line}
                      </p>
                    ))}
                  </div>
                </details>
              </li>
            ))}
          </ul>
          <p className="small soft">{text.sendSure}</p>
          <p>
            <button className="button lit" type="submit" name="act" value="sent">
              {text.send({ count: inWords(letters.length, language, "neuter"), isOne: letters.length === 1 })}
            </button>
          </p>
        </form>
      )}
    </section>
  );
}
