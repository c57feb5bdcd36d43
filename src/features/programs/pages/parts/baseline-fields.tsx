import { TextField } from "../../../../interface/components/text-field.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import { baselineWords } from "../baseline-words.ts";
import type { Written } from "../form-values.ts";

type Baseline = { fte: number | null; heads: number | null; turnover: number | null };
type BaselineFieldsProps = {
  now?: Baseline;
  written: Written | undefined;
  errors: readonly { field: string; message: string }[];
  language: Language;
};

/** How a startup stood when it came in: what jobs created and lost are counted from. */
export function BaselineFields({ now, written, errors, language }: BaselineFieldsProps) {
  const text = baselineWords[language];
  const field = (name: keyof Baseline, inputMode: "numeric" | "decimal") => {
    const id = `baseline-${name}`;
    const known = now?.[name];
    return (
      <TextField
        name={id}
        label={text[name]}
        inputMode={inputMode}
        width="s"
        isOptional
        defaultValue={written?.[id] ?? (known === null || known === undefined ? "" : String(known).replace(".", ","))}
        error={errors.find((one) => one.field === id)?.message}
        language={language}
      />
    );
  };
  return (
    <fieldset className="part">
      <legend>{text.baseline}</legend>
      <p className="small soft">{text.about}</p>
      {field("heads", "numeric")}
      {field("fte", "decimal")}
      {field("turnover", "numeric")}
    </fieldset>
  );
}
