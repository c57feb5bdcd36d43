import type { DoorState } from "../../../../interface/components/door.tsx";
import { seatsWords } from "../../../../interface/components/seats.tsx";
import { inWords, number, weekday } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { findWords } from "../words/find-words.ts";

type DaySeats = { guestSeats: number; guestSeatsLeft: number; askFirst: boolean; waiting: number };

/** The door of a house on a day: shut when full, ajar when the host answers first, none when closed. */
export function doorOf(space: Omit<DaySeats, "waiting">): DoorState {
  if (space.guestSeats === 0) return "closed";
  if (space.guestSeatsLeft === 0) return "shut";
  return space.askFirst ? "ajar" : "open";
}

/** The same in words: "4 av 6 ledige", "Fullt, to venter". */
export function wordsOf(space: DaySeats, day: string, language: Language): string {
  const text = findWords[language];
  if (space.guestSeats === 0) return text.closedDay(weekday(day, language));
  if (space.guestSeatsLeft === 0 && space.waiting > 0) return text.fullWaiting({ count: inWords(space.waiting, language) });
  const [free, seats] = [space.guestSeatsLeft, space.guestSeats];
  if (space.askFirst && free > 0) return text.hostAnswers(number(free, language), number(seats, language));
  return seatsWords({ free, seats }, language);
}
