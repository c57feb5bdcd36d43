import type { Problem } from "../../../../interface/api-client.ts";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import { faultsIn } from "../../../../interface/faults-in.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { raiseWords } from "../raise-words.ts";

type OutcomeProps = {
  problem: Problem | undefined;
  isSaved: boolean;
  /** What the fields of the form that was sent are called; and which of them one of the API's stands in. */
  labels?: Readonly<Record<string, string>>;
  names?: Readonly<Record<string, string>>;
  language: Language;
};

/** What stopped a save, by field or in one sentence, or that it went well; on top of the page. */
export function Outcome({ problem, isSaved, labels = {}, names = {}, language }: OutcomeProps) {
  const text = raiseWords[language];
  const faults = faultsIn(problem, labels, names);
  if (faults.length > 0) return <ErrorSummary errors={faults} labels={labels} language={language} />;
  if (problem)
    return (
      <Notice kind="wrong" role="alert" title={text.couldNot}>
        <p>{[problem.title, ...(problem.errors ?? []).map(({ message }) => message)].join(" ")}</p>
      </Notice>
    );
  return isSaved ? <Notice kind="good" role="status" title={text.saved} /> : null;
}
