import { oneOf, type Written, wholeOf } from "../../../../interface/form-values.ts";
import type { Rule } from "../../submissions/eligibility.ts";

/**
 * The rules for who may apply as they stand in the form, each kind once: all must hold, so several of a kind come to what they have in
 * common. A municipality is written with its number and name, since two may share a name.
 */
export function writtenRules(rules: readonly Rule[], names: Readonly<Record<string, string>>): Written {
  const common = (lists: readonly string[][]) => lists.reduce((kept, list) => kept.filter((one) => list.includes(one)), lists[0] ?? []);
  const numbers = (kind: "municipality" | "county") => common(rules.flatMap((rule) => (rule.kind === kind ? [rule.numbers] : [])));
  const ages = rules.flatMap((rule) => (rule.kind === "age_at_most" ? [rule.years] : []));
  const written: Written = {
    "rules.organization_number": rules.some(({ kind }) => kind === "organization_number") ? ["on"] : [],
    "rules.county": numbers("county"),
    "rules.municipality": [
      numbers("municipality")
        .map((number) => [number, names[number]].join(" ").trim())
        .join(", "),
    ],
    "rules.age_at_most": ages.length > 0 ? [String(Math.min(...ages))] : [],
    "rules.member_of": rules.flatMap((rule) => (rule.kind === "member_of" ? [rule.organizationId] : [])),
    "rules.legal_form": common(rules.flatMap((rule) => (rule.kind === "legal_form" ? [rule.forms] : []))),
  };
  return Object.fromEntries(Object.entries(written).filter(([, values]) => values.some(Boolean)));
}

/** The rules that are written, with the numbers of the municipalities. */
export function rulesIn(written: Written, municipalities: string[]): Rule[] {
  const [counties = [], forms = [], years] = [written["rules.county"], written["rules.legal_form"], oneOf(written, "rules.age_at_most")];
  return [
    ...(written["rules.organization_number"] ? [{ kind: "organization_number" as const }] : []),
    ...(municipalities.length > 0 ? [{ kind: "municipality" as const, numbers: municipalities }] : []),
    ...(counties.length > 0 ? [{ kind: "county" as const, numbers: counties }] : []),
    ...(years ? [{ kind: "age_at_most" as const, years: wholeOf(years) }] : []),
    ...(written["rules.member_of"] ?? []).map((organizationId) => ({ kind: "member_of" as const, organizationId })),
    ...(forms.length > 0 ? [{ kind: "legal_form" as const, forms }] : []),
  ];
}
