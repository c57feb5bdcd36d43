import type { Language } from "../../../../../platform/language/language.ts";
import type { Values } from "../../../pages/settings/values.ts";
import { fieldLabels } from "../field-labels.ts";
import { type FieldError, fieldId } from "../refused-fields.ts";

/** What the fields of a form are made from. */
export interface Fields {
  act: string;
  values: Values;
  field: (name: string) => { name: string; id: string; label: string; defaultValue: string; error?: string; language: Language };
  box: (name: string) => { name: string; id: string; defaultChecked: boolean; error?: string; language: Language };
}

export function fieldsOf(act: string, values: Values, errors: readonly FieldError[], language: Language): Fields {
  const labels = fieldLabels(language);
  const named = (name: string) => {
    const id = fieldId(act, name);
    const error = errors.find(({ field }) => field === id)?.message;
    return { name, id, language, ...(error && { error }) };
  };
  return {
    act,
    values,
    field: (name) => ({ ...named(name), label: labels[name] ?? name, defaultValue: values[name] ?? "" }),
    box: (name) => ({ ...named(name), defaultChecked: values[name] === "on" }),
  };
}
