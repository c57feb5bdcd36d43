import { number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { surveyWords } from "../survey-words.ts";

type AnswerSharesProps = { question: string; counts: readonly number[] | null; fewest: string; language: Language };

/** How many gave each answer, as bars in a table: the figures stand beside what is drawn. */
export function AnswerShares({ question, counts, fewest, language }: AnswerSharesProps) {
  const text = surveyWords[language];
  if (counts === null)
    return (
      <section className="stack close">
        <h2>{question}</h2>
        <p>{text.fewOne({ fewest })}</p>
      </section>
    );
  const total = counts.reduce((sum, count) => sum + count, 0);
  const most = Math.max(...counts);
  const words = [text.least, "", "", "", text.most];
  return (
    <section className="stack close">
      <h2>{question}</h2>
      <table className="answer-shares">
        <caption className="hidden">{question}</caption>
        <thead className="hidden">
          <tr>
            <th scope="col">{text.step}</th>
            <th scope="col">{text.share}</th>
            <th scope="col">{text.people}</th>
          </tr>
        </thead>
        <tbody>
          {counts.map((count, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is the answer
            <tr key={place}>
              <th scope="row">
                {place + 1} <span className="small soft">{words[place]}</span>
              </th>
              <td>
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(count / most) * 100} height="10" />
                </svg>
                <span className="hidden">{`${number(Math.round((count / total) * 100), language)} %`}</span>
              </td>
              <td>{number(count, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
