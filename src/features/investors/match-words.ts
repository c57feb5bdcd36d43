import { catalogue, type Language, locale } from "../../platform/language/language.ts";
import { sectorName } from "../organizations/index.ts";
import type { Reason } from "./match.ts";
import type { Stage } from "./raises/raise.ts";
import { stageWords } from "./stage-words.ts";

type Said = Record<Reason["fit"], (shared: string) => string>;
const words = catalogue<Record<Reason["kind"], Said>>({
  nb: {
    stage: {
      fits: (shared) => `Runden er i fasen investoren ser etter: ${shared}.`,
      any: () => "Investoren ser på alle faser.",
      differs: () => "Runden er i en annen fase enn investoren ser etter.",
    },
    sector: {
      fits: (shared) => `Bransjen passer: ${shared}.`,
      any: () => "Investoren ser på alle bransjer.",
      differs: () => "Bransjen er en annen enn investoren ser etter.",
    },
    geography: {
      fits: (shared) => `Bedriften ligger der investoren vil være: ${shared}.`,
      any: () => "Investoren ser på hele landet.",
      differs: () => "Bedriften ligger et annet sted enn investoren ser etter.",
    },
    ticket: {
      fits: () => "Det minste investoren legger inn, får plass i runden.",
      any: () => "Investoren har ingen grenser for beløpet.",
      differs: () => "Det minste investoren legger inn, er mer enn runden.",
    },
  },
  nn: {
    stage: {
      fits: (shared) => `Runda er i fasen investoren ser etter: ${shared}.`,
      any: () => "Investoren ser på alle fasar.",
      differs: () => "Runda er i ein annan fase enn investoren ser etter.",
    },
    sector: {
      fits: (shared) => `Bransjen passar: ${shared}.`,
      any: () => "Investoren ser på alle bransjar.",
      differs: () => "Bransjen er ein annan enn investoren ser etter.",
    },
    geography: {
      fits: (shared) => `Bedrifta ligg der investoren vil vere: ${shared}.`,
      any: () => "Investoren ser på heile landet.",
      differs: () => "Bedrifta ligg ein annan stad enn investoren ser etter.",
    },
    ticket: {
      fits: () => "Det minste investoren legg inn, får plass i runda.",
      any: () => "Investoren har ingen grenser for beløpet.",
      differs: () => "Det minste investoren legg inn, er meir enn runda.",
    },
  },
  en: {
    stage: {
      fits: (shared) => `The raise is at a stage the investor looks for: ${shared}.`,
      any: () => "The investor looks at every stage.",
      differs: () => "The raise is at another stage than the investor looks for.",
    },
    sector: {
      fits: (shared) => `The field fits: ${shared}.`,
      any: () => "The investor looks at every field.",
      differs: () => "The field is another than the investor looks for.",
    },
    geography: {
      fits: (shared) => `The company is where the investor wants to be: ${shared}.`,
      any: () => "The investor looks at the whole country.",
      differs: () => "The company is somewhere else than the investor looks.",
    },
    ticket: {
      fits: () => "The least the investor puts in has room in the raise.",
      any: () => "The investor has no limits on the amount.",
      differs: () => "The least the investor puts in is more than the raise.",
    },
  },
});

/** A reason as a plain sentence. */
export function reasonSentence({ kind, fit, shared }: Reason, countyNames: ReadonlyMap<string, string>, language: Language): string {
  const named = shared.map((one) => {
    if (kind === "stage") return stageWords[language][one as Stage].toLocaleLowerCase(locale(language));
    return kind === "sector" ? sectorName(one, language) : (countyNames.get(one) ?? one);
  });
  return words[language][kind][fit](new Intl.ListFormat(locale(language)).format(named));
}
