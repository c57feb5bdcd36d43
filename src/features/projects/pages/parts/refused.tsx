import type { Problem } from "../../../../interface/api-client.ts";
import { ErrorSummary } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Fault } from "../../../../interface/faults-in.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { saidOf } from "../form-values.ts";
import { projectWords } from "../project-words.ts";

type RefusedProps = {
  problem: Problem | undefined;
  /** By field; without any, the refusal is about the whole. */
  faults?: readonly Fault[];
  labels?: Readonly<Record<string, string>>;
  language: Language;
};

/** What stopped a save, on top; what was written stands below. */
export function Refused({ problem, faults = [], labels = {}, language }: RefusedProps) {
  if (!problem) return null;
  if (faults.length > 0) return <ErrorSummary errors={faults} labels={labels} language={language} />;
  return (
    <Notice kind="wrong" role="alert" title={projectWords[language].couldNot}>
      <p>{saidOf(problem)}</p>
    </Notice>
  );
}

/** That a save went well. */
export function Saved({ isSaved, language }: { isSaved: boolean; language: Language }) {
  return isSaved ? <Notice kind="good" role="status" title={projectWords[language].saved} /> : null;
}
