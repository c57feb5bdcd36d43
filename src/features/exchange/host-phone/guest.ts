/** A guest of the day as the host's phone keeps it: read from the page, so that it is there without a connection too. */
export interface Guest {
  passId: string;
  /** Given name and initial. */
  holder: string;
  home: string;
  code: string;
  state: GuestState;
  /** When the guest was let in, ISO; null when not. */
  since: string | null;
}

/** in: let in. expected: has a seat. asks: the host answers first. listed: waits for a seat, or was offered one. gone: the day is over. */
export type GuestState = "in" | "expected" | "asks" | "listed" | "gone";

/** How a pass stands at the door. */
export function guestState(pass: { state: string; waitsFor: string | null }): GuestState {
  if (pass.state === "checked_in") return "in";
  if (pass.state === "held" || pass.state === "no_show") return "expected";
  if (pass.state === "waiting" && pass.waitsFor === "host") return "asks";
  if (pass.state === "waiting" || pass.state === "offered") return "listed";
  return "gone";
}
