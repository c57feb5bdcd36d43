import type { CSSProperties, ReactNode } from "react";

export type Bar = {
  key: string;
  label: ReactNode;
  value: number | null;
  /** Written in the reader's language; a link where the number opens. */
  amount: ReactNode;
};

type BarsProps = {
  caption: string;
  isCaptionHidden?: boolean;
  /** Headings of the two columns. */
  headings: readonly [what: string, howMuch: string];
  bars: readonly Bar[];
};

/** Amounts side by side as bars, which are a table too: the numbers stand beside the bars. */
export function Bars({ caption, isCaptionHidden = false, headings, bars }: BarsProps) {
  const most = Math.max(...bars.map(({ value }) => value ?? 0), 0);
  return (
    <table className="bars">
      <caption>{isCaptionHidden ? <span className="hidden">{caption}</span> : caption}</caption>
      <thead className="hidden">
        <tr>
          {headings.map((heading) => (
            <th key={heading} scope="col">
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, value, amount }) => (
          <tr key={key}>
            <th scope="row">{label}</th>
            <td>
              <i style={{ "--part": most > 0 ? Math.max(value ?? 0, 0) / most : 0 } as CSSProperties} />
              <span className="amount">{amount}</span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
