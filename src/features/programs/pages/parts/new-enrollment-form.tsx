import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { Written } from "../form-values.ts";
import { startupWords } from "../startup-words.ts";
import { BaselineFields } from "./baseline-fields.tsx";

type FormProps = { written: Written | undefined; errors: readonly { field: string; message: string }[]; language: Language };

/** Takes a startup in, by its organization number. */
export function NewEnrollmentForm({ written, errors, language }: FormProps) {
  const text = startupWords[language];
  const given = (name: string) => ({
    ...{ name, defaultValue: written?.[name], language },
    error: errors.find(({ field }) => field === name)?.message,
  });
  return (
    <details open={errors.length > 0}>
      <summary>{text.add}</summary>
      <form method="post" className="form">
        <TextField {...given("organizationNumber")} label={text.number} hint={text.numberHint} inputMode="numeric" width="s" />
        <TextField {...given("name")} label={text.companyName} hint={text.companyNameHint} isOptional />
        <TextField {...given("intake")} label={text.intake} type="date" width="s" />
        <TextField {...given("adviserEmail")} label={text.adviserEmail} type="email" isOptional />
        <BaselineFields written={written} errors={errors} language={language} />
        <div className="buttons">
          <button type="submit" className="button lit">
            {text.addButton}
          </button>
        </div>
      </form>
    </details>
  );
}
