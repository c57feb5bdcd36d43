import { button, fill, span } from "../../../../interface/browser/door/fill.ts";
import { nameOf, presenceOf } from "../../door/door-ticket.ts";
import type { TicketNow } from "../../door/tickets-now.ts";
import type { doorWords } from "../../door/words.ts";

type Words = (typeof doorWords)["nb"];

/** A ticket as a row: how it stands, by drawing and in words, and what can be done. */
export function rowOf(ticket: TicketNow, words: Words, time: (moment: string) => string): HTMLElement {
  const name = nameOf(ticket, words.unnamed);
  const about = [ticket.kind, ticket.holder ? ticket.organization : ticket.code, ticket.isOffList && words.offList];
  const row = fill("row", { holder: name, home: about.filter(Boolean).join(" · ") });
  row.dataset.ticket = ticket.id;
  const presence = presenceOf(ticket);
  row.firstElementChild?.replaceWith(fill(ticket.sendsLater ? "sync" : presence === "inside" ? "in" : "open-door"));
  const state =
    presence === "inside"
      ? words.inside(time(ticket.checkedInAt ?? ""))
      : presence === "out"
        ? words.out(time(ticket.leftAt ?? ""))
        : words.expected;
  const later = ticket.sendsLater ? [span(words.sendsLater, "small sends-later")] : [];
  row.querySelector(".end")?.append(span(state), ...later, actsOf(ticket, name, words));
  return row;
}

function actsOf(ticket: TicketNow, name: string, words: Words): HTMLElement {
  if (presenceOf(ticket) !== "inside") return form("in", ticket, button(words.letIn, name, "button small"));
  const acts = span("", "door-row-acts");
  acts.append(
    form("undo", ticket, button(words.undo, name, "text-button small")),
    form("out", ticket, button(words.letOut, name, "text-button small")),
  );
  return acts;
}

function form(act: "in" | "out" | "undo", { id }: TicketNow, press: HTMLElement): HTMLFormElement {
  const made = document.createElement("form");
  Object.assign(made.dataset, { act, ticket: id });
  made.append(press);
  return made;
}
