import { DataTable } from "../../../../interface/components/data-table.tsx";
import { dateWithYear, money } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { ShownPack } from "../../packs/present.ts";
import { packWords } from "../pack-words.ts";

/** What was bought in the period, a row a voucher. */
export function PackExpenses({ expenses, language }: { expenses: ShownPack["expenses"]; language: Language }) {
  const text = packWords[language];
  if (expenses === null || expenses.length === 0) return null;
  const sum = expenses.reduce((total, { amountOre }) => total + amountOre, 0);
  return (
    <section aria-labelledby="expenses" className="stack">
      <h2 id="expenses">{text.expenses}</h2>
      <DataTable
        caption={text.expenses}
        isCaptionHidden
        rows={expenses.map((one, place) => ({ ...one, place }))}
        keyOf={({ place }) => String(place)}
        columns={[
          {
            label: text.expense,
            isHeading: true,
            cell: (one) => (one.supplier ? `${one.text}, ${one.supplier}` : one.text),
            total: text.sum,
          },
          { label: text.day, cell: ({ day }) => dateWithYear(day, language) },
          { label: text.line, cell: ({ line }) => line },
          { label: text.receipt, cell: ({ receipts }) => receipts.join(", ") || text.noReceipt },
          { label: text.amount, isNumeric: true, cell: ({ amountOre }) => money(amountOre, language), total: money(sum, language) },
        ]}
      />
    </section>
  );
}
