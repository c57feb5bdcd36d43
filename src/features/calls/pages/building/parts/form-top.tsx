import { ErrorSummary } from "../../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../../interface/components/notice.tsx";
import type { Language } from "../../../../../platform/language/language.ts";
import { buildWords } from "../build-words.ts";
import { callLabel } from "../call-labels.ts";
import type { Standing } from "../saving.ts";

type FormTopProps = { standing: Standing | undefined; phasesBefore?: number; language: Language };

/** What stops the form: at its fields, and on top what belongs to none. */
export function FormTop({ standing, phasesBefore = 0, language }: FormTopProps) {
  const text = buildWords[language];
  if (!standing) return null;
  const { errors, problem } = standing;
  const labels = Object.fromEntries(errors.map(({ field }) => [field, callLabel(field, phasesBefore, language) ?? ""]));
  const isConflict = problem?.status === 412;
  return (
    <>
      <ErrorSummary errors={errors} labels={labels} language={language} />
      {problem && errors.length === 0 && (
        <Notice kind="wrong" role="alert" title={isConflict ? text.changedMeanwhile : text.couldNot}>
          <p>{isConflict ? text.changedMeanwhileAbout : problem.title}</p>
        </Notice>
      )}
    </>
  );
}
