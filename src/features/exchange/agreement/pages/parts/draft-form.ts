import { type Language, languages } from "../../../../../platform/language/language.ts";
import { dimensions, type Terms } from "../../../agreement.ts";
import type { Wording } from "../../draft.ts";
import { agreementWords } from "../agreement-words.ts";

/** A draft as the fields of its form. */
export function fieldsOf({ texts, terms, quotas }: Wording, language: Language): Record<string, string> {
  const { eligiblePlans, priceAfterQuotaOre, ...plain } = terms;
  return {
    ...Object.fromEntries(languages.map((language) => [`text-${language}`, texts[language] ?? ""])),
    ...Object.fromEntries(quotas.map(({ dimension, daysPerMonth }) => [`quota-${dimension}`, String(daysPerMonth)])),
    ...Object.fromEntries(Object.entries(plain).map(([term, value]) => [term, String(value)])),
    eligiblePlans: eligiblePlans?.map((plan) => agreementWords[language].planNames[plan] ?? plan).join(", ") ?? "",
    priceAfterQuotaOre: priceAfterQuotaOre === null ? "" : String(priceAfterQuotaOre / 100).replace(".", ","),
  };
}

/** What the form says; a number that is none is passed on as it is not, so that the API says which field. */
export function wordingIn(form: FormData): Wording {
  const typed = (name: string) => String(form.get(name) ?? "").trim();
  const number = (name: string) => (typed(name) === "" ? Number.NaN : Number(typed(name).replace(",", ".")));
  const plans = typed("eligiblePlans")
    .split(",")
    .map((plan) => plan.trim())
    .filter((plan) => plan !== "")
    .map(planOf);
  const texts = languages.map((language) => [language, typed(`text-${language}`).replaceAll("\r\n", "\n")] as const);
  return {
    texts: Object.fromEntries(texts.filter(([, text]) => text !== "")),
    quotas: dimensions
      .filter((dimension) => typed(`quota-${dimension}`) !== "")
      .map((dimension) => ({ dimension, daysPerMonth: number(`quota-${dimension}`) })),
    terms: {
      horizonDays: number("horizonDays"),
      cancelDaysBefore: number("cancelDaysBefore"),
      cancelTime: typed("cancelTime").slice(0, 5),
      answerHours: number("answerHours"),
      offerHours: number("offerHours"),
      noShowStrikes: number("noShowStrikes"),
      noShowWithinDays: number("noShowWithinDays"),
      pauseDays: number("pauseDays"),
      minimumMembershipDays: number("minimumMembershipDays"),
      eligiblePlans: plans.length > 0 ? plans : null,
      priceAfterQuotaOre: typed("priceAfterQuotaOre") === "" ? null : Math.round(number("priceAfterQuotaOre") * 100),
      settlement: typed("settlement") as Terms["settlement"],
    },
  };
}

/** A plan by the word for it in any language; a house's own plans are their own words. */
function planOf(word: string): string {
  const names = languages.flatMap((language) => Object.entries(agreementWords[language].planNames));
  return names.find(([, name]) => name === word.toLowerCase())?.[0] ?? word;
}
