import { DataTable } from "../../../../interface/components/data-table.tsx";
import { money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { ShownPack } from "../../packs/present.ts";
import { packWords, writtenDeviation } from "../pack-words.ts";

/** Plan beside actual, a side at a time. */
export function PackAccounts({ pack, language }: { pack: Pick<ShownPack, "lines" | "actual">; language: Language }) {
  const text = packWords[language];
  return (
    <section aria-labelledby="accounts" className="stack">
      <h2 id="accounts">{text.accounts}</h2>
      {(["cost", "financing"] as const).map((side) => {
        const rows = pack.lines.filter((line) => line.side === side);
        const sum = (of: "plannedOre" | "actualOre" | "periodOre") =>
          money(
            rows.reduce((total, line) => total + line[of], 0),
            language,
          );
        return (
          <DataTable
            key={side}
            caption={side === "cost" ? text.costs : text.financing}
            rows={rows}
            keyOf={({ id }) => id}
            classOf={({ mustExplain }) => (mustExplain ? "rows-late" : undefined)}
            columns={[
              {
                label: text.line,
                isHeading: true,
                cell: (line) => (line.isInKind ? `${line.text} (${text.inKind})` : line.text),
                total: text.sum,
              },
              { label: text.planned, isNumeric: true, cell: ({ plannedOre }) => money(plannedOre, language), total: sum("plannedOre") },
              { label: text.within, isNumeric: true, cell: ({ periodOre }) => money(periodOre, language), total: sum("periodOre") },
              { label: text.actual, isNumeric: true, cell: ({ actualOre }) => money(actualOre, language), total: sum("actualOre") },
              { label: text.deviation, isNumeric: true, cell: ({ deviationPercent }) => writtenDeviation(deviationPercent, language) },
            ]}
          />
        );
      })}
      <p>{pack.actual.differenceOre === 0 ? text.balanced : text.differs({ sum: money(pack.actual.differenceOre, language) })}</p>
    </section>
  );
}
