import { list, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { sectorName } from "../../../organizations/parts.ts";
import { stageWords } from "../../stage-words.ts";
import { profileWords } from "../profile-words.ts";
import type { ShownInvestor } from "./of-api.ts";

type InvestorFactsProps = {
  investor: Pick<ShownInvestor, "ticketFromOre" | "ticketToOre" | "stages" | "sectors" | "counties" | "looksFor" | "avoids">;
  counties: readonly { number: string; nameNo: string }[];
  language: Language;
};

export function ticketInWords(
  { ticketFromOre, ticketToOre }: Pick<ShownInvestor, "ticketFromOre" | "ticketToOre">,
  language: Language,
): string {
  const text = profileWords[language];
  if (ticketFromOre !== null && ticketToOre !== null) return `${money(ticketFromOre, language)}–${money(ticketToOre, language)}`;
  if (ticketFromOre !== null) return text.from({ from: money(ticketFromOre, language) });
  return ticketToOre === null ? text.all : text.upTo({ to: money(ticketToOre, language) });
}

/** What an investor looks for, to be read. */
export function InvestorFacts({ investor, counties, language }: InvestorFactsProps) {
  const text = profileWords[language];
  const named = (items: readonly string[]) => (items.length === 0 ? text.all : list(items, language));
  const facts: [string, string][] = [
    [text.ticket, ticketInWords(investor, language)],
    [text.stages, named(investor.stages.map((stage) => stageWords[language][stage]))],
    [text.sectors, named(investor.sectors.map((sector) => sectorName(sector, language)))],
    [text.counties, named(investor.counties.map((number) => counties.find((one) => one.number === number)?.nameNo ?? number))],
    [text.looksFor, investor.looksFor ?? text.notSaid],
    [text.avoids, investor.avoids ?? text.notSaid],
  ];
  return (
    <dl className="key-facts">
      {facts.map(([label, fact]) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
  );
}
