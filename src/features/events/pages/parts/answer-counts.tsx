import { inWordsFirst, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { textIn } from "../../../spaces/parts.ts";
import { questionsWords } from "../questions-words.ts";

type Count = {
  key: string;
  kind: string;
  label: { nb?: string | undefined; nn?: string | undefined; en?: string | undefined };
  answered: number;
  choices: { choice: string; count: number }[];
};
type CountsProps = { counts: readonly Count[]; language: Language };

/** What those who come have answered, counted: for whoever orders the food. */
export function AnswerCounts({ counts, language }: CountsProps) {
  const text = questionsWords[language];
  const choiceOf = (kind: string, choice: string) =>
    kind === "consent" ? text.agreed : kind === "yes_no" ? (choice === "true" ? text.yes : text.no) : choice;
  return (
    <dl className="hire-facts">
      {counts.map(({ key, kind, label, answered, choices }) => (
        <div key={key}>
          <dt>{textIn(label, language)?.text ?? key}</dt>
          {choices.map(({ choice, count }) => (
            <dd key={choice}>
              {choiceOf(kind, choice)}: {number(count, language)}
            </dd>
          ))}
          {choices.length === 0 && <dd>{answered === 0 ? text.nobody : text.answered({ count: inWordsFirst(answered, language) })}</dd>}
        </div>
      ))}
    </dl>
  );
}
