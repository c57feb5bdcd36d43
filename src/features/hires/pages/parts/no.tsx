import { errorSummaryId } from "../../../../interface/components/error-summary.tsx";
import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { Refused } from "../hire-action.ts";
import { hireWords } from "../hire-words.ts";
import { actErrors } from "./act-errors.ts";

type NoProps = {
  act: "decline" | "cancel" | "withdraw";
  /** The first words, which open the rest. */
  title: string;
  /** On the button that does it. */
  label: string;
  /** What follows from it. */
  about?: string;
  isReasonOptional?: boolean;
  refused: Refused | undefined;
  path: string;
  language: Language;
};

/** A way out that cannot be undone: it asks once, says what follows, and takes a reason. */
export function No({ act, title, label, about, isReasonOptional = false, refused, path, language }: NoProps) {
  const isRefused = refused?.act === act;
  const [error] = isRefused ? actErrors(refused, language) : [];
  return (
    <details className="opens-form" open={isRefused}>
      <summary>{title}</summary>
      <form method="post" action={`${path}#${errorSummaryId}`} className="form" noValidate>
        {about && <p>{about}</p>}
        <TextField
          name="reason"
          id={`${act}-reason`}
          label={hireWords[language].reason}
          isOptional={isReasonOptional}
          maxLength={500}
          defaultValue={isRefused ? refused.written.reason?.[0] : undefined}
          {...(error && { error: error.message })}
          language={language}
        />
        <div className="buttons">
          <button type="submit" name="act" value={act} className="button">
            {label}
          </button>
        </div>
      </form>
    </details>
  );
}
