import { button, fill, span } from "../../../../interface/browser/door/fill.ts";
import { nameOf, presenceOf, type TicketHolder } from "../../door/door-ticket.ts";
import type { TicketNow } from "../../door/tickets-now.ts";
import type { Conflict, Verdict } from "../../door/verdict.ts";
import type { doorWords } from "../../door/words.ts";

type Words = (typeof doorWords)["nb"];

/** The verdict on screen, with how the ticket stands now, and what the server said no with. */
export interface ShownVerdict {
  verdict: Verdict;
  ticket: TicketNow | undefined;
  refusal: string | undefined;
  message: string;
  /** The ticket was let in at another door too. */
  conflict: Conflict | undefined;
}

/** What a code means, as a door one can see from an arm's length. */
export function verdictRoom(shown: ShownVerdict, words: Words, time: (moment: string) => string): HTMLElement {
  const { verdict, ticket, refusal, conflict } = shown;
  const { door, ...slots } = contentOf(shown, words, time);
  const room = fill(door, slots);
  const actions = room.querySelector(".result-actions");
  // taken back here, the one who came in at the other door would be out as well: that is settled by who was whom
  if (verdict.kind === "let_in" && ticket && presenceOf(ticket) === "inside" && !refusal && !conflict) {
    const undo = document.createElement("form");
    Object.assign(undo.dataset, { act: "undo", ticket: ticket.id });
    undo.append(button(words.undo, slots.name, "button small"));
    const since = ticket.checkedInAt ? words.checkedIn(time(ticket.checkedInAt)) : "";
    actions?.append(undo, span(ticket.sendsLater ? `${since}, ${words.sendsLater}` : since));
  } else actions?.append(closeButton(words, slots.name));
  return room;
}

/** Somebody without a ticket: in, written down, or refused. */
export function walkInRoom(
  { name, refusal, isWaiting }: { name: string; refusal: string | undefined; isWaiting: boolean },
  words: Words,
): HTMLElement {
  const room = refusal
    ? fill("shut", { verdict: words.couldNot, name, text: refusal, note: "" })
    : isWaiting
      ? fill("ajar", { verdict: words.writtenDown, name, text: words.writtenDownText, note: "" })
      : fill("open", { verdict: words.letIn, name, text: "", note: "" });
  room.querySelector(".result-actions")?.append(closeButton(words, name));
  return room;
}

type Content = { door: "open" | "ajar" | "shut"; verdict: string; name: string; text: string; note: string };

function contentOf({ verdict, refusal, message, conflict }: ShownVerdict, words: Words, time: (moment: string) => string): Content {
  if (verdict.kind === "unknown")
    return { door: "shut", verdict: "", name: words.unknown, text: message || whyUnknown(verdict.why, words), note: "" };
  const { ticket } = verdict;
  const of = { name: nameOf(ticket, words.unnamed), text: aboutOf(ticket), note: "" };
  if (refusal !== undefined) return { ...of, door: "shut", verdict: words.couldNot, text: refusal };
  if (conflict) {
    const elsewhere = words.usedElsewhere({ door: conflict.door ?? words.aDoor, time: time(conflict.scannedAt) });
    return {
      ...of,
      door: "ajar",
      verdict: words.usedTwice,
      note: `${elsewhere} ${conflict.countsHere ? words.countsHere : words.countsThere}`,
    };
  }
  switch (verdict.kind) {
    case "let_in": {
      const { isOffList, isUnchecked, otherName } = verdict;
      const note = isOffList ? words.offListNote : isUnchecked ? words.unchecked : otherName ? words.otherName(otherName) : "";
      return { ...of, door: "open", verdict: words.letIn, note };
    }
    case "already_in":
      return { ...of, door: "ajar", verdict: words.already, note: verdict.since ? words.alreadyText(time(verdict.since)) : "" };
    case "let_out":
      return { ...of, door: "shut", verdict: words.isOut };
    case "not_inside":
      return { ...of, door: "shut", verdict: words.notInside, note: words.notInsideText };
    case "other_event":
      return { ...of, door: "shut", verdict: words.notHere, text: words.otherEvent };
  }
}

function aboutOf({ kind, organization, holder }: TicketHolder): string {
  return [kind, holder && organization].filter(Boolean).join(", ");
}

function closeButton(words: Words, about: string): HTMLButtonElement {
  const close = button(words.close, about, "button small quiet");
  close.type = "button";
  close.dataset.close = "";
  return close;
}

function whyUnknown(why: (Verdict & { kind: "unknown" })["why"], words: Words): string {
  return { not_ours: words.notOurs, pass: words.isPass, forged: words.forged, not_on_list: words.notOnList }[why];
}
