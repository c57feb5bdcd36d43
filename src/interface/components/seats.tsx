import type { Language } from "../../platform/language/language.ts";
import { words } from "../messages.ts";

/** Chairs are drawn one by one up to here; beyond, the number stands alone. */
export const mostDrawnSeats = 12;

export type SeatsProps = { free: number; seats: number; isClosed?: boolean; size?: "large" };

/** The chairs of a day: free, then taken; all dashed when closed. Draws nothing beyond twelve. Say the count in words beside it. */
export function Seats({ free, seats, isClosed = false, size }: SeatsProps) {
  if (seats > mostDrawnSeats || seats < 1) return null;
  return (
    <span className={size ? `seats ${size}` : "seats"} aria-hidden="true">
      {Array.from({ length: seats }, (_, seat) => {
        const state = isClosed ? "closed" : seat < free ? "free" : "taken";
        // biome-ignore lint/suspicious/noArrayIndexKey: chairs of one kind are alike and never move
        return <Chair key={seat} state={state} />;
      })}
    </span>
  );
}

/** One chair seen from above. */
export function Chair({ state }: { state: "free" | "taken" | "closed" }) {
  return (
    <svg className={`seat-${state}`} viewBox="0 0 16 16" aria-hidden="true">
      <path d="M3 2.5h10v6a5 5 0 0 1-10 0z" />
    </svg>
  );
}

/** The chairs and "6 av 8 ledige". */
export function SeatsWithWords({ language, ...seats }: SeatsProps & { language: Language }) {
  return (
    <span className="seats-words">
      <Seats {...seats} /> <span className="small">{seatsWords(seats, language)}</span>
    </span>
  );
}

/** "6 av 8 ledige", "Fullt" or "Stengt". */
export function seatsWords({ free, seats, isClosed = false }: SeatsProps, language: Language): string {
  if (isClosed || seats < 1) return words[language].closed;
  return free > 0 ? words[language].seatsFree({ free, seats }) : words[language].full;
}
