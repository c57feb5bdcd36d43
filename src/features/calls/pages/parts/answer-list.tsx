import { dateWithYear, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { Answer, Question } from "../../submissions/question-kinds.ts";
import { applyWords } from "../apply-words.ts";
import { Said, saidIn } from "./said.tsx";

type File = { id: string; question: string; name: string; address: string };
type ListProps = { questions: Question[]; answers: Record<string, Answer>; files: File[]; language: Language };

/** What was answered, question by question, to be read. */
export function AnswerList({ questions, answers, files, language }: ListProps) {
  const text = applyWords[language];
  return (
    <dl className="answers">
      {questions.map((question) => {
        const file = files.find((one) => one.question === question.id);
        const said = file ? undefined : answerInWords(question, answers[question.id], language);
        return (
          <div key={question.id}>
            <dt>
              <Said texts={question.label} language={language} />
            </dt>
            <dd className={said || file ? "written" : "soft"}>
              {file ? <a href={file.address}>{text.openFile({ name: file.name })}</a> : said || text.notAnswered}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

function answerInWords({ kind, options }: Question, answer: Answer | undefined, language: Language): string {
  if (answer === undefined || answer === null || answer === false) return "";
  if (answer === true) return applyWords[language].yes;
  if (typeof answer === "number") return number(answer, language);
  const chosen = (id: string) => saidIn(options.find((option) => option.id === id)?.label ?? {}, language);
  if (Array.isArray(answer)) return answer.map(chosen).join(", ");
  if (kind === "choice") return chosen(answer);
  if (kind === "date" && /^\d{4}-\d{2}-\d{2}$/.test(answer)) return dateWithYear(answer, language);
  return answer;
}
