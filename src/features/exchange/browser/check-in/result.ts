import { button, fill, span } from "../../../../interface/browser/door/fill.ts";
import type { GuestNow } from "../../host-phone/guests-now.ts";
import type { Verdict } from "../../host-phone/verdict.ts";
import type { phoneWords } from "../../host-phone/words.ts";

type Words = (typeof phoneWords)["nb"];

/** The verdict on screen, how the guest stands now, and what the server said no with. */
export interface Shown {
  verdict: Verdict;
  guest: GuestNow | undefined;
  refusal: string | undefined;
  message: string;
  /** Why the guest could not be given a seat. */
  problem?: string | undefined;
}

type Saying = { words: Words; time: (moment: string) => string; day: (day: string) => string };

/** What a code means, as a room one can see from an arm's length. */
export function resultRoom(shown: Shown, saying: Saying): HTMLElement {
  const { words } = saying;
  const { door, verdict, name, text, note } = contentOf(shown, saying);
  const room = fill(door, { verdict, name, text, note });
  const actions = room.querySelector(".result-actions");
  const person = personOf(shown.verdict);
  if (shown.guest?.state === "in" && person && !shown.refusal) {
    const undo = document.createElement("form");
    undo.dataset.act = "out";
    undo.dataset.pass = person.passId;
    undo.append(button(words.undo, person.holder, "button small"));
    const since = shown.guest.since ? words.checkedIn(saying.time(shown.guest.since)) : "";
    actions?.append(undo, span(shown.guest.sendsLater ? `${since}, ${words.sendsLater}` : since));
  } else {
    const close = button(words.close, name, "button small quiet");
    close.dataset.close = "";
    if (shown.verdict.kind === "wrong_day") {
      const anyway = button(words.anyway, name, "button small");
      anyway.dataset.anyway = "";
      actions?.append(anyway);
    }
    actions?.append(close);
  }
  return room;
}

/** Whom the verdict is about, when that is known. */
export function personOf(verdict: Verdict): { passId: string; holder: string; home: string } | undefined {
  return verdict.kind === "unknown" ? undefined : verdict.person;
}

type Content = { door: "open" | "ajar" | "shut"; verdict: string; name: string; text: string; note: string };

function contentOf({ verdict, guest, refusal, message, problem }: Shown, { words, time, day }: Saying): Content {
  const person = personOf(verdict);
  const who = { name: person?.holder ?? "", note: "" };
  if (refusal !== undefined) return { ...who, door: "shut", verdict: words.notToday, text: refusal };
  const home = { ...who, text: person?.home ?? "" };
  switch (verdict.kind) {
    case "let_in":
      if (guest && guest.state !== "in") return { ...home, door: "ajar", verdict: words.expected };
      return { ...home, door: "open", verdict: words.letIn, note: noteOf(verdict, guest, message, words) };
    case "already_in":
      if (guest && guest.state !== "in") return { ...home, door: "ajar", verdict: words.expected };
      return { ...home, door: "open", verdict: words.alreadyIn, note: verdict.since ? words.alreadyInSince(time(verdict.since)) : "" };
    case "waits":
      return { ...home, door: "ajar", verdict: words.waits, note: problem ?? (verdict.state === "asks" ? words.asks : words.listed) };
    case "wrong_day":
      if (guest?.state === "in") return { ...home, door: "open", verdict: words.letIn };
      return { ...who, door: "shut", verdict: words.notToday, text: words.wrongDay(day(verdict.day)) };
    case "wrong_house":
      return { ...who, door: "shut", verdict: words.notHere, text: words.wrongHouse };
    case "over":
      return { ...who, door: "shut", verdict: words.notToday, text: words.over };
    case "unknown":
      return { ...who, door: "shut", verdict: "", name: words.unknown, text: message || whyUnknown(verdict.why, words) };
  }
}

function noteOf(verdict: Verdict & { kind: "let_in" }, guest: GuestNow | undefined, message: string, words: Words): string {
  if (verdict.isOffList && guest?.isOffList !== false) return words.offListNote;
  return verdict.isUnchecked ? words.unchecked : message;
}

function whyUnknown(why: (Verdict & { kind: "unknown" })["why"], words: Words): string {
  return { not_ours: words.notOurs, forged: words.forged, not_on_list: words.notOnList }[why];
}
