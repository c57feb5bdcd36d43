import { button, fill, span } from "../../../../interface/browser/door/fill.ts";
import type { Guest, GuestState } from "../../host-phone/guest.ts";
import type { GuestNow } from "../../host-phone/guests-now.ts";
import type { phoneWords } from "../../host-phone/words.ts";
import { keepOpen } from "../keep-open.ts";

type Words = (typeof phoneWords)["nb"];
type Shown = {
  live: ParentNode;
  guests: readonly GuestNow[];
  words: Words;
  time: (moment: string) => string;
  count: (state: GuestState) => string;
};

/** The guests as the server wrote them on the page. */
export function readGuests(told: ParentNode): Guest[] {
  return [...told.querySelectorAll<HTMLElement>("ul.guests > li[data-pass]")].map(({ dataset }) => ({
    passId: dataset.pass ?? "",
    holder: dataset.holder ?? "",
    home: dataset.home ?? "",
    code: dataset.code ?? "",
    state: (dataset.state ?? "gone") as GuestState,
    since: dataset.since ?? null,
  }));
}

/** What the server told last, with what this phone did on top. */
export function listWithQueue(told: Element, { live, guests, words, time, count }: Shown): Node[] {
  const list = told.cloneNode(true) as Element;
  const rows = list.querySelector("ul.guests");
  if (!rows) return [...list.childNodes];
  const known = new Map([...rows.querySelectorAll<HTMLElement>(":scope > li")].map((row) => [row.dataset.pass, row]));
  const inOrder = guests
    .filter(({ state }) => state !== "gone")
    .map((guest) => {
      const row = known.get(guest.passId) ?? rowOf(guest, words);
      return guest.isOwnWord ? inOwnWord(row, guest, words, time) : row;
    });
  rows.replaceChildren(...inOrder);
  const counted = list.querySelector("[data-count]");
  if (counted) counted.textContent = words.inOf({ inside: count("in"), expected: count("expected") });
  if (inOrder.length > 0) list.querySelector("[data-empty]")?.remove();
  keepOpen(live, list);
  return [...list.childNodes];
}

/** Hides the rows that do not hold the text in name or code. @returns how many are shown */
export function filterRows(list: ParentNode, text: string): number {
  const name = text.trim().toLocaleLowerCase();
  const code = text.replace(/[\s-]/g, "").toUpperCase();
  let shown = 0;
  for (const row of list.querySelectorAll<HTMLElement>("ul.guests > li")) {
    const { holder = "", home = "", code: own = "" } = row.dataset;
    row.hidden = name !== "" && !`${holder} ${home}`.toLocaleLowerCase().includes(name) && !(code.length > 2 && own.startsWith(code));
    if (!row.hidden) shown += 1;
  }
  return shown;
}

function rowOf(guest: GuestNow, words: Words): HTMLElement {
  const row = fill("row", { holder: guest.holder, home: guest.isOffList ? `${guest.home} · ${words.offList}` : guest.home });
  Object.assign(row.dataset, { pass: guest.passId, holder: guest.holder, home: guest.home, code: guest.code });
  return row;
}

function inOwnWord(row: HTMLElement, guest: GuestNow, words: Words, time: (moment: string) => string): HTMLElement {
  const isIn = guest.state === "in";
  row.dataset.state = guest.state;
  row.firstElementChild?.replaceWith(fill(guest.sendsLater ? "sync" : isIn ? "in" : "open-door"));
  const state = isIn && guest.since ? words.inSince(time(guest.since)) : words.expected;
  const act = document.createElement("form");
  act.dataset.act = isIn ? "out" : "in";
  act.append(isIn ? button(words.undo, guest.holder, "text-button small") : button(words.letIn, guest.holder, "button small"));
  const later = guest.sendsLater ? [document.createElement("br"), span(words.sendsLater, "small sends-later")] : [];
  row.querySelector(".end")?.replaceChildren(span(state), ...later, act);
  return row;
}
