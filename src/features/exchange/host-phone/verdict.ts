import type { Signature } from "../../../interface/browser/door/signature.ts";
import type { GuestNow } from "./guests-now.ts";
import type { SeenProof } from "./read-proof.ts";

/** Who stands at the door, as far as the phone knows. */
type Person = { passId: string; holder: string; home: string };

/** What the host does with a code that was scanned, typed or chosen from the list. */
export type Verdict =
  | { kind: "let_in"; person: Person; isOffList: boolean; isUnchecked: boolean }
  | { kind: "already_in"; person: Person; since: string | null }
  | { kind: "waits"; person: Person; state: "asks" | "listed" }
  | { kind: "over"; person: Person }
  | { kind: "wrong_day"; person: Person; day: string }
  | { kind: "wrong_house"; person: Person }
  | { kind: "unknown"; why: "not_ours" | "forged" | "not_on_list" };

export interface AtTheDoor {
  spaceId: string;
  day: string;
  guests: readonly GuestNow[];
}

/** The verdict on a scanned code. `proof` is undefined when the text is no pass. */
export function verdictOfCode(proof: SeenProof | undefined, signature: Signature, door: AtTheDoor): Verdict {
  if (!proof || proof.day === "always") return { kind: "unknown", why: "not_ours" };
  if (signature === "forged") return { kind: "unknown", why: "forged" };
  const guest = door.guests.find(({ passId }) => passId === proof.passId);
  const isUnchecked = signature === "unchecked";
  if (guest) return { ...verdictOfGuest(guest), ...(isUnchecked && guest.state === "expected" ? { isUnchecked } : {}) };
  // without the signature only the list can be trusted
  if (isUnchecked) return { kind: "unknown", why: "not_on_list" };
  const person = { passId: proof.passId, holder: proof.holder, home: proof.home };
  if (proof.spaceId !== door.spaceId) return { kind: "wrong_house", person };
  if (proof.day !== door.day) return { kind: "wrong_day", person, day: proof.day };
  return { kind: "let_in", person, isOffList: true, isUnchecked: false };
}

/** The verdict on a guest chosen from the list. */
export function verdictOfGuest(guest: GuestNow): Verdict {
  const person = { passId: guest.passId, holder: guest.holder, home: guest.home };
  switch (guest.state) {
    case "in":
      return { kind: "already_in", person, since: guest.since };
    case "expected":
      return { kind: "let_in", person, isOffList: guest.isOffList, isUnchecked: false };
    case "asks":
    case "listed":
      return { kind: "waits", person, state: guest.state };
    case "gone":
      return { kind: "over", person };
  }
}

/** The guest whose code was typed: letters large or small, with or without the space in the middle. */
export function guestOfCode(typed: string, guests: readonly GuestNow[]): GuestNow | undefined {
  const code = typed.replace(/[\s-]/g, "").toUpperCase();
  return code === "" ? undefined : guests.find((guest) => guest.code === code);
}
