import { catalogue, type Language } from "../../../platform/language/language.ts";
import { writtenMoney } from "../../../platform/language/written-money.ts";
import type { Rule } from "../funding/funder-rules.ts";
import { valuesOf } from "../funding/queries.ts";
import type { Budget } from "./read-budget.ts";

type Award = { id: string; funder: string; amountOre: number; rules: readonly Rule[] };

/** What in a budget does not fit the awards. It is told and stops nothing: an award may be on its way. */
export function findingsOf({ lines, draft }: Budget, awards: readonly Award[], language: Language): string[] {
  const words = texts[language];
  const amount = (line: Budget["lines"][number]) => (draft === null ? line.revisedOre : line.draftOre) ?? 0;
  const total = lines.filter(({ side }) => side === "cost").reduce((sum, line) => sum + amount(line), 0);
  const ofAwards = awards.flatMap(({ id, funder, amountOre, rules }) => {
    const planned = lines.filter(({ fundingId }) => fundingId === id).reduce((sum, line) => sum + amount(line), 0);
    const share = valuesOf(rules).support_percent;
    const most = share === undefined ? undefined : Math.floor((total * share) / 100);
    return [
      ...(planned > amountOre ? [words.overAward({ funder, by: writtenMoney(planned - amountOre, language) })] : []),
      ...(most !== undefined && planned > most
        ? [words.overShare({ funder, percent: share ?? 0, most: writtenMoney(most, language) })]
        : []),
    ];
  });
  const unpaid = lines.filter((line) => line.side === "cost" && amount(line) > 0 && line.financedById === null);
  const overspent = lines.filter((line) => line.side === "financing" && line.actualOre > amount(line));
  return [
    ...ofAwards,
    ...unpaid.map(({ text }) => words.unpaid({ line: text })),
    ...overspent.map((line) => words.overspent({ line: line.text, by: writtenMoney(line.actualOre - amount(line), language) })),
  ];
}

const texts = catalogue({
  nb: {
    overAward: (d: { funder: string; by: string }) => `Budsjettet bruker ${d.by} mer enn ${d.funder} har gitt.`,
    overShare: (d: { funder: string; percent: number; most: string }) =>
      `${d.funder} dekker høyst ${d.percent} % av kostnadene: ${d.most}.`,
    unpaid: (d: { line: string }) => `Ingen finansieringslinje betaler «${d.line}».`,
    overspent: (d: { line: string; by: string }) => `Det er ført ${d.by} mer på «${d.line}» enn linja har.`,
  },
  nn: {
    overAward: (d: { funder: string; by: string }) => `Budsjettet bruker ${d.by} meir enn ${d.funder} har gitt.`,
    overShare: (d: { funder: string; percent: number; most: string }) =>
      `${d.funder} dekkjer høgst ${d.percent} % av kostnadene: ${d.most}.`,
    unpaid: (d: { line: string }) => `Inga finansieringslinje betaler «${d.line}».`,
    overspent: (d: { line: string; by: string }) => `Det er ført ${d.by} meir på «${d.line}» enn linja har.`,
  },
  en: {
    overAward: (d: { funder: string; by: string }) => `The budget uses ${d.by} more than ${d.funder} has given.`,
    overShare: (d: { funder: string; percent: number; most: string }) => `${d.funder} pays at most ${d.percent}% of the costs: ${d.most}.`,
    unpaid: (d: { line: string }) => `No line of financing pays for “${d.line}”.`,
    overspent: (d: { line: string; by: string }) => `${d.by} more is booked on “${d.line}” than the line has.`,
  },
});
