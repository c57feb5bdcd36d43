import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { FieldFault } from "./faults.ts";

/** What every part of the form reads its fields from. */
export interface Form {
  written: Written;
  errors: readonly FieldFault[];
  language: Language;
}

/** The name of a field, what is written in it and what is wrong with it. `usual` stands where nothing was ever written. */
export function fieldIn({ written, errors, language }: Form, name: string, usual = "") {
  const error = errors.find(({ field }) => field === name)?.message;
  return { name, language, defaultValue: name in written ? oneOf(written, name) : usual, ...(error !== undefined && { error }) };
}

export function boxIn({ written, language }: Form, name: string) {
  return { name, language, defaultChecked: written[name] !== undefined };
}

/** Whether something in a part of the form is wrong, so that it is not folded away. */
export function isWrongIn({ errors }: Form, name: string): boolean {
  return errors.some(({ field }) => field === name || field.startsWith(`${name}.`));
}
