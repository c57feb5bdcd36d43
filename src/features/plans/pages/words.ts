import { catalogue } from "../../../platform/language/language.ts";
import { allowanceWords } from "./allowance-words.ts";
import { chargeWords } from "./charge-words.ts";
import { holderWords } from "./holder-words.ts";
import { soldWords } from "./plans-words.ts";

/** The words of plans, who has which, what is left of them and what is owed. */
export const planWords = catalogue({
  nb: { ...soldWords.nb, ...holderWords.nb, ...chargeWords.nb, ...allowanceWords.nb },
  nn: { ...soldWords.nn, ...holderWords.nn, ...chargeWords.nn, ...allowanceWords.nn },
  en: { ...soldWords.en, ...holderWords.en, ...chargeWords.en, ...allowanceWords.en },
});
