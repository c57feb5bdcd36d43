export const ruleKinds = ["organization_number", "municipality", "county", "age_at_most", "member_of", "legal_form"] as const;

/** Who may apply, as data: every rule must hold for the organization the submission is for. */
export type Rule =
  | { kind: "organization_number" }
  | { kind: "municipality"; numbers: string[] }
  | { kind: "county"; numbers: string[] }
  | { kind: "age_at_most"; years: number }
  | { kind: "member_of"; organizationId: string }
  | { kind: "legal_form"; forms: string[] };

/** What is known of an organization on the day, from its own record and the register. Null: nobody knows. */
export interface Facts {
  municipalityNumber: string | null;
  foundedOn: string | null;
  legalForm: string | null;
  /** The organizations it is a member of today. Null: not to be told to this applicant. */
  memberOf: string[] | null;
}

export type Verdict = "holds" | "fails" | "unknown";

/**
 * Whether a rule holds on a day for the organization of a number. What nobody knows is not held against an applicant: it is marked, for
 * those who run the call to look into.
 */
export function verdictOf(rule: Rule, number: string | null, facts: Facts | undefined, day: string): Verdict {
  if (number === null) return "fails";
  switch (rule.kind) {
    case "organization_number":
      return "holds";
    case "municipality":
      return oneOf(facts?.municipalityNumber, rule.numbers);
    case "county":
      // the first two digits of a municipality's number are its county's
      return oneOf(facts?.municipalityNumber?.slice(0, 2), rule.numbers);
    case "legal_form":
      return oneOf(facts?.legalForm, rule.forms);
    case "member_of":
      if (facts?.memberOf === null) return "unknown";
      return facts?.memberOf.includes(rule.organizationId) ? "holds" : "fails";
    case "age_at_most": {
      if (!facts?.foundedOn) return "unknown";
      const oldest = Temporal.PlainDate.from(day).subtract({ years: rule.years }).toString();
      return facts.foundedOn >= oldest ? "holds" : "fails";
    }
  }
}

function oneOf(known: string | null | undefined, allowed: readonly string[]): Verdict {
  if (!known) return "unknown";
  return allowed.includes(known) ? "holds" : "fails";
}

export type RuleKind = (typeof ruleKinds)[number];

/** The kinds of rules among these words. */
export function ruleKindsIn(words: readonly string[]): RuleKind[] {
  return ruleKinds.filter((kind) => words.includes(kind));
}
