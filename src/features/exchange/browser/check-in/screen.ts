import { inWords, inWordsFirst } from "../../../../interface/format.ts";
import type { Language } from "../../../../platform/language/language.ts";
import type { GuestState } from "../../host-phone/guest.ts";
import type { GuestNow } from "../../host-phone/guests-now.ts";
import { type QueuedScan, refusedScans, toBeSent } from "../../host-phone/scan-queue.ts";
import type { Verdict } from "../../host-phone/verdict.ts";
import type { phoneWords } from "../../host-phone/words.ts";
import type { Arrived, Reach } from "./conversation.ts";
import { fill, put } from "./fill.ts";
import { filterRows, listWithQueue } from "./guest-list.ts";
import type { HouseTime } from "./house-time.ts";
import { personOf, resultRoom } from "./result.ts";

/** What the phone knows, to be seen. */
export interface Seen {
  /** What the server told last. */
  told: HTMLElement;
  guests: readonly GuestNow[];
  queue: readonly QueuedScan[];
  reach: Reach;
  arrived: Arrived | undefined;
  /** The verdict on screen, and the scan that came of it. */
  shown: { verdict: Verdict; nonce?: string; message: string } | undefined;
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
    showRefused(seen);
    showQueue(seen);
    const { told, guests } = seen;
    put(part("live"), `${told.innerHTML.length}/${told.dataset.readAt ?? ""}/${JSON.stringify(guests)}`, () =>
      listWithQueue(told, { guests, words, time: time.clock, count: countWords(guests) }),
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

  function showNotice({ told, queue, reach, arrived, canCheck }: Seen): void {
    const count = toBeSent(queue).filter(({ kind }) => kind === "check_in").length;
    const since = time.clock(told.dataset.readAt ?? new Date().toISOString());
    const waits = count === 0 ? "" : words.waitsToSend({ count, inWords: inWordsFirst(count, language, "neuter") });
    if (reach === "signed_out") {
      const text = [words.signedOutText, waits].join(" ");
      put(part("notice"), text, () => [fill("offline-notice", { title: words.signedOut, text })]);
    } else if (reach === "offline") {
      const text = [canCheck ? words.offlineText(since) : words.offlineUnchecked(since), waits].join(" ");
      put(part("notice"), text, () => [fill("offline-notice", { title: words.letInOffline, text })]);
    } else if (arrived) {
      const at = time.clock(arrived.at);
      const title = words.sent({ count: arrived.count, inWords: inWords(arrived.count, language, "neuter") });
      const text = arrived.mustBeLookedAt ? words.sentLook(at) : words.sentText(at);
      put(part("notice"), title + text, () => [fill("good-notice", { title, text })]);
    } else put(part("notice"), "", () => []);
  }

  function showResult({ told, guests, queue, shown }: Seen): void {
    const place = part("result");
    if (!shown) {
      if (place?.dataset.key !== undefined) put(place, "", () => []);
      return;
    }
    const { verdict, nonce, message } = shown;
    const person = personOf(verdict);
    const guest = guests.find(({ passId }) => passId === person?.passId);
    const refusal = queue.find((scan) => scan.nonce === nonce)?.refusal;
    const duties = guest?.state === "in" ? told.querySelector<HTMLTemplateElement>(`template[data-duties-of="${guest.passId}"]`) : null;
    put(place, JSON.stringify([verdict, guest, refusal, duties !== null]), () => {
      const room = resultRoom({ verdict, guest, refusal, message }, { words, time: time.clock, day: time.dayInWords });
      return duties && guest ? [room, dutiesOf(duties, guest.holder)] : [room];
    });
  }

  function dutiesOf(template: HTMLTemplateElement, name: string): HTMLElement {
    const section = document.createElement("section");
    const heading = document.createElement("h2");
    heading.className = "h3";
    heading.textContent = words.receive(name);
    section.className = "received";
    section.append(heading, template.content.cloneNode(true));
    // ticked one by one: nothing to press
    section.querySelector("button")?.remove();
    return section;
  }

  function showRefused({ queue }: Seen): void {
    const refused = refusedScans(queue);
    const place = part("refused");
    if (place) place.hidden = refused.length === 0;
    put(place, JSON.stringify(refused), () =>
      refused.map((scan) => {
        const text = words.refusedText({ time: time.clock(scan.scannedAt), reason: scan.refusal ?? "" });
        const card = fill("refused", { title: words.refused(scan.holder), text });
        card.querySelector<HTMLElement>("[data-slot=seen]")?.setAttribute("data-seen", scan.nonce);
        return card;
      }),
    );
  }

  function showQueue({ queue }: Seen): void {
    const count = toBeSent(queue).length;
    const details = part("queue");
    if (!details) return;
    details.hidden = count === 0;
    put(details.querySelector("summary"), String(count), () => [words.queue(count)]);
  }
}
