import { TextareaField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { editEventWords } from "../edit-event-words.ts";

/** Calls an event off, with the reason those who come are told. */
export function CallOff({ written, language }: { written: Written | undefined; language: Language }) {
  const text = editEventWords[language];
  return (
    <details className="withdrawal" open={oneOf(written, "act") === "call-off"}>
      <summary>{text.callingOff}</summary>
      <form className="form" method="post">
        <p>{text.callOffAbout}</p>
        <TextareaField name="reason" label={text.reason} maxLength={1000} defaultValue={oneOf(written, "reason")} language={language} />
        <p>
          <button type="submit" className="button" name="act" value="call-off">
            {text.callOff}
          </button>
        </p>
      </form>
    </details>
  );
}
