import type { CSSProperties } from "react";
import type { Language } from "../../platform/language/language.ts";
import { money, number, signed } from "../format.ts";
import { words } from "../messages.ts";

export type FairnessRow = {
  name: string;
  /** Its rows, for those who may see them. */
  href?: string;
  town: string;
  /** Days, counted at check-in. */
  gave: number;
  got: number;
  /** Of those, over the quota. */
  gaveOver: number;
  gotOver: number;
  /** Positive: is owed. Negative: owes. */
  owedOre: number;
};

/** Who gave and who got: bars back to back, the number beside each, and what it comes to in money. */
export function FairnessTable({ caption, rows, language }: { caption: string; rows: readonly FairnessRow[]; language: Language }) {
  const text = words[language];
  const most = Math.max(1, ...rows.flatMap(({ gave, got }) => [gave, got]));
  const sum = (pick: (row: FairnessRow) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return (
    <table className="fairness sheets">
      <caption className="soft small">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{text.house}</th>
          <th scope="col" className="got">
            {text.got}
          </th>
          <th scope="col" className="gave">
            {text.gave}
          </th>
          <th scope="col" className="n">
            {text.difference}
          </th>
          <th scope="col" className="n">
            {text.overQuota}
          </th>
          <th scope="col" className="n">
            {text.isOwed}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={`${row.name} ${row.town}`}>
            <th scope="row">
              {row.href ? <a href={row.href}>{row.name}</a> : row.name}
              <span className="fine soft">{row.town}</span>
            </th>
            <td className="got" data-l={text.got}>
              <b>{number(row.got, language)}</b>
              <i style={bar(row.got / most)} />
            </td>
            <td className="gave" data-l={text.gave}>
              <i style={bar(row.gave / most)} />
              <b>{number(row.gave, language)}</b>
            </td>
            <td className="n" data-l={text.difference}>
              {signed(row.gave - row.got, language)}
            </td>
            <td className="n" data-l={text.overQuota}>
              {row.gaveOver + row.gotOver === 0 ? "–" : text.gaveAndGot({ gave: row.gaveOver, got: row.gotOver })}
            </td>
            <td className="n money" data-l={text.isOwed}>
              {money(row.owedOre, language)}
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{text.total}</th>
          <td className="got" data-l={text.got}>
            {number(
              sum((row) => row.got),
              language,
            )}
          </td>
          <td className="gave" data-l={text.gave}>
            {number(
              sum((row) => row.gave),
              language,
            )}
          </td>
          <td className="n" data-l={text.difference}>
            {signed(
              sum((row) => row.gave - row.got),
              language,
            )}
          </td>
          <td className="n" data-l={text.overQuota}>
            {number(
              sum((row) => row.gaveOver),
              language,
            )}
          </td>
          <td className="n" data-l={text.isOwed}>
            {money(
              sum((row) => row.owedOre),
              language,
            )}
          </td>
        </tr>
      </tfoot>
    </table>
  );
}

function bar(share: number): CSSProperties {
  return { "--share": Math.round(share * 1000) / 1000 } as CSSProperties;
}
