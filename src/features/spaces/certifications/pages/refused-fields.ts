import type { Problem } from "../../../../interface/api-client.ts";
import { type Fault, faultsIn } from "../../../../interface/faults-in.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { certificateWords } from "./certificate-words.ts";

type Written = Readonly<Record<string, string>>;

/** What the fields of the form that was sent are called, by their ids: each certification and each certificate has forms of its own. */
export function labelsOfAct({ act, certification: id, certificate }: Written, language: Language): Record<string, string> {
  const text = certificateWords[language];
  switch (act) {
    case "grant":
      return { [`email-${id}`]: text.email, [`level-${id}`]: text.level, [`last-${id}`]: text.lastDay };
    case "withdraw":
      return { [`reason-${certificate}`]: text.reason };
    case "recognise":
      return { [`other-${id}`]: text.recognise };
    case "add":
      return { nb: text.name, nn: text.nameNn, en: text.nameEn, levels: text.levels, validMonths: text.validMonths };
    default:
      return {};
  }
}

/** At which fields of that form it was refused; none when it is about none of them. */
export function certificateFaults(problem: Problem | undefined, { certification: id, certificate }: Written, labels: Written): Fault[] {
  return faultsIn(problem, labels, {
    email: `email-${id}`,
    level: `level-${id}`,
    lastDay: `last-${id}`,
    reason: `reason-${certificate}`,
    names: "nb",
    "names.nb": "nb",
    "names.nn": "nn",
    "names.en": "en",
    "certification.unknown_person": `email-${id}`,
    "certification.held": `email-${id}`,
    "certification.no_such_level": `level-${id}`,
    "certification.backwards": `last-${id}`,
    "certification.itself": `other-${id}`,
    "certification.ended": `reason-${certificate}`,
    "space.text_missing": "nb",
  });
}
