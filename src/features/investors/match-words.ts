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

// the same to the investor itself, where it is not named
const toInvestor = catalogue<Record<Reason["kind"], Said>>({
  nb: {
    stage: {
      fits: (shared) => `Runden er i fasen dere ser etter: ${shared}.`,
      any: () => "Dere ser på alle faser.",
      differs: () => "Runden er i en annen fase enn dere ser etter.",
    },
    sector: {
      fits: (shared) => `Bransjen passer: ${shared}.`,
      any: () => "Dere ser på alle bransjer.",
      differs: () => "Bransjen er en annen enn dere ser etter.",
    },
    geography: {
      fits: (shared) => `Bedriften ligger der dere vil være: ${shared}.`,
      any: () => "Dere ser på hele landet.",
      differs: () => "Bedriften ligger et annet sted enn dere ser etter.",
    },
    ticket: {
      fits: () => "Det minste dere legger inn, får plass i runden.",
      any: () => "Dere har ingen grenser for beløpet.",
      differs: () => "Det minste dere legger inn, er mer enn runden.",
    },
  },
  nn: {
    stage: {
      fits: (shared) => `Runda er i fasen de ser etter: ${shared}.`,
      any: () => "De ser på alle fasar.",
      differs: () => "Runda er i ein annan fase enn de ser etter.",
    },
    sector: {
      fits: (shared) => `Bransjen passar: ${shared}.`,
      any: () => "De ser på alle bransjar.",
      differs: () => "Bransjen er ein annan enn de ser etter.",
    },
    geography: {
      fits: (shared) => `Bedrifta ligg der de vil vere: ${shared}.`,
      any: () => "De ser på heile landet.",
      differs: () => "Bedrifta ligg ein annan stad enn de ser etter.",
    },
    ticket: {
      fits: () => "Det minste de legg inn, får plass i runda.",
      any: () => "De har ingen grenser for beløpet.",
      differs: () => "Det minste de legg inn, er meir enn runda.",
    },
  },
  en: {
    stage: {
      fits: (shared) => `The raise is at a stage you look for: ${shared}.`,
      any: () => "You look at every stage.",
      differs: () => "The raise is at another stage than you look for.",
    },
    sector: {
      fits: (shared) => `The field fits: ${shared}.`,
      any: () => "You look at every field.",
      differs: () => "The field is another than you look for.",
    },
    geography: {
      fits: (shared) => `The company is where you want to be: ${shared}.`,
      any: () => "You look at the whole country.",
      differs: () => "The company is somewhere else than you look.",
    },
    ticket: {
      fits: () => "The least you put in has room in the raise.",
      any: () => "You have no limits on the amount.",
      differs: () => "The least you put in is more than the raise.",
    },
  },
});

export type ReasonReader = "investor" | "others";

/** A reason as a plain sentence, said to the investor itself or of it. */
export function reasonSentence(
  { kind, fit, shared }: Reason,
  countyNames: ReadonlyMap<string, string>,
  language: Language,
  reader: ReasonReader,
): string {
  const named = shared.map((one) => {
    if (kind === "stage") return stageWords[language][one as Stage].toLocaleLowerCase(locale(language));
    return kind === "sector" ? sectorName(one, language) : (countyNames.get(one) ?? one);
  });
  const said = reader === "investor" ? toInvestor : words;
  return said[language][kind][fit](new Intl.ListFormat(locale(language)).format(named));
}
