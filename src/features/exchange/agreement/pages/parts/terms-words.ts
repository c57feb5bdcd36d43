import { catalogue } from "../../../../../platform/language/language.ts";
import type { Terms } from "../../../agreement.ts";

/** What is written beforehand: numbers to twelve in words, money and plans as one says them. */
type Written = { count: (value: number) => string; price: string | undefined; plans: string; settlement: string };

type Fact = [what: string, says: string];

/** The terms of an agreement as one reads them, each with its unit. */
export const termsFacts = catalogue({
  nb: {
    of: (terms: Terms, { count, price, plans, settlement }: Written): Fact[] => [
      ["Plass kan tas", terms.horizonDays === 0 ? "samme dag" : `${count(terms.horizonDays)} dager fram`],
      ["Avbud uten at dagen telles", `${daysBefore.nb(terms.cancelDaysBefore, count)} kl. ${terms.cancelTime}`],
      ["Verten svarer innen", `${count(terms.answerHours)} timer`],
      ["Et tilbud fra ventelista står", `${count(terms.offerHours)} timer`],
      [
        "Pause",
        terms.noShowStrikes === 0
          ? "ingen tar pause"
          : `${count(terms.pauseDays)} dager etter ${count(terms.noShowStrikes)} ganger uten avbud på ${count(terms.noShowWithinDays)} dager`,
      ],
      ["Planer som er med", plans],
      ["Medlem først", terms.minimumMembershipDays === 0 ? "fra første dag" : `i ${count(terms.minimumMembershipDays)} dager`],
      ["Etter kvoten", price === undefined ? "ingen flere dager" : `${price} dagen, når verten sier ja`],
      ["Oppgjør", settlement],
    ],
  },
  nn: {
    of: (terms: Terms, { count, price, plans, settlement }: Written): Fact[] => [
      ["Plass kan takast", terms.horizonDays === 0 ? "same dagen" : `${count(terms.horizonDays)} dagar fram`],
      ["Avbod utan at dagen blir talt", `${daysBefore.nn(terms.cancelDaysBefore, count)} kl. ${terms.cancelTime}`],
      ["Verten svarar innan", `${count(terms.answerHours)} timar`],
      ["Eit tilbod frå ventelista står", `${count(terms.offerHours)} timar`],
      [
        "Pause",
        terms.noShowStrikes === 0
          ? "ingen tek pause"
          : `${count(terms.pauseDays)} dagar etter ${count(terms.noShowStrikes)} gonger utan avbod på ${count(terms.noShowWithinDays)} dagar`,
      ],
      ["Planar som er med", plans],
      ["Medlem først", terms.minimumMembershipDays === 0 ? "frå første dag" : `i ${count(terms.minimumMembershipDays)} dagar`],
      ["Etter kvoten", price === undefined ? "ingen fleire dagar" : `${price} dagen, når verten seier ja`],
      ["Oppgjer", settlement],
    ],
  },
  en: {
    of: (terms: Terms, { count, price, plans, settlement }: Written): Fact[] => [
      ["A seat can be taken", terms.horizonDays === 0 ? "on the same day" : `${count(terms.horizonDays)} days ahead`],
      ["Cancelled, the day is not counted", `${daysBefore.en(terms.cancelDaysBefore, count)} ${terms.cancelTime}`],
      ["The host answers within", `${count(terms.answerHours)} hours`],
      ["An offer from the waiting list stands", `${count(terms.offerHours)} hours`],
      [
        "A pause",
        terms.noShowStrikes === 0
          ? "nobody pauses"
          : `${count(terms.pauseDays)} days, after ${count(terms.noShowStrikes)} no-shows within ${count(terms.noShowWithinDays)} days`,
      ],
      ["Plans that take part", plans],
      ["A member first", terms.minimumMembershipDays === 0 ? "from the first day" : `for ${count(terms.minimumMembershipDays)} days`],
      ["After the quota", price === undefined ? "no more days" : `${price} a day, when the host agrees`],
      ["Settlement", settlement],
    ],
  },
});

const daysBefore = {
  nb: (days: number, count: Written["count"]) =>
    days === 0 ? "samme dag, innen" : days === 1 ? "dagen før, innen" : `${count(days)} dager før, innen`,
  nn: (days: number, count: Written["count"]) =>
    days === 0 ? "same dagen, innan" : days === 1 ? "dagen før, innan" : `${count(days)} dagar før, innan`,
  en: (days: number, count: Written["count"]) =>
    days === 0 ? "on the same day, by" : days === 1 ? "the day before, by" : `${count(days)} days before, by`,
};
