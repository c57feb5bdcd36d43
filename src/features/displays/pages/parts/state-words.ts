import type { DoorState } from "../../../../interface/components/door.tsx";
import { clock, moment } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { displayWords } from "../words.ts";

export type Room = {
  state: "free" | "taken" | "closed";
  until: string | null;
  next: { startsAt: string }[];
};

/** How the door is drawn. */
export const doorOf: Record<Room["state"], DoorState> = { free: "open", taken: "shut", closed: "closed" };

/** "10:30", as the house's clocks show it. */
export function timeOf(at: string, timeZone: string): string {
  return clock(Temporal.Instant.from(at).toZonedDateTimeISO(timeZone));
}

/** "Ledig til kl. 11:00", "Opptatt til kl. 10:30", "Stengt". */
export function stateInWords({ state, until }: Room, timeZone: string, language: Language): string {
  const text = displayWords[language];
  if (state === "closed") return text.closed;
  if (until === null) return state === "free" ? text.freeToday : text.taken;
  const time = timeOf(until, timeZone);
  return state === "free" ? text.freeUntil({ time }) : text.takenUntil({ time });
}

/** "i morgen kl. 08:00": when a closed house opens. */
export function opensInWords({ until }: Room, now: string, timeZone: string, language: Language): string | undefined {
  if (until === null) return undefined;
  const [at, today] = [until, now].map((one) => Temporal.Instant.from(one).toZonedDateTimeISO(timeZone));
  return at && today && moment(at, today, language);
}
