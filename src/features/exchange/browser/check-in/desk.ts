import { inWords, inWordsFirst } from "../../../../interface/format.ts";
import { isLanguage, locale } from "../../../../platform/language/language.ts";
import type { GuestState } from "../../host-phone/guest.ts";
import { type GuestNow, guestsNow } from "../../host-phone/guests-now.ts";
import { type PublicKey, readProof, signatureOf } from "../../host-phone/read-proof.ts";
import { type QueuedScan, refusedScans, toBeSent } from "../../host-phone/scan-queue.ts";
import { guestOfCode, type Verdict, verdictOfCode, verdictOfGuest } from "../../host-phone/verdict.ts";
import { phoneWords } from "../../host-phone/words.ts";
import { keepThisPage } from "../keep-page.ts";
import { scanner } from "./camera.ts";
import { fill, put } from "./fill.ts";
import { filterRows, listWithQueue, readGuests } from "./guest-list.ts";
import { openQueue } from "./queue-store.ts";
import { personOf, resultRoom } from "./result.ts";
import { readPage, write } from "./server.ts";
import { type Synced, sendAll } from "./sync.ts";

const lookAgainOffline = 5_000;
const lookAgainOnline = 60_000;
const fresh = 10_000;

/** The host's phone: what the server told last, what was done since, and whether anybody answers. */
export async function openDesk(root: HTMLElement): Promise<void> {
  const spaceId = root.dataset.checkIn ?? "";
  const language = isLanguage(document.documentElement.lang) ? document.documentElement.lang : "nb";
  const words = phoneWords[language];
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`);
  const list = part("live");
  if (!list) return;
  const store = await openQueue(spaceId);
  let told = list.cloneNode(true) as HTMLElement;
  let queue = await store.read();
  let reach: Synced["reach"] | "unknown" = isFresh(told) ? "online" : "unknown";
  let shown: { verdict: Verdict; nonce?: string; message: string } | undefined;
  let synced: { count: number; at: string; mustBeLookedAt: boolean } | undefined;
  let canCheck = true;
  let next: ReturnType<typeof setTimeout> | undefined;

  root.addEventListener("submit", (event) => void submitted(event));
  root.addEventListener("click", (event) => void clicked(event));
  root.addEventListener("change", (event) => void ticked(event));
  root.addEventListener("input", filter);
  window.addEventListener("online", () => void look());
  window.addEventListener("offline", () => void look());
  namePhone();
  const panel = part("scan");
  if (panel)
    scanner(
      panel,
      (text) => void scanned(text),
      (what) => say(what === "camera" ? words.noCamera : words.noCode),
    );
  render();
  follow();
  if (reach === "online") await send();
  else await look();
  lookLater();
  const isKept = await keepThisPage(["/scripts/decode-qr.js"]);
  const kept = part("kept");
  if (kept) kept.hidden = !isKept;
  await navigator.storage?.persist?.().catch(() => false);

  // What comes from the host

  async function scanned(text: string): Promise<void> {
    const proof = readProof(text);
    const signature = proof ? await signatureOf(text, proof.keyId, keys()) : "forged";
    canCheck = !proof || signature !== "unchecked";
    await judge(verdictOfCode(proof, signature, { spaceId, day: dayNow(), guests: guests() }));
  }

  async function judge(verdict: Verdict, message = ""): Promise<void> {
    say("");
    synced = undefined;
    shown = { verdict, message };
    navigator.vibrate?.(verdict.kind === "let_in" ? 60 : [40, 60, 40]);
    if (verdict.kind === "let_in") await letIn(verdict.person, { isOffList: verdict.isOffList });
    else render();
    part("result")?.scrollIntoView({ block: "nearest" });
  }

  async function letIn(
    person: { passId: string; holder: string; home: string },
    more: { isOffList: boolean; reason?: string },
  ): Promise<void> {
    const scan = scanOf("check_in", person, more);
    if (shown) shown.nonce = scan.nonce;
    queue = await store.change({ kind: "done", scan });
    render();
    await send();
  }

  async function letOut(passId: string): Promise<void> {
    const guest = guests().find((one) => one.passId === passId);
    if (!guest) return;
    synced = undefined;
    queue = await store.change({ kind: "done", scan: scanOf("undo", guest, { isOffList: guest.isOffList }) });
    if (shown && personOf(shown.verdict)?.passId === passId) shown = undefined;
    say(words.undone(guest.holder));
    render();
    await send();
  }

  function scanOf(
    kind: QueuedScan["kind"],
    { passId, holder, home }: Pick<QueuedScan, "passId" | "holder" | "home">,
    more: { isOffList: boolean; reason?: string },
  ): QueuedScan {
    return { nonce: crypto.randomUUID(), kind, passId, holder, home, scannedAt: new Date().toISOString(), tries: 0, ...more };
  }

  async function submitted(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    const passId =
      form.dataset.pass ?? form.closest<HTMLElement>("[data-pass]")?.dataset.pass ?? String(new FormData(form).get("pass") ?? "");
    if (form.matches("[data-search]")) {
      event.preventDefault();
      await typed(form);
    } else if (form.dataset.act === "in") {
      event.preventDefault();
      const guest = guests().find((one) => one.passId === passId);
      if (guest) await judge(verdictOfGuest(guest), messageOf(guest));
    } else if (form.dataset.act === "out") {
      event.preventDefault();
      await letOut(passId);
    } else if (form.dataset.act === "settle") {
      event.preventDefault();
      await settle(form, event.submitter);
    } else if (form.dataset.act === "duties") {
      event.preventDefault();
    } else if (form.matches(".anyway") && shown?.verdict.kind === "wrong_day") {
      event.preventDefault();
      const reason = String(new FormData(form).get("reason") ?? "").trim();
      if (reason !== "") await letIn(shown.verdict.person, { isOffList: true, reason });
    }
  }

  async function typed(form: HTMLFormElement): Promise<void> {
    const text = String(new FormData(form).get("q") ?? "");
    const guest = guestOfCode(text, guests());
    const isCode = /^[A-Z0-9]{4}[\s-]?[A-Z0-9]{4}$/i.test(text.trim()) && /\d/.test(text);
    if (guest) {
      form.reset();
      await judge(verdictOfGuest(guest), messageOf(guest));
      filter();
    } else if (isCode) await judge({ kind: "unknown", why: "not_on_list" }, words.codeNotOnList(text.trim().toUpperCase()));
  }

  async function settle(form: HTMLFormElement, by: HTMLElement | null): Promise<void> {
    const as = by instanceof HTMLButtonElement ? by.value : "same_person";
    for (const nonce of new FormData(form).getAll("nonce").map(String)) {
      const answered = await write(`/api/v1/spaces/${spaceId}/scans/${nonce}/settlement`, { as });
      if (answered.kind === "away") return say(words.notNow);
    }
    await look();
  }

  async function ticked({ target }: Event): Promise<void> {
    const form = target instanceof HTMLInputElement && target.name === "done" ? target.form : null;
    if (!form || !(target instanceof HTMLInputElement)) return;
    const passId = String(new FormData(form).get("pass"));
    const answered = await write(`/api/v1/day-passes/${passId}/duties/${target.value}`, { isDone: target.checked });
    if (answered.kind === "ok") return;
    target.checked = !target.checked;
    say(words.dutiesNeedNet);
  }

  async function clicked({ target }: Event): Promise<void> {
    const pressed = target instanceof Element ? target.closest<HTMLElement>("button") : null;
    if (pressed?.dataset.close !== undefined) {
      shown = undefined;
      render();
    } else if (pressed?.dataset.anyway !== undefined) {
      const ask = fill("anyway");
      pressed.replaceWith(ask);
      ask.querySelector("input")?.focus();
    } else if (pressed?.dataset.seen) {
      queue = await store.change({ kind: "seen", nonce: pressed.dataset.seen });
      render();
    }
  }

  // What goes to the server and comes from it

  async function send(isAnswering = reach !== "offline"): Promise<void> {
    if (toBeSent(queue).length === 0) return;
    // while nobody answers nothing is sent in vain: what was never sent can be taken back as if never done
    if (!isAnswering) return;
    const hadToWait = reach !== "online";
    const done = await sendAll(store, deviceName(), language);
    queue = await store.read();
    reach = done.reach;
    if (hadToWait && done.sent.length > 0) {
      synced = { count: done.sent.length, at: timeOf(new Date().toISOString()), mustBeLookedAt: done.mustBeLookedAt };
    }
    if (done.sent.length > 0 || done.mustBeLookedAt) await look();
    else render();
    lookLater();
  }

  async function look(): Promise<void> {
    const wasAway = reach !== "online";
    const answered = await readPage(root.dataset.path ?? location.pathname);
    if (answered.kind === "ok") take(answered.body);
    reach = answered.kind === "ok" ? "online" : answered.kind === "away" ? "offline" : "signed_out";
    queue = await store.read();
    // the queue goes first: what was done at the door is on top of whatever the page says
    if (reach === "online" && wasAway && toBeSent(queue).length > 0) {
      reach = "offline";
      return send(true);
    }
    render();
    lookLater();
  }

  function take(page: Document): void {
    const newRoot = page.querySelector<HTMLElement>("[data-check-in]");
    const newList = newRoot?.querySelector<HTMLElement>("[data-live]");
    if (!newRoot || !newList) return;
    told = newList;
    for (const name of ["day", "keys"] as const) root.dataset[name] = newRoot.dataset[name] ?? "";
    const [title, newTitle] = [root.querySelector("h1"), newRoot.querySelector("h1")];
    if (title && newTitle && title.textContent !== newTitle.textContent) title.replaceChildren(...newTitle.childNodes);
  }

  function follow(): void {
    let soon: ReturnType<typeof setTimeout> | undefined;
    const lookSoon = () => {
      clearTimeout(soon);
      soon = setTimeout(() => void look(), 250);
    };
    const events = new EventSource(`/api/v1/spaces/${spaceId}/events`);
    for (const kind of ["change", "missed", "error"]) events.addEventListener(kind, lookSoon);
  }

  function lookLater(): void {
    clearTimeout(next);
    next = setTimeout(() => void look(), reach === "online" ? lookAgainOnline : lookAgainOffline);
  }

  // What is seen

  function render(): void {
    const now = guests();
    showBar();
    showNotice();
    showResult(now);
    showRefused();
    showQueue();
    const saved = told.dataset.readAt ?? "";
    put(list, `${told.innerHTML.length}/${saved}/${JSON.stringify(now)}`, () =>
      listWithQueue(told, { guests: now, words, time: timeOf, count: countWords }),
    );
    filter();
  }

  function countWords(state: GuestState): string {
    const count = guests().filter((guest) => guest.state === state).length;
    return state === "in" ? inWordsFirst(count, language) : inWords(count, language);
  }

  function showBar(): void {
    const isOff = reach === "offline" || reach === "signed_out";
    part("bar")?.classList.toggle("off", isOff);
    part("bar")?.classList.toggle("on", !isOff);
    const net = part("net");
    if (net) net.hidden = reach === "unknown";
    put(net, String(isOff), () => [fill(isOff ? "offline" : "online"), ` ${isOff ? words.offline : words.online}`]);
  }

  function showNotice(): void {
    const count = toBeSent(queue).filter(({ kind }) => kind === "check_in").length;
    const time = timeOf(told.dataset.readAt ?? new Date().toISOString());
    const waits = count === 0 ? "" : words.waitsToSend({ count, inWords: inWordsFirst(count, language, "neuter") });
    if (reach === "signed_out") {
      const text = [words.signedOutText, waits].join(" ");
      put(part("notice"), text, () => [fill("offline-notice", { title: words.signedOut, text })]);
    } else if (reach === "offline") {
      const text = [canCheck ? words.offlineText(time) : words.offlineUnchecked(time), waits].join(" ");
      put(part("notice"), text, () => [fill("offline-notice", { title: words.letInOffline, text })]);
    } else if (synced) {
      const { at, mustBeLookedAt } = synced;
      const title = words.sent({ count: synced.count, inWords: inWords(synced.count, language, "neuter") });
      const text = mustBeLookedAt ? words.sentLook(at) : words.sentText(at);
      put(part("notice"), title + text, () => [fill("good-notice", { title, text })]);
    } else put(part("notice"), "", () => []);
  }

  function showResult(now: readonly GuestNow[]): void {
    if (!shown) {
      if (part("result")?.dataset.key !== undefined) put(part("result"), "", () => []);
      return;
    }
    const { verdict, nonce, message } = shown;
    const person = personOf(verdict);
    const guest = now.find(({ passId }) => passId === person?.passId);
    const refusal = queue.find((scan) => scan.nonce === nonce)?.refusal;
    const duties = guest?.state === "in" ? told.querySelector<HTMLTemplateElement>(`template[data-duties-of="${guest.passId}"]`) : null;
    put(part("result"), JSON.stringify([verdict, guest, refusal, duties !== null]), () => {
      const room = resultRoom({ verdict, guest, refusal, message }, { words, time: timeOf, day: dayInWords });
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

  function showRefused(): void {
    const refused = refusedScans(queue);
    const place = part("refused");
    if (place) place.hidden = refused.length === 0;
    put(place, JSON.stringify(refused), () =>
      refused.map((scan) => {
        const text = words.refusedText({ time: timeOf(scan.scannedAt), reason: scan.refusal ?? "" });
        const card = fill("refused", { title: words.refused(scan.holder), text });
        card.querySelector<HTMLElement>("[data-slot=seen]")?.setAttribute("data-seen", scan.nonce);
        return card;
      }),
    );
  }

  function showQueue(): void {
    const count = toBeSent(queue).length;
    const details = part("queue");
    if (!details) return;
    details.hidden = count === 0;
    put(details.querySelector("summary"), String(count), () => [words.queue(count)]);
  }

  function filter(): void {
    if (list) filterRows(list, root.querySelector<HTMLInputElement>("[data-search] input")?.value ?? "");
  }

  function say(text: string): void {
    const place = part("scan-words");
    if (place && place.textContent !== text) place.textContent = text;
  }

  function namePhone(): void {
    const details = part("phone");
    const field = details?.querySelector<HTMLInputElement>("input[name=device]");
    if (!details || !field) return;
    details.hidden = false;
    field.value = deviceName();
    field.addEventListener("change", () => localStorage.setItem("romslig-device", field.value.trim()));
  }

  // What is known

  function guests(): GuestNow[] {
    // a list of another day says nothing about today
    return guestsNow(root.dataset.day === dayNow() ? readGuests(told) : [], queue);
  }

  function keys(): PublicKey[] {
    return JSON.parse(root.dataset.keys ?? "[]") as PublicKey[];
  }

  function messageOf({ passId }: GuestNow): string {
    return told.querySelector(`li[data-pass="${passId}"] p`)?.textContent ?? "";
  }

  function deviceName(): string {
    return localStorage.getItem("romslig-device") ?? "";
  }

  function dayNow(): string {
    return new Intl.DateTimeFormat("sv-SE", { timeZone: root.dataset.zone }).format(new Date());
  }

  function timeOf(moment: string): string {
    return new Intl.DateTimeFormat(locale(language), { timeStyle: "short", timeZone: root.dataset.zone }).format(new Date(moment));
  }

  function dayInWords(day: string): string {
    return new Intl.DateTimeFormat(locale(language), { weekday: "long", day: "numeric", month: "long", timeZone: "UTC" }).format(
      new Date(`${day}T12:00:00Z`),
    );
  }
}

function isFresh(told: HTMLElement): boolean {
  return Math.abs(Date.now() - Date.parse(told.dataset.readAt ?? "")) < fresh;
}
