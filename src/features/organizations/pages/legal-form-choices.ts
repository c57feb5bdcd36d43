import type { Option } from "../../../interface/components/choice-field.tsx";
import type { Language } from "../../../platform/language/language.ts";
import { names, organizationWords } from "../messages.ts";

/** Legal forms by name; first what the register says, and last one that stands and has no name here. */
export function legalFormChoices(standing: string, language: Language): Option[] {
  const forms = Object.entries(names[language].legalForms).map(([code, name]) => ({ value: code, label: `${name} (${code})` }));
  const isUnknown = standing !== "" && !forms.some(({ value }) => value === standing);
  return [
    { value: "", label: organizationWords[language].legalFormOfRegister },
    ...forms.toSorted((a, b) => a.label.localeCompare(b.label, language)),
    ...(isUnknown ? [{ value: standing, label: standing }] : []),
  ];
}
