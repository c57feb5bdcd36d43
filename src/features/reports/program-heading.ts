import { catalogue, type Language } from "../../platform/language/language.ts";

const targetsOf = catalogue({
  nb: { of: (name: string) => `Målene for ${name}` },
  nn: { of: (name: string) => `Måla for ${name}` },
  en: { of: (name: string) => `The targets of ${name}` },
});

/** What stands over a program's curve or its targets where nobody wrote a heading: a report that has both must not have two of one name. */
export function programHeading(kind: "survival" | "targets", name: string, language: Language): string {
  return kind === "targets" ? targetsOf[language].of(name) : name;
}
