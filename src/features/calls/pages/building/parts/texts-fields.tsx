import { TextareaField, TextField } from "../../../../../interface/components/text-field.tsx";
import { languages } from "../../../../../platform/language/language.ts";
import { buildWords } from "../build-words.ts";
import { isInOthers } from "../call-given.ts";
import { type Form, fieldIn, isWrongIn } from "../fields.ts";

type Text = { name: string; label: string; hint?: string; most: number; isLong?: true; isOptional?: true };

/** Texts in the first language, and folded under them the same in the others. */
export function TextsFields({ form, texts }: { form: Form; texts: readonly Text[] }) {
  const text = buildWords[form.language];
  const [first, ...others] = languages;
  const names = texts.map(({ name }) => name);
  const isOpen = isInOthers(form.written, names) || others.some((each) => names.some((name) => isWrongIn(form, `${name}.${each}`)));
  return (
    <>
      {texts.map((one) => control(one, first))}
      <details className="in-others" open={isOpen}>
        <summary>{text.otherLanguages({ what: texts.map(({ label }) => label.toLowerCase()) })}</summary>
        {others.map((each) => texts.map((one) => control({ ...one, isOptional: true }, each)))}
      </details>
    </>
  );

  function control({ name, label, hint, most, isLong, isOptional }: Text, language: (typeof languages)[number]) {
    const field = {
      ...fieldIn(form, `${name}.${language}`),
      label: text.inLanguage({ label, language: text.languages[language] }),
      lang: language,
      maxLength: most,
      ...(hint && language === first && { hint }),
      ...(isOptional && { isOptional }),
    };
    return isLong ? <TextareaField key={field.name} {...field} /> : <TextField key={field.name} {...field} />;
  }
}
