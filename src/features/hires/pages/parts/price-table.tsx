import type { z } from "zod";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { money, number } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { estimateShape } from "../../shapes.ts";
import { hireWords } from "../hire-words.ts";

type Price = Pick<z.infer<typeof estimateShape>, "lines" | "total">;

/** What a price is made of, line by line, and what it comes to with VAT by its rates. */
export function PriceTable({ lines, total, language }: Price & { language: Language }) {
  const text = hireWords[language];
  return (
    <>
      <DataTable
        caption={text.price}
        isCaptionHidden
        rows={lines.map((line, index) => ({ ...line, key: String(index) }))}
        keyOf={({ key }) => key}
        columns={[
          { label: text.line, isHeading: true, cell: (line) => line.text, total: text.net },
          { label: text.quantity, isNumeric: true, cell: ({ quantity }) => number(quantity, language) },
          { label: text.unitPrice, isNumeric: true, cell: ({ unitOre }) => money(unitOre, language) },
          { label: text.vat, isNumeric: true, cell: ({ vatPercent }) => `${vatPercent} %` },
          {
            label: text.amount,
            isNumeric: true,
            cell: ({ amountOre }) => money(amountOre, language),
            total: money(total.netOre, language),
          },
        ]}
      />
      <PriceSums total={total} language={language} />
    </>
  );
}

/** VAT of each rate, and what there is to pay. */
export function PriceSums({ total, language }: { total: Price["total"]; language: Language }) {
  const text = hireWords[language];
  return (
    <dl className="hire-sums">
      {total.rates
        .filter(({ vatPercent }) => vatPercent > 0)
        .map(({ vatPercent, vatOre }) => (
          <div key={vatPercent}>
            <dt>{text.vatOf({ percent: String(vatPercent) })}</dt>
            <dd>{money(vatOre, language)}</dd>
          </div>
        ))}
      <div>
        <dt>
          <b>{text.sum}</b>
        </dt>
        <dd>
          <b>{money(total.sumOre, language)}</b>
        </dd>
      </div>
    </dl>
  );
}
