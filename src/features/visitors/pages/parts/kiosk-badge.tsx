import { fullDay } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { awayWords } from "../away-words.ts";
import type { Badge } from "../carry-out-kiosk.ts";

type BadgeProps = { badge: Badge; visited: string | null; house: string; language: Language };

/** The badge of whoever has just come: on the screen as it is printed, from the printer beside it. The button needs a script. */
export function KioskBadge({ badge, visited, house, language }: BadgeProps) {
  const text = awayWords[language];
  return (
    <>
      <section className="kiosk-badge" aria-label={text.badge}>
        <p className="kiosk-badge-house">{house}</p>
        <p className="kiosk-badge-name">{badge.name}</p>
        {badge.organization && <p>{badge.organization}</p>}
        {visited && (
          <p className="small">
            {text.visits} {visited}
          </p>
        )}
        <p className="small">
          {fullDay(badge.day, language)} · {badge.code}
        </p>
      </section>
      <p>
        <button type="button" className="button big" hidden data-print>
          {text.print}
        </button>
      </p>
    </>
  );
}
