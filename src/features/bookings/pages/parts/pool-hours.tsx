import type { CSSProperties } from "react";
import type { Language } from "../../../../platform/language/language.ts";
import { bookingWords } from "../words.ts";

type PoolHoursProps = { taken: number[]; places: number; hours: string[]; language: Language };

/** How many places of a pool are taken, hour by hour. */
export function PoolHours({ taken, places, hours, language }: PoolHoursProps) {
  const text = bookingWords[language];
  return (
    <ol className="plan-fill" aria-label={text.takenPerHour}>
      {taken.map((count, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hours have no other name on a night that has one twice
        <li key={place} style={{ "--share": count / places } as CSSProperties}>
          <span className="hidden">{text.at({ hour: hours[place] ?? "" })}</span>
          <b>{count}</b>
        </li>
      ))}
    </ol>
  );
}
