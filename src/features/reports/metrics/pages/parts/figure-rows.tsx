import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { Notice } from "../../../../../interface/components/notice.tsx";
import { dateWithYear, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { type RowOrder, rowOrders } from "../../row-order.ts";
import { sourceWords } from "../../source-words.ts";
import { metricWords } from "../metric-words.ts";

type Row = {
  key: string;
  label: string;
  path: string | null;
  day: string;
  amount: number | null;
  ofAmount: number | null;
  municipalityNumber: string | null;
  source: string;
};

type FigureRowsProps = {
  rows: { items: Row[]; n: number; hidden: number };
  metric: { name: string; kind: "sum" | "ratio" };
  order: RowOrder;
  /** The address of the same rows in another order. */
  inOrder: (order: RowOrder) => string;
  language: Language;
};

/** The rows a figure was counted from, and how many of them are not for the reader. */
export function FigureRows({ rows: { items, n, hidden }, metric, order, inOrder, language }: FigureRowsProps) {
  const text = metricWords[language];
  const sources = sourceWords[language];
  const write = (amount: number | null) => (amount === null ? text.missing : number(Math.round(amount * 100) / 100, language));
  return (
    <>
      {hidden > 0 && (
        <Notice kind="light" icon="lock" title={text.hiddenRows({ hidden: number(hidden, language), n: number(n, language) })} />
      )}
      {n === 0 && <p className="soft">{text.noRows}</p>}
      {n > 1 && items.length > 0 && (
        <ul className="chips">
          {rowOrders.map((one) => (
            <li key={one}>
              <a className="chip" href={inOrder(one)} aria-current={one === order ? "true" : undefined}>
                {text.orders[one]}
              </a>
            </li>
          ))}
        </ul>
      )}
      {items.length > 0 && (
        <DataTable<Row>
          caption={`${text.rows}: ${metric.name}`}
          isCaptionHidden
          rows={items}
          keyOf={({ key, day }) => `${day} ${key}`}
          columns={[
            {
              label: text.row,
              isHeading: true,
              cell: ({ label, path }) => (path ? <a href={`/${language}${path}`}>{label}</a> : label),
            },
            { label: text.day, cell: ({ day }) => dateWithYear(day, language) },
            { label: text.place, cell: ({ municipalityNumber }) => municipalityNumber ?? "–" },
            { label: text.amount, isNumeric: true, cell: ({ amount }) => write(amount) },
            ...(metric.kind === "ratio" ? [{ label: text.of, isNumeric: true, cell: ({ ofAmount }: Row) => write(ofAmount) }] : []),
            { label: text.source, cell: ({ source }) => sources[source as keyof typeof sources] },
          ]}
        />
      )}
    </>
  );
}
