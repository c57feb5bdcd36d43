import { RadioField } from "../../../../interface/components/choice-field.tsx";
import { TextareaField } from "../../../../interface/components/text-field.tsx";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { judgeWords } from "../judge-words.ts";

type FormProps = { written: Written | undefined; language: Language; isLit?: boolean };

/** Whether there is a conflict of interest: asked before anything else, with what counts as one. */
export function ConflictForm({ written = {}, language, isLit = false }: FormProps) {
  const text = judgeWords[language];
  return (
    <form method="post" className="form room panel">
      <RadioField
        name="conflict"
        label={text.conflict}
        hint={text.conflictAbout}
        language={language}
        defaultValue={oneOf(written, "conflict")}
        options={[
          { value: "none", label: text.no },
          { value: "conflict", label: text.yes, about: text.yesAbout },
        ]}
      />
      <TextareaField
        name="reason"
        label={text.why}
        hint={text.whyHint}
        language={language}
        defaultValue={oneOf(written, "reason")}
        maxLength={1000}
        rows={2}
        isOptional
      />
      <p>
        <button className={isLit ? "button lit" : "button"} type="submit" name="act" value="declare">
          {text.declare}
        </button>
      </p>
    </form>
  );
}
