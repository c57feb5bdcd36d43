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

type Props = {
  standing: Standing;
  /** The day after the period. */
  to: string;
  isOver: boolean;
  language: Language;
};

/** Counted, corrected, closed, settled: where the period stands. */
export function PeriodPath({ standing, to, isOver, language }: Props) {
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
        {
          title: isOver ? words.counted : words.counting,
          about: words.countedAbout({ days: number(totals.days, language), isOne: totals.days === 1, unclear: unclearScans }),
          state: isOver ? "done" : "now",
        },
        {
          title: words.correctionsWait(waiting),
          about: waits ? (
            <>
              <a href="#waiting">{words.seeThem}</a> {words.beforeClosing}
            </>
          ) : (
            words.noneWait
          ),
          state: !isOver ? "later" : waits ? "now" : "done",
        },
        {
          title: words.close,
          about: closedAt ? words.isClosed(closedAt) : isOver ? words.laterGoNext : words.notBefore(dateWithYear(to, language)),
          state: settlement ? "done" : waits || !isOver ? "later" : "now",
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
