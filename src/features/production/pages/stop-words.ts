import { catalogue } from "../../../platform/language/language.ts";

/** What is said where a lab ends an order it cannot finish, and after. */
export const stopWords = catalogue({
  nb: {
    stop: "Stans arbeidet",
    lead: "Når det ikke kan gjøres ferdig. Kunden får brev med grunnen og det som skal betales. Maskintid fram i tid gis tilbake.",
    why: "Hvorfor det ikke kan gjøres ferdig",
    owedOf: (f: { line: string; most: string }) => `Å betale for «${f.line}», av ${f.most}`,
    owedHint: "Kroner, uten mva. La stå tomt når det ikke skal betales.",
    usedOf: (f: { name: string; unit: string; amount: number }) => `Brukt av ${f.name}, av ${f.amount} (${f.unit})`,
    usedHint: "Resten går tilbake på lager.",
    owed: "Å betale",
    owedNothing: "Det er ikke noe å betale.",
    toPay: (f: { price: string }) => `Å betale: ${f.price}`,
  },
  nn: {
    stop: "Stans arbeidet",
    lead: "Når det ikkje kan gjerast ferdig. Kunden får brev med grunnen og det som skal betalast. Maskintid fram i tid blir gitt tilbake.",
    why: "Kvifor det ikkje kan gjerast ferdig",
    owedOf: (f) => `Å betale for «${f.line}», av ${f.most}`,
    owedHint: "Kroner, utan mva. Lat stå tomt når det ikkje skal betalast.",
    usedOf: (f) => `Brukt av ${f.name}, av ${f.amount} (${f.unit})`,
    usedHint: "Resten går tilbake på lager.",
    owed: "Å betale",
    owedNothing: "Det er ikkje noko å betale.",
    toPay: (f) => `Å betale: ${f.price}`,
  },
  en: {
    stop: "Stop the work",
    lead: "When it cannot be finished. The customer gets a letter with the reason and what there is to pay. Time of machines ahead is given back.",
    why: "Why it cannot be finished",
    owedOf: (f) => `To pay for “${f.line}”, of ${f.most}`,
    owedHint: "Kroner, without VAT. Leave it empty when it is not to be paid.",
    usedOf: (f) => `Used of ${f.name}, of ${f.amount} (${f.unit})`,
    usedHint: "The rest goes back to the stock.",
    owed: "To pay",
    owedNothing: "There is nothing to pay.",
    toPay: (f) => `To pay: ${f.price}`,
  },
});
