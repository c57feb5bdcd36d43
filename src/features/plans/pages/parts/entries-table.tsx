import type { z } from "@hono/zod-openapi";
import { DataTable } from "../../../../interface/components/data-table.tsx";
import { moment } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { entry } from "../../shapes.ts";
import { amountInWords, signedAmount } from "../amounts.ts";
import { planWords } from "../words.ts";

type Entry = z.infer<typeof entry>;

/** The entries of an allowance, the last first: each balance is the one beneath it and the amount. */
export function EntriesTable({ entries, today, language }: { entries: readonly Entry[]; today: string; language: Language }) {
  const text = planWords[language];
  const written = (at: string) => moment(Temporal.Instant.from(at).toZonedDateTimeISO("Europe/Oslo"), today, language);
  return (
    <section className="section-s" id="entries" aria-labelledby="entries-title">
      <h2 id="entries-title">
        {text.entries}: {entries[0] && text.units[entries[0].unit]}
      </h2>
      <DataTable
        caption={text.entries}
        isCaptionHidden
        rows={entries}
        keyOf={({ id }) => id}
        columns={[
          { label: text.when, isHeading: true, cell: ({ writtenAt }) => written(writtenAt) },
          {
            label: text.whatWritten,
            cell: ({ kind, bookingId, person }) => (
              <>
                {text.entryKinds[kind]}
                {bookingId && ` ${text.forBooking}`}
                {person && `, ${person}`}
              </>
            ),
          },
          { label: text.difference, isNumeric: true, cell: ({ unit, amount }) => signedAmount(unit, amount, language) },
          { label: text.balance, isNumeric: true, cell: ({ unit, balance }) => amountInWords(unit, balance, language) },
        ]}
      />
    </section>
  );
}
