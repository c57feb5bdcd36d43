import type { ReactNode } from "react";
import { DataTable } from "../../../../../interface/components/data-table.tsx";
import { clock, money, shortDay } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { exchangeWords } from "../exchange-words.ts";

type Side = { id: string; name: string };
export type RowData = {
  id: string;
  day: string;
  host: Side;
  home: Side;
  days: number;
  amountOre: number;
  overQuota: boolean;
  pass: { code: string | null; checkedInAt: string | null };
  space: { timeZone: string };
  reason: string | null;
  reverses: string | null;
  isReversed: boolean;
  correctionId: string | null;
  abilities: { askCorrection: boolean };
};

/** Rows of the ledger; what waits for an answer is marked, what is booked back is quiet. */
export function LedgerBook({
  rows,
  caption,
  actionOf,
  language,
}: {
  rows: readonly RowData[];
  caption: string;
  /** What one can do with a row, under its reason. */
  actionOf?: (row: RowData) => ReactNode;
  language: Language;
}) {
  const words = exchangeWords[language];
  if (rows.length === 0) return <p>{words.noRows}</p>;
  return (
    <DataTable
      caption={caption}
      isCaptionHidden
      rows={rows}
      keyOf={({ id }) => id}
      classOf={(row) => (row.correctionId ? "rows-late" : row.reverses || row.isReversed ? "rows-quiet" : undefined)}
      columns={[
        { label: words.day, cell: ({ day }) => shortDay(day, language), isHeading: true },
        { label: words.pass, cell: ({ pass }) => codeInGroups(pass.code) },
        { label: words.hostGets, cell: ({ host }) => host.name },
        { label: words.homeOwes, cell: ({ home }) => home.name },
        { label: words.days, cell: ({ days }) => (days < 0 ? "\u22121" : "1"), isNumeric: true },
        { label: words.price, cell: ({ amountOre }) => money(amountOre, language), isNumeric: true },
        {
          label: words.reason,
          cell: (row) => (
            <>
              {reasonOf(row, language)}
              {actionOf?.(row)}
            </>
          ),
        },
      ]}
    />
  );
}

/** "K2P8 MM4D". */
export function codeInGroups(code: string | null): string {
  return code === null ? "–" : `${code.slice(0, 4)} ${code.slice(4)}`;
}

function reasonOf(row: RowData, language: Language): string {
  const words = exchangeWords[language];
  if (row.reverses !== null) return words.reversed(row.reason ?? "");
  if (row.isReversed) return words.isReversed;
  if (row.correctionId !== null) return words.waitsForAnswer;
  const checkedInAt = row.pass.checkedInAt;
  const checkedIn = checkedInAt && words.checkedIn(clock(Temporal.Instant.from(checkedInAt).toZonedDateTimeISO(row.space.timeZone)));
  return [checkedIn, row.overQuota && words.overQuota].filter(Boolean).join(". ");
}
