import { randomInt } from "node:crypto";

/** Where a pass stands. `waiting` is for a seat, or for the host's answer. */
export const passStates = ["waiting", "offered", "held", "checked_in", "completed", "cancelled", "no_show", "refused"] as const;
export type PassState = (typeof passStates)[number];

/** How a pass can end. */
export type Ending = "cancelled" | "refused" | "offer_lapsed" | "membership_ended" | "left_list" | "completed" | "no_show";

/** The state a pass is left in by its ending. */
export function stateAfter(ending: Ending): PassState {
  return ending === "refused" || ending === "completed" || ending === "no_show" ? ending : "cancelled";
}

/** Whether a pass in this state takes one of the host's seats and one of its person's days. */
export function takesSeat(state: PassState, waitsFor: "seat" | "host" | null): boolean {
  return state === "offered" || state === "held" || state === "checked_in" || (state === "waiting" && waitsFor === "host");
}

/** "Amina Larsen" is shown to a host as "Amina L.". */
export function holderName(name: string): string {
  const [given = "", ...others] = name.trim().split(/\s+/);
  const initial = others.at(-1)?.[0];
  return initial ? `${given} ${initial.toUpperCase()}.` : given;
}

// no letter or digit that is read or heard as another
const codeLetters = "23456789ABCDEFGHJKMNPQRTVWXY";

/** The words below the QR code: eight letters that can be read aloud, "K7M4QX2R". Unique per host and day by the database. */
export function newPassCode(): string {
  return Array.from({ length: 8 }, () => codeLetters[randomInt(codeLetters.length)]).join("");
}

/** A code as it is shown, "K7M4 QX2R". */
export function shownCode(code: string): string {
  return `${code.slice(0, 4)} ${code.slice(4)}`;
}

/** A code as someone typed it, made comparable. */
export function readCode(typed: string): string {
  return typed.toUpperCase().replace(/[^0-9A-Z]/g, "");
}
