import type { Reach, SentLater } from "../../../../interface/browser/door/conversation.ts";
import { button, fill, put, span } from "../../../../interface/browser/door/fill.ts";
import type { HouseTime } from "../../../../interface/browser/door/house-time.ts";
import { refusedActs, toBeSent } from "../../../../interface/browser/door/queue.ts";
import { type Language, locale } from "../../../../platform/language/language.ts";
import { nameOf } from "../../door/door-ticket.ts";
import type { Searchable } from "../../door/find-tickets.ts";
import type { DoorAct } from "../../door/queue.ts";
import { apartFromCounts, type TicketNow, ticketNow } from "../../door/tickets-now.ts";
import { conflictOf, type Verdict } from "../../door/verdict.ts";
import type { doorWords } from "../../door/words.ts";
import { doublesSection } from "./doubles.ts";
import { verdictRoom, walkInRoom } from "./result.ts";
import { rowOf } from "./rows.ts";
import type { Arrivals } from "./server.ts";

/** What came of the last scan, or of somebody without a ticket; with the act that was sent for it. */
export type Shown = { verdict: Verdict; message: string; nonce?: string; scannedAt?: string } | { walkIn: string; nonce: string };

/** What the phone knows, to be seen. */
export interface Seen {
  /** What the server told last; undefined until there is a list. */
  told: Arrivals | undefined;
  tickets: Searchable;
  own: ReadonlyMap<string, TicketNow>;
  query: string;
  queue: readonly DoorAct[];
  reach: Reach;
  sentLater: SentLater<DoorAct> | undefined;
  shown: Shown | undefined;
  /** Whether this phone can tell a forged ticket. */
  canCheck: boolean;
}

type Given = { words: (typeof doorWords)["nb"]; language: Language; time: HouseTime };

const most = 40;

/** Shows what is known on the page of a phone at the door. */
export function doorScreen(root: HTMLElement, { words, language, time }: Given) {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`);
  const drawn = new Map<string, { key: string; row: HTMLElement }>();
  const written = new Intl.NumberFormat(locale(language));
  return { show, say };

  function show(seen: Seen): void {
    showBar(seen.reach);
    showNotice(seen);
    showResult(seen);
    showRefused(seen.queue);
    showQueue(seen.queue);
    if (!seen.told) return;
    showCounts(seen.told, seen);
    showList(seen);
    const { scannedTwice } = seen.tickets;
    put(part("doubles"), JSON.stringify(scannedTwice), () => doublesSection(scannedTwice, words, time.clock));
  }

  /** Says something beside the camera. */
  function say(text: string): void {
    const place = part("scan-words");
    if (place && place.textContent !== text) place.textContent = text;
  }

  function showBar(reach: Reach): void {
    const isOff = reach === "offline" || reach === "signed_out";
    part("bar")?.classList.toggle("off", isOff);
    part("bar")?.classList.toggle("on", !isOff);
    const net = part("net");
    if (net) net.hidden = reach === "unknown";
    put(net, String(isOff), () => [fill(isOff ? "offline" : "online"), ` ${isOff ? words.offline : words.online}`]);
  }

  function showNotice({ told, queue, reach, sentLater, canCheck }: Seen): void {
    const count = toBeSent(queue).length;
    const waits = count === 0 ? "" : words.waitsToSend(count);
    if (reach === "signed_out") {
      const text = [words.signedOutText, waits].join(" ");
      put(part("notice"), text, () => [fill("offline-notice", { title: words.signedOut, text })]);
    } else if (reach === "offline" && told) {
      const since = time.clock(told.readAt);
      const text = [canCheck ? words.offlineText(since) : words.offlineUnchecked(since), waits].join(" ");
      put(part("notice"), text, () => [fill("offline-notice", { title: words.offlineTitle, text })]);
    } else if (sentLater) {
      const title = words.sent(sentLater.acts.length);
      const at = time.clock(sentLater.at);
      const text = sentLater.mustBeLookedAt ? words.sentLook(at) : words.sentText(at);
      put(part("notice"), title + text, () => [fill("good-notice", { title, text })]);
    } else put(part("notice"), "", () => []);
  }

  function showResult({ tickets, own, queue, shown }: Seen): void {
    const place = part("result");
    if (!shown) {
      if (place?.dataset.key !== undefined) put(place, "", () => []);
      return;
    }
    const sent = queue.find(({ nonce }) => nonce === shown.nonce);
    const refusal = sent?.refusal;
    if ("walkIn" in shown) {
      const isWaiting = sent !== undefined;
      const name = shown.walkIn;
      put(place, JSON.stringify([name, refusal, isWaiting]), () => [walkInRoom({ name, refusal, isWaiting }, words)]);
      return;
    }
    const { verdict, message, scannedAt } = shown;
    const ticket = verdict.kind === "unknown" ? undefined : ticketNow(verdict.ticket.id, tickets.byId, own);
    const conflict = verdict.kind === "let_in" && ticket && scannedAt !== undefined ? conflictOf(ticket, scannedAt) : undefined;
    put(place, JSON.stringify([verdict, ticket, refusal, message, conflict]), () => [
      verdictRoom({ verdict, ticket, refusal, message, conflict }, words, time.clock),
    ]);
  }

  function showRefused(queue: readonly DoorAct[]): void {
    const refused = refusedActs(queue);
    const place = part("refused");
    if (place) place.hidden = refused.length === 0;
    put(place, JSON.stringify(refused), () =>
      refused.map((act) => {
        const reason = act.refusal ?? "";
        const text = words.refusedText({ deed: words.deeds[act.kind], time: time.clock(act.scannedAt), reason });
        const card = fill("refused", { title: words.refused(nameIn(act)), text });
        card.querySelector<HTMLElement>("[data-slot=seen]")?.setAttribute("data-seen", act.nonce);
        return card;
      }),
    );
  }

  function showQueue(queue: readonly DoorAct[]): void {
    const waiting = toBeSent(queue);
    const details = part("queue");
    if (!details) return;
    details.hidden = waiting.length === 0;
    const text = words.queue(waiting.length);
    put(details.querySelector("summary"), text, () => [text]);
    put(details.querySelector("ul"), JSON.stringify(waiting), () => waiting.map(waitingRow));
  }

  function waitingRow(act: DoorAct): HTMLElement {
    const row = document.createElement("li");
    row.append(span(`${nameIn(act)}: ${words.deeds[act.kind]} ${time.clock(act.scannedAt)}`));
    if (act.kind === "walk_in" && act.tries === 0) {
      const strike = button(words.strike, act.name, "text-button small");
      strike.type = "button";
      strike.dataset.seen = act.nonce;
      row.append(strike);
    }
    return row;
  }

  function showCounts(told: Arrivals, { tickets, own }: Seen): void {
    const more = apartFromCounts(tickets.byId, own);
    for (const [key, count] of Object.entries({
      ...told.counts,
      inside: told.counts.inside + more.inside,
      checkedIn: told.counts.checkedIn + more.checkedIn,
    })) {
      const place = root.querySelector(`[data-count=${key}]`);
      const text = written.format(count);
      if (place && place.textContent !== text) place.textContent = text;
    }
    const listed = part("listed");
    if (listed) listed.hidden = false;
    put(listed?.querySelector("span") ?? null, String(told.total), () => [words.listReady(written.format(told.total))]);
  }

  function showList({ told, tickets, own, query }: Seen): void {
    const { hits, count } = tickets.find(query, most);
    const off = [...own.values()].filter(({ isOffList }) => isOffList);
    const rows = [...off, ...hits.map(({ id }) => ticketNow(id, tickets.byId, own)).filter((ticket) => ticket !== undefined)];
    put(part("list"), JSON.stringify([rows, count, told?.total === 0]), () => {
      const list = document.createElement("ul");
      list.className = "lines guests";
      list.append(...rows.map(drawnRow));
      return [list, ...(underList(query, hits.length, count, told?.total ?? 0) ?? [])];
    });
  }

  // a row that says the same is not drawn again: a verdict must not wait for forty of them
  function drawnRow(ticket: TicketNow): HTMLElement {
    const key = JSON.stringify(ticket);
    const known = drawn.get(ticket.id);
    if (known?.key === key) return known.row;
    const row = rowOf(ticket, words, time.clock);
    drawn.set(ticket.id, { key, row });
    return row;
  }

  function underList(query: string, shown: number, count: number, total: number): Node[] {
    if (total === 0) return [span(words.none)];
    if (count === 0) return [span(words.noHits(query.trim()))];
    if (shown === count) return [];
    return [span(words.hits({ shown: written.format(shown), count: written.format(count) }), "small soft")];
  }

  function nameIn(act: DoorAct): string {
    return act.kind === "walk_in" ? act.name : nameOf(act.ticket, words.unnamed);
  }
}
