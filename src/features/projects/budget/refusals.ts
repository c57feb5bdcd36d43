import { catalogue } from "../../../platform/language/language.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import { defineRefusals } from "../../../platform/refusal/refusal.ts";
import type { Balance, Pair } from "./balance.ts";

/** The difference in a sentence: what is missing on which side. */
export const differenceWords = catalogue({
  nb: {
    money: (d: Pair) => gap(d, "Kostnadene er", "mer enn finansieringen", "Finansieringen er", "mer enn kostnadene", "nb"),
    inKind: (d: Pair) =>
      gap(
        d,
        "Egeninnsatsen i kostnadene er",
        "mer enn i finansieringen",
        "Egeninnsatsen i finansieringen er",
        "mer enn i kostnadene",
        "nb",
      ),
    empty: "Budsjettet er tomt.",
  },
  nn: {
    money: (d: Pair) => gap(d, "Kostnadene er", "meir enn finansieringa", "Finansieringa er", "meir enn kostnadene", "nn"),
    inKind: (d: Pair) =>
      gap(
        d,
        "Eigeninnsatsen i kostnadene er",
        "meir enn i finansieringa",
        "Eigeninnsatsen i finansieringa er",
        "meir enn i kostnadene",
        "nn",
      ),
    empty: "Budsjettet er tomt.",
  },
  en: {
    money: (d: Pair) => gap(d, "Costs are", "more than the financing", "The financing is", "more than the costs", "en"),
    inKind: (d: Pair) => gap(d, "In kind, costs are", "more than the financing", "In kind, the financing is", "more than the costs", "en"),
    empty: "The budget is empty.",
  },
});

/** What is wrong with the balance, in a line; undefined when nothing is. */
export function whatDiffers(balance: Balance, language: "nb" | "nn" | "en"): string | undefined {
  if (balance.isBalanced) return undefined;
  const words = differenceWords[language];
  const said = [words.money(balance.money), words.inKind(balance.inKind)].filter((one) => one !== undefined);
  return said.length > 0 ? said.join(" ") : words.empty;
}

export const budgetRefusals = defineRefusals("budget", {
  unbalanced: {
    status: 409,
    constraint: "budgets_balanced",
    texts: {
      nb: (d: { balance?: Balance }) => `Budsjettet går ikke opp. ${said(d, "nb")}`.trim(),
      nn: (d: { balance?: Balance }) => `Budsjettet går ikkje opp. ${said(d, "nn")}`.trim(),
      en: (d: { balance?: Balance }) => `The budget does not balance. ${said(d, "en")}`.trim(),
    },
  },
  nothingToApprove: {
    status: 409,
    texts: {
      nb: "Det er ikke noe utkast å godkjenne.",
      nn: "Det er ikkje noko utkast å godkjenne.",
      en: "There is no draft to approve.",
    },
  },
  reasonMissing: {
    status: 422,
    constraint: "budgets_reason",
    texts: {
      nb: "Budsjettet er godkjent før. Skriv hvorfor det endres.",
      nn: "Budsjettet er godkjent før. Skriv kvifor det blir endra.",
      en: "The budget has been approved before. Write why it changes.",
    },
  },
  lineInUse: {
    status: 409,
    texts: {
      nb: (d: { line: string }) => `Det er ført timer eller utgifter på «${d.line}». La linja stå, med 0 om den ikke skal ha mer.`,
      nn: (d: { line: string }) => `Det er ført timar eller utgifter på «${d.line}». La linja stå, med 0 om ho ikkje skal ha meir.`,
      en: (d: { line: string }) => `Hours or expenses are booked on “${d.line}”. Leave the line, with 0 if it gets no more.`,
    },
  },
  wrongLine: {
    status: 422,
    texts: {
      nb: (d: { line: string }) =>
        `«${d.line}» passer ikke der: kostnader betales av finansiering av samme slag, og et tilsagn hører til et tilskudd.`,
      nn: (d: { line: string }) =>
        `«${d.line}» passar ikkje der: kostnader blir betalte av finansiering av same slag, og eit tilsegn høyrer til eit tilskot.`,
      en: (d: { line: string }) =>
        `“${d.line}” does not fit there: costs are paid by financing of the same sort, and an award belongs to a grant.`,
    },
  },
});

function said({ balance }: { balance?: Balance }, language: "nb" | "nn" | "en"): string {
  return balance ? (whatDiffers(balance, language) ?? "") : "";
}

function gap(
  { differenceOre }: Pair,
  costs: string,
  moreThanFinancing: string,
  financing: string,
  moreThanCosts: string,
  language: "nb" | "nn" | "en",
): string | undefined {
  if (differenceOre === 0) return undefined;
  const sum = writtenMoney(Math.abs(differenceOre), language);
  return differenceOre > 0 ? `${costs} ${sum} ${moreThanFinancing}.` : `${financing} ${sum} ${moreThanCosts}.`;
}
