import type { DoorState } from "../../../../interface/components/door.tsx";
import { clock, inWords, moment } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import { passWords } from "../words/pass-words.ts";

type Shown = {
  state: string;
  waitsFor: string | null;
  placeInLine: number | null;
  checkedInAt: string | null;
  ending: string | null;
  offerExpiresAt: string | null;
};

/** How a pass stands, in words for its holder, or of the holder to somebody else. */
export function passStateWords(pass: Shown, today: string, language: Language, holder?: string): string {
  const text = passWords[language];
  switch (pass.state) {
    case "held":
      return holder ? text.heldForOther(holder) : text.heldFor;
    case "waiting":
      return pass.waitsFor === "host" ? text.waitingForHost : text.waitingNumber(inWords(pass.placeInLine ?? 1, language));
    case "offered":
      if (!pass.offerExpiresAt) return text.lapsed;
      return offeredWords(momentWords(pass.offerExpiresAt, today, language));
    case "checked_in":
      return text.checkedIn(pass.checkedInAt ? timeIn(pass.checkedInAt) : "");
    case "completed":
      return text.wasThere;
    case "no_show":
      return text.noShow;
    case "refused":
      return text.refused;
    case "cancelled":
      return (
        { offer_lapsed: text.lapsed, membership_ended: text.membershipEnded, left_list: text.leftList }[pass.ending ?? ""] ?? text.cancelled
      );
    default:
      return "";
  }

  function offeredWords(until: string): string {
    return holder ? text.offeredOther(holder, until) : text.offeredUntil(until);
  }
}

/** The door that belongs to it: open when one may come in, ajar while one waits, shut when it is over. */
export function passDoor(pass: Pick<Shown, "state">): DoorState {
  if (pass.state === "held" || pass.state === "checked_in" || pass.state === "offered") return "open";
  return pass.state === "waiting" ? "ajar" : "shut";
}

/** A moment where most of the network lives: "i morgen kl. 18:00". */
export function momentWords(at: string, today: string, language: Language): string {
  return moment(Temporal.Instant.from(at).toZonedDateTimeISO("Europe/Oslo"), today, language);
}

function timeIn(moment: string): string {
  return clock(Temporal.Instant.from(moment).toZonedDateTimeISO("Europe/Oslo").toPlainTime());
}
