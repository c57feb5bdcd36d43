import { ProcessPath } from "../../../../../interface/components/steps.tsx";
import { dateWithYear, inWordsFirst, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import { exchangeWords } from "../exchange-words.ts";

type Standing = {
  totals: { days: number };
  unclearScans: number;
  openCorrections: number;
  settlement: { closedAt: string } | null;
  transfers: readonly unknown[];
};

/** Counted, corrected, closed, settled: where the period stands. */
export function PeriodPath({ standing, language }: { standing: Standing; language: Language }) {
  const words = exchangeWords[language];
  const { totals, unclearScans, openCorrections, settlement, transfers } = standing;
  const waits = openCorrections > 0 && settlement === null;
  const closedAt = settlement && dateWithYear(Temporal.Instant.from(settlement.closedAt).toZonedDateTimeISO("Europe/Oslo"), language);
  const waiting = { count: waits ? openCorrections : 0, inWords: inWordsFirst(openCorrections, language, "feminine") };
  return (
    <ProcessPath
      label={words.path}
      language={language}
      steps={[
        { title: words.counted, about: words.countedAbout({ days: number(totals.days, language), unclear: unclearScans }), state: "done" },
        {
          title: words.correctionsWait(waiting),
          about: waits ? (
            <>
              <a href="#waiting">{words.seeThem}</a> {words.beforeClosing}
            </>
          ) : (
            words.noneWait
          ),
          state: waits ? "now" : "done",
        },
        {
          title: words.close,
          about: closedAt ? words.isClosed(closedAt) : words.laterGoNext,
          state: settlement ? "done" : waits ? "later" : "now",
        },
        {
          title: words.settleUp,
          about: words.transferCount({ count: transfers.length, inWords: inWordsFirst(transfers.length, language, "feminine") }),
          state: settlement ? "now" : "later",
        },
      ]}
    />
  );
}
