import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { hireWords } from "../hire-words.ts";

/** Which of the fields of a time stand empty: the API knows whole moments only. The first is the day. */
export function missingTimes(written: Written, names: readonly string[], language: Language) {
  const { chooseDay, chooseTime } = hireWords[language];
  return names.flatMap((field, place) =>
    oneOf(written, field).trim() === "" ? [{ field, message: place === 0 ? chooseDay : chooseTime }] : [],
  );
}
