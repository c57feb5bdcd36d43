import { TextField } from "../../../../interface/components/text-field.tsx";
import { useShell } from "../../../../interface/page.tsx";
import type { Language } from "../../../../platform/language/language.ts";
import type { Written } from "../form-values.ts";
import { packWords } from "../pack-words.ts";

/** That the funder has accepted a report: when, and what the funder calls it. */
export function AcceptPack({ path, written, language }: { path: string; written: Written | undefined; language: Language }) {
  const { today } = useShell();
  const text = packWords[language];
  return (
    <form method="post" action={path} className="form" noValidate>
      <TextField name="on" type="date" width="s" label={text.acceptOn} defaultValue={written?.on ?? today} language={language} />
      <TextField
        name="reference"
        label={text.acceptReference}
        isOptional
        maxLength={160}
        defaultValue={written?.reference}
        language={language}
      />
      <button className="button lit" type="submit" name="act" value="accept">
        {text.accept}
      </button>
    </form>
  );
}
