import { dateWithYear, inWords, number } from "../../../../../interface/format.ts";
import type { Language } from "../../../../../platform/language/language.ts";
import type { Period } from "../../period.ts";
import { exchangeWords } from "../exchange-words.ts";
import { periodName } from "./period-name.ts";

type Props = {
  period: Period;
  days: number;
  /** How many transfers there will be, in words. */
  transfers: string;
  waiting: number;
  mayClose: boolean;
  /** Whether one has asked to close and is now told what that means. */
  isSure: boolean;
  path: string;
  language: Language;
};

/** Closing cannot be undone: it asks once, says what becomes of it, and the button repeats the number. */
export function CloseBar({ period, days, transfers, waiting, mayClose, isSure, path, language }: Props) {
  const words = exchangeWords[language];
  const count = number(days, language);
  const here = `${path}?from=${period.from}`;
  if (isSure && mayClose)
    return (
      <div className="close-bar room" id="close">
        <div>
          <h3>{words.sure({ name: periodName(period, language), days: count, transfers })}</h3>
          <p className="small">{words.cannotUndo}</p>
        </div>
        <form className="buttons" method="post" action={path}>
          <input type="hidden" name="from" value={period.from} />
          <input type="hidden" name="to" value={period.to} />
          <a className="button" href={`${here}#close`}>
            {words.notYet}
          </a>
          <button className="button lit" type="submit" name="doing" value="close">
            {words.closeNow(count)}
          </button>
        </form>
      </div>
    );
  return (
    <div className="close-bar room" id="close">
      <div>
        <h3>{words.ready}</h3>
        <p className="small">
          {!mayClose
            ? words.notOver(dateWithYear(period.to, language))
            : waiting > 0
              ? words.readyNo({ count: waiting, inWords: inWords(waiting, language, "feminine") })
              : words.readyYes}
        </p>
      </div>
      {mayClose && (
        <a className="button lit" href={`${here}&close#close`}>
          {words.closeQuarter}
        </a>
      )}
    </div>
  );
}
