import { list, number } from "../../../interface/format.ts";
import type { Language } from "../../../platform/language/language.ts";
import { callWords } from "./call-words.ts";

export type ShownRule =
  | { kind: "organization_number" }
  | { kind: "municipality" | "county"; numbers: string[] }
  | { kind: "age_at_most"; years: number }
  | { kind: "member_of"; organizationId: string }
  | { kind: "legal_form"; forms: string[] };

/** A rule for who can apply, in a line. */
export function ruleInWords(rule: ShownRule, names: Record<string, string>, language: Language): string {
  const text = callWords[language].rules;
  switch (rule.kind) {
    case "organization_number":
      return text.organization_number;
    case "municipality":
    case "county":
      return text[rule.kind]({
        list: list(
          rule.numbers.map((each) => names[each] ?? each),
          language,
        ),
      });
    case "age_at_most":
      return text.age_at_most({ years: number(rule.years, language) });
    case "member_of":
      return text.member_of({ name: names[rule.organizationId] ?? "" });
    case "legal_form":
      return text.legal_form({ list: list(rule.forms, language) });
  }
}
