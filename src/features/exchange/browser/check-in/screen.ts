import type { Reach, SentLater } from "../../../../interface/browser/door/conversation.ts";
import { fill, put } from "../../../../interface/browser/door/fill.ts";
import type { HouseTime } from "../../../../interface/browser/door/house-time.ts";
import { refusedActs, toBeSent } from "../../../../interface/browser/door/queue.ts";
import { inWords, inWordsFirst } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { GuestState } from "../../host-phone/guest.ts";
import type { GuestNow } from "../../host-phone/guests-now.ts";
import type { QueuedAct } from "../../host-phone/queue.ts";
import type { Verdict } from "../../host-phone/verdict.ts";
import type { phoneWords } from "../../host-phone/words.ts";
import { showDuties } from "./duties.ts";
import { filterRows, listWithQueue } from "./guest-list.ts";
import { personOf, resultRoom } from "./result.ts";

/** What the phone knows, to be seen. */
export interface Seen {
  /** What the server told last. */
  told: HTMLElement;
  guests: readonly GuestNow[];
  queue: readonly QueuedAct[];
  /** What arrived after the server told. */
  arrived: readonly QueuedAct[];
  reach: Reach;
  sentLater: SentLater<QueuedAct> | undefined;
  /** The verdict on screen, and the scan that came of it. */
  shown: { verdict: Verdict; nonce?: string; message: string; problem?: string } | undefined;
  /** Whether this phone can tell a forged pass. */
  canCheck: boolean;
}

type Given = { words: (typeof phoneWords)["nb"]; language: Language; time: HouseTime };

/** Shows what is known on the page of the host's phone. */
export function screen(root: HTMLElement, { words, language, time }: Given) {
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`);
  return { show, filter, say };

  function show(seen: Seen): void {
    showBar(seen);
    showNotice(seen);
    showResult(seen);
    showDuties(root, seen, words);
    showRefused(seen);
    showQueue(seen);
    const { told, guests } = seen;
    const live = part("live");
    put(live, `${told.innerHTML.length}/${told.dataset.readAt ?? ""}/${JSON.stringify(guests)}`, () =>
      listWithQueue(told, { live: live ?? root, guests, words, time: time.clock, count: countWords(guests) }),
    );
    filter();
  }

  /** Shows only the guests the search field asks for. */
  function filter(): void {
    const list = part("live");
    if (list) filterRows(list, root.querySelector<HTMLInputElement>("[data-search] input")?.value ?? "");
  }

  /** Says something beside the camera. */
  function say(text: string): void {
    const place = part("scan-words");
    if (place && place.textContent !== text) place.textContent = text;
  }

  function countWords(guests: readonly GuestNow[]) {
    return (state: GuestState) => {
      const count = guests.filter((guest) => guest.state === state).length;
      return state === "in" ? inWordsFirst(count, language) : inWords(count, language);
    };
  }

  function showBar({ reach }: Seen): void {
    const isOff = reach === "offline" || reach === "signed_out";
    part("bar")?.classList.toggle("off", isOff);
    part("bar")?.classList.toggle("on", !isOff);
    const net = part("net");
    if (net) net.hidden = reach === "unknown";
    put(net, String(isOff), () => [fill(isOff ? "offline" : "online"), ` ${isOff ? words.offline : words.online}`]);
  }

  function showNotice({ told, queue, reach, sentLater, canCheck }: Seen): void {
    const since = time.clock(told.dataset.readAt ?? new Date().toISOString());
    const waiting = toBeSent(queue).filter(({ kind }) => kind !== "undo");
    const waits = waiting.length === 0 ? "" : words.waitsToSend({ count: waiting.length, what: whatOf(waiting, beginning) });
    if (reach === "signed_out") {
      const text = [words.signedOutText, waits].join(" ");
      put(part("notice"), text, () => [fill("offline-notice", { title: words.signedOut, text })]);
    } else if (reach === "offline") {
      const text = [canCheck ? words.offlineText(since) : words.offlineUnchecked(since), waits].join(" ");
      put(part("notice"), text, () => [fill("offline-notice", { title: words.letInOffline, text })]);
    } else if (sentLater) {
      const { acts, mustBeLookedAt } = sentLater;
      const at = time.clock(sentLater.at);
      const title = words.sent({ count: acts.length, what: whatOf(acts, inWriting) });
      const text = mustBeLookedAt
        ? words.sentLook(at)
        : acts.some(({ kind }) => kind === "check_in")
          ? words.sentText(at)
          : words.sentAt(at);
      put(part("notice"), title + text, () => [fill("good-notice", { title, text })]);
    } else put(part("notice"), "", () => []);
  }

  function showResult({ guests, queue, shown }: Seen): void {
    const place = part("result");
    if (!shown) {
      if (place?.dataset.key !== undefined) put(place, "", () => []);
      return;
    }
    const { verdict, nonce, message, problem } = shown;
    const person = personOf(verdict);
    const guest = guests.find(({ passId }) => passId === person?.passId);
    const refusal = queue.find((act) => act.nonce === nonce)?.refusal;
    put(place, JSON.stringify([verdict, guest, refusal, problem]), () => [
      resultRoom({ verdict, guest, refusal, message, problem }, { words, time: time.clock, day: time.dayInWords }),
    ]);
  }

  function showRefused({ queue }: Seen): void {
    const refused = refusedActs(queue);
    const place = part("refused");
    if (place) place.hidden = refused.length === 0;
    put(place, JSON.stringify(refused), () =>
      refused.map((act) => {
        const card = fill("refused", { title: words.refused(act.holder), text: refusedText(act) });
        card.querySelector<HTMLElement>("[data-slot=seen]")?.setAttribute("data-seen", act.nonce);
        return card;
      }),
    );
  }

  function refusedText(act: QueuedAct): string {
    const reason = act.refusal ?? "";
    if (act.kind === "duty") return words.refusedTick({ duty: act.duty, time: time.clock(act.doneAt), reason });
    return words.refusedText({ time: time.clock(act.scannedAt), reason });
  }

  function showQueue({ queue }: Seen): void {
    const waiting = toBeSent(queue);
    const details = part("queue");
    if (!details) return;
    details.hidden = waiting.length === 0;
    const text = words.queue(whatOf(waiting, String));
    put(details.querySelector("summary"), text, () => [text]);
  }

  /** "to innslipp og ett kryss". `write` is told which number comes first, to begin a sentence. */
  function whatOf(acts: readonly QueuedAct[], write: (count: number, isFirst: boolean) => string): string {
    const ticks = acts.filter(({ kind }) => kind === "duty").length;
    const kinds = [
      { count: acts.length - ticks, name: words.checkIns },
      { count: ticks, name: words.ticks },
    ];
    return kinds
      .filter(({ count }) => count > 0)
      .map(({ count, name }, place) => name({ count, number: write(count, place === 0) }))
      .join(` ${words.and} `);
  }

  function inWriting(count: number): string {
    return inWords(count, language, "neuter");
  }

  function beginning(count: number, isFirst: boolean): string {
    return isFirst ? inWordsFirst(count, language, "neuter") : inWriting(count);
  }
}
