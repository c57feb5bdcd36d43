import type { Language } from "../../../platform/language/language.ts";
import type { Written } from "./form-values.ts";
import { projectWords } from "./project-words.ts";

type Fields = { labels: Record<string, string>; names: Record<string, string> };

/**
 * The fields of the form of a project's page that was sent, by their ids, with what they are called; and which of them one of the API's
 * stands in.
 */
export function fieldsOf(written: Written, language: Language): Fields {
  const text = projectWords[language];
  const [award, milestone] = [written.funding, written.milestone];
  switch (written.act) {
    case "receive":
      return {
        labels: { [`tranche-${award}`]: text.trancheLabel, [`amount-${award}`]: text.receiveAmount, [`day-${award}`]: text.receiveDay },
        names: { trancheId: `tranche-${award}`, amountOre: `amount-${award}`, receivedOn: `day-${award}` },
      };
    case "correct":
      return {
        labels: { [`receipt-${award}`]: text.receiveTitle, [`reason-${award}`]: text.reason },
        names: { reason: `reason-${award}`, corrects: `receipt-${award}`, "funding.already_corrected": `receipt-${award}` },
      };
    case "report":
      return {
        labels: { [`from-${award}`]: text.from, [`to-${award}`]: text.to },
        names: { from: `from-${award}`, to: `to-${award}`, "report_pack.empty_period": `to-${award}` },
      };
    case "deadline":
      return { labels: { "deadline-due": text.due }, names: { dueOn: "deadline-due", "funding.deadline_twice": "deadline-due" } };
    case "milestone":
      return {
        labels: { "milestone-title": text.milestone, "milestone-planned": text.plannedOn },
        names: { title: "milestone-title", plannedOn: "milestone-planned" },
      };
    case "reach":
    case "move":
      return {
        labels: { [`day-${milestone}`]: text.receiveDay, [`evidence-${milestone}`]: text.evidence },
        names: { doneOn: `day-${milestone}`, forecastOn: `day-${milestone}`, evidence: `evidence-${milestone}` },
      };
    default:
      return { labels: {}, names: {} };
  }
}
