import type { Problem } from "../../../../interface/api-client.ts";
import { ErrorSummary, errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { Notice } from "../../../../interface/components/notice.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { FormError } from "./request-errors.ts";

type RefusalProps = {
  problem: Problem | undefined;
  /** By field; without any, the refusal is about the whole. */
  errors: readonly FormError[];
  labels?: Readonly<Record<string, string>>;
  title: string;
  language: Language;
};

/** Why a form was not done, where the focus goes: by field, or in one sentence. */
export function Refusal({ problem, errors, labels, title, language }: RefusalProps) {
  if (!problem) return null;
  if (errors.length > 0) return <ErrorSummary errors={errors} {...(labels && { labels })} language={language} />;
  return (
    <div id={errorSummaryId} tabIndex={-1}>
      <Notice kind="wrong" role="alert" title={title}>
        <p>{problem.title}</p>
      </Notice>
    </div>
  );
}
