import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { Written } from "../form-values.ts";
import { enrollingLabels } from "../startup-labels.ts";
import { startupWords } from "../startup-words.ts";
import { BaselineFields } from "./baseline-fields.tsx";

type FormProps = { written: Written | undefined; errors: readonly { field: string; message: string }[]; language: Language };

/** Takes a startup in, by its organization number. */
export function NewEnrollmentForm({ written, errors, language }: FormProps) {
  const text = startupWords[language];
  const labels = enrollingLabels(language);
  const given = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], defaultValue: written?.[name], language },
    error: errors.find(({ field }) => field === name)?.message,
  });
  return (
    <details open={errors.length > 0}>
      <summary>{text.add}</summary>
      <form method="post" className="form">
        <TextField {...given("organizationNumber")} hint={text.numberHint} inputMode="numeric" width="s" />
        <TextField {...given("name")} hint={text.companyNameHint} isOptional />
        <TextField {...given("intake")} type="date" width="s" />
        <TextField {...given("adviserEmail")} type="email" isOptional />
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
