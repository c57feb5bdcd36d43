import { ErrorSummary } from "../../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../../interface/components/notice.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { buildWords } from "../build-words.ts";
import type { Standing } from "../saving.ts";

/** What stops the form: at its fields, and on top what belongs to none. */
export function FormTop({ standing, language }: { standing: Standing | undefined; language: Language }) {
  const text = buildWords[language];
  if (!standing) return null;
  const { errors, problem } = standing;
  const isConflict = problem?.status === 412;
  return (
    <>
      <ErrorSummary errors={[...errors]} language={language} />
      {problem && errors.length === 0 && (
        <Notice kind="wrong" role="alert" title={isConflict ? text.changedMeanwhile : text.couldNot}>
          <p>{isConflict ? text.changedMeanwhileAbout : problem.title}</p>
        </Notice>
      )}
    </>
  );
}
