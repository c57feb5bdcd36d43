import type { Problem } from "../../../../interface/api-client.ts";
import { oneOf, type Written } from "../../../../interface/form-values.ts";
import type { Visit } from "../../../../interface/visit.ts";
import { addressesIn } from "../../../events/parts.ts";
import { buildWords } from "./build-words.ts";
import { questionsIn, sentRows } from "./call-given.ts";
import { type FieldFault, faultsOf } from "./faults.ts";
import { municipalitiesIn } from "./municipalities-written.ts";
import { afterButton } from "./rows.ts";
import { rulesIn } from "./rules-written.ts";

/** The form as it stands when nothing was saved: after a button, with a preview, or with what stops it. */
export interface Standing {
  written: Written;
  errors: FieldFault[];
  problem?: Problem;
  /** The number of a phase that was taken away at once. */
  removed?: string;
  /** The form is to be shown as an applicant sees it. */
  isPreview?: true;
}

/** What the buttons that save nothing do: change a list, show the form as an applicant sees it. */
export function standingAfter(written: Written): Standing | undefined {
  const act = oneOf(written, "act");
  if (act === "preview") return { written, errors: [], isPreview: true };
  const changed = afterButton(written, act);
  return changed && { written: changed, errors: [] };
}

/** The rules and the jury that are written, and what of them nobody knows. */
export async function readWords(visit: Visit, written: Written) {
  const text = buildWords[visit.language];
  const { numbers, unknown } = await municipalitiesIn(visit, oneOf(written, "rules.municipality"));
  const { people, others } = addressesIn(oneOf(written, "jurors"));
  const isUnasked = "questions" in written && questionsIn(written, []).length === 0;
  const sent = sentRows(written);
  const unjudged = (sent.phases ?? []).filter((row) => (sent[`phases.${row}.criteria`] ?? []).length === 0);
  const faults: FieldFault[] = [
    ...(oneOf(written, "closesOn") === "" ? [{ field: "closesOn", message: text.noDeadline }] : []),
    ...(isUnasked ? [{ field: "questions.1.label.nb", message: text.noQuestion }] : []),
    ...unjudged.map((row) => ({ field: `phases.${row}.criteria.1.name.nb`, message: text.noCriterion })),
    ...(unknown.length > 0 ? [{ field: "rules.municipality", message: text.unknownMunicipality({ names: unknown.join(", ") }) }] : []),
    ...(others.length > 0 ? [{ field: "jurors", message: text.noAddress({ words: others.join(", ") }) }] : []),
  ];
  return {
    faults,
    eligibility: rulesIn(written, numbers),
    jurors: people.map(({ email, name }) => ({ email, name: name ?? email.slice(0, email.indexOf("@")) })),
  };
}

/** The form with what the API refused, at its fields; what belongs to none stands on top. */
export function refused(problem: Problem, written: Written, eligibility: readonly { kind: string }[]): Standing {
  const errors = faultsOf(
    problem,
    written,
    eligibility.map(({ kind }) => kind),
  );
  return { written, problem, errors };
}
