import type { Problem } from "../../../../interface/api-client.ts";
import { type Language, languages } from "../../../../platform/language/language.ts";
import { storyWords } from "./story-words.ts";

export type WrittenTexts = Record<Language, string>;

/** A text in each language, as the fields of a form hold it. */
export function textsIn(form: FormData, name: string): WrittenTexts {
  return Object.fromEntries(languages.map((language) => [language, String(form.get(`${name}-${language}`) ?? "").trim()])) as WrittenTexts;
}

/** What is wrong, at the fields of the form: of a text in no language at the reader's own. */
export function errorsIn({ errors = [] }: Problem, language: Language): { field: string; message: string }[] {
  return errors.map(({ field, message }) => {
    const [name = field, of] = field.split(".");
    if (name === "title" || name === "text" || name === "photoTexts") return { field: `${name}-${of ?? language}`, message };
    return { field: name, message };
  });
}

/** What the fields of the forms of a story are called, for the list of what is wrong. */
export function labelsIn(language: Language): Record<string, string> {
  const { title, text, shows, file, name, email } = storyWords[language];
  const written = languages.flatMap((of) => [
    [`title-${of}`, title],
    [`text-${of}`, text],
    [`photoTexts-${of}`, shows],
  ]);
  return { ...Object.fromEntries(written), file, name, email };
}
