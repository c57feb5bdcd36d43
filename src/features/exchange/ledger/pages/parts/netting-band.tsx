import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { SettlementDrawing } from "../../../../../interface/components/settlement-drawing.tsx";
import { inWords, inWordsFirst, money, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { exchangeWords } from "../exchange-words.ts";

type Party = { id: string; name: string };
export type TransferData = { payer: Party; receiver: Party; amountOre: number };

/** Who pays whom, drawn and as a table. */
export function NettingBand({
  kind,
  debts,
  transfers,
  language,
}: {
  kind: string;
  debts: number;
  transfers: readonly TransferData[];
  language: Language;
}) {
  const words = exchangeWords[language];
  const isNetted = kind === "netting";
  const short = shortNames(transfers.flatMap(({ payer, receiver }) => [payer.name, receiver.name]));
  const sum = transfers.reduce((total, { amountOre }) => total + amountOre, 0);
  const count = { count: transfers.length, inWords: inWords(transfers.length, language, "feminine") };
  if (transfers.length === 0)
    return (
      <section className="band" aria-labelledby="netting">
        <div className="frame section-s">
          <h2 id="netting">{words.nothingToSettle}</h2>
          <p className="soft">{words.noMoney}</p>
        </div>
      </section>
    );
  return (
    <section className="band" aria-labelledby="netting">
      <div className="frame section-s">
        <h2 id="netting">{isNetted ? words.claimsBecome({ debts: number(debts, language), transfers: count }) : words.transfers}</h2>
        <p className="soft">{isNetted ? words.fewest : words.directly}</p>
        <div className="settlement-grid">
          <SettlementDrawing
            transfers={transfers.map(({ payer, receiver, amountOre }) => ({
              from: short(payer.name),
              to: short(receiver.name),
              amountOre,
            }))}
            language={language}
          />
          <DataTable
            caption={words.transfers}
            isCaptionHidden
            rows={transfers}
            keyOf={({ payer, receiver }) => payer.id + receiver.id}
            columns={[
              {
                label: words.payer,
                cell: ({ payer }) => payer.name,
                isHeading: true,
                total: isNetted
                  ? words.insteadOf({ transfers: inWordsFirst(transfers.length, language, "feminine"), debts: number(debts, language) })
                  : words.transfers,
              },
              { label: words.receiver, cell: ({ receiver }) => receiver.name },
              { label: words.amount, cell: ({ amountOre }) => money(amountOre, language), isNumeric: true, total: money(sum, language) },
            ]}
          />
        </div>
      </div>
    </section>
  );
}

const longestDrawn = 18;

/** A long name stands in the drawing by its first word, unless another's begins with the same; the table has it whole. */
function shortNames(names: readonly string[]): (name: string) => string {
  const firstWord = (name: string) => name.split(" ")[0] ?? name;
  const distinct = [...new Set(names)];
  return (name) =>
    name.length > longestDrawn && distinct.filter((other) => firstWord(other) === firstWord(name)).length === 1 ? firstWord(name) : name;
}
