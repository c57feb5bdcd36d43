import { oneOf, type Written } from "../../../../interface/form-values.ts";
import { languages } from "../../../../platform/language/language.ts";

type Texts = { nb?: string | undefined; nn?: string | undefined; en?: string | undefined };

/** A text in the languages it is written in: of "title.nb", "title.nn" and "title.en". */
export function textsIn(written: Written, name: string): Texts {
  return Object.fromEntries(
    languages.flatMap((each) => (oneOf(written, `${name}.${each}`) ? [[each, oneOf(written, `${name}.${each}`)]] : [])),
  );
}

/** The same the other way: as it stands in the form. */
export function writtenTexts(name: string, texts: Texts): Written {
  return Object.fromEntries(languages.flatMap((each) => (texts[each] ? [[`${name}.${each}`, [texts[each]]]] : [])));
}

/** Whether something is written in one language at least. */
export function isSaid(texts: Texts): boolean {
  return Object.keys(texts).length > 0;
}
