import type { Problem } from "../../../interface/api-client.ts";
import { type Fault, faultsIn } from "../../../interface/faults-in.ts";
import type { Language } from "../../../platform/language/language.ts";
import type { Missing } from "../packs/pack.ts";
import type { ShownPack } from "../packs/present.ts";
import { missingWords } from "../packs/refusals.ts";
import { answerWords } from "./answer-words.ts";
import { packWords, writtenDeviation } from "./pack-words.ts";

type Refused = { problem: Problem; written: Readonly<Record<string, string>> } | undefined;

/** The fields of a report's page, by their ids, with what they are called; and at which of them saving, sending, accepting or answering was refused. */
export function packFaults(pack: ShownPack, refused: Refused, language: Language): { labels: Record<string, string>; faults: Fault[] } {
  const text = packWords[language];
  const answers = answerWords[language];
  const toExplain = pack.lines.filter(({ mustExplain, explanation }) => mustExplain || explanation !== "");
  const labels = {
    narrative: text.narrative,
    ...Object.fromEntries(
      toExplain.map((line) => [
        `explain-${line.id}`,
        text.mustExplain({ line: line.text, percent: writtenDeviation(line.deviationPercent, language) }),
      ]),
    ),
    file: text.file,
    remark: answers.remark,
    dueOn: answers.dueOn,
    paidOn: answers.paidOn,
    on: text.acceptOn,
    reference: pack.abilities.answer ? answers.reference : text.acceptReference,
  };
  const problem = refused?.problem;
  if (problem?.code !== "report_pack.not_ready")
    return {
      labels,
      faults: faultsIn(problem, labels, Object.fromEntries(toExplain.map(({ id }) => [`explanations.${id}`, `explain-${id}`]))),
    };
  const missing = (problem.details?.missing ?? []) as Missing[];
  const firstUnexplained = toExplain.find(({ mustExplain, explanation }) => mustExplain && explanation === "");
  const fields: Partial<Record<Missing, string>> = {
    narrative: "narrative",
    attestation: "file",
    ...(firstUnexplained && { explanations: `explain-${firstUnexplained.id}` }),
  };
  // what is done elsewhere has no field here, and leaves the refusal whole
  if (missing.some((one) => fields[one] === undefined)) return { labels, faults: [] };
  return { labels, faults: missing.map((one) => ({ field: fields[one] ?? "", message: missingWords[language][one] })) };
}
