import { readPage } from "../../../../interface/browser/door/ask.ts";
import { scanner } from "../../../../interface/browser/door/camera.ts";
import { converse } from "../../../../interface/browser/door/conversation.ts";
import { fill } from "../../../../interface/browser/door/fill.ts";
import { houseTime } from "../../../../interface/browser/door/house-time.ts";
import { openQueue } from "../../../../interface/browser/door/queue-store.ts";
import { type PublicKey, signatureOf } from "../../../../interface/browser/door/signature.ts";
import { keepThisPage } from "../../../../interface/browser/keep-page.ts";
import { isLanguage } from "../../../../platform/language/language.ts";
import { type GuestNow, guestsNow } from "../../host-phone/guests-now.ts";
import { afterEvent, type QueuedAct, type QueuedScan } from "../../host-phone/queue.ts";
import { readProof } from "../../host-phone/read-proof.ts";
import { guestOfCode, type Verdict, verdictOfCode, verdictOfGuest } from "../../host-phone/verdict.ts";
import { phoneWords } from "../../host-phone/words.ts";
import { followGuests } from "../follow-guests.ts";
import { readGuests } from "./guest-list.ts";
import { personOf } from "./result.ts";
import { type Seen, screen } from "./screen.ts";
import { sendAct, write } from "./server.ts";

const fresh = 10_000;
const lookAgainAfter = 60_000;

/** The host's phone: what the server told last, what was done since, and whether anybody answers. */
export async function openDesk(root: HTMLElement): Promise<void> {
  const spaceId = root.dataset.checkIn ?? "";
  const language = isLanguage(document.documentElement.lang) ? document.documentElement.lang : "nb";
  const words = phoneWords[language];
  const time = houseTime(language, root.dataset.zone);
  const part = (name: string) => root.querySelector<HTMLElement>(`[data-${name}]`);
  const list = part("live");
  if (!list) return;
  let told = list.cloneNode(true) as HTMLElement;
  let shown: Seen["shown"];
  let canCheck = true;
  const { show, filter, say } = screen(root, { words, language, time });
  const server = await converse<QueuedAct, Document>({
    store: await openQueue("romslig-check-in", spaceId, afterEvent),
    send: (act) => sendAct(act, deviceName(), language),
    turnAt: "romslig-check-in",
    ask: () => readPage(root.dataset.path ?? location.pathname),
    lookAgainAfter,
    isTold: ({ kind }) => kind !== "undo",
    isFresh: isFresh(told),
    take,
    show: render,
  });

  root.addEventListener("submit", (event) => void submitted(event));
  root.addEventListener("click", (event) => void clicked(event));
  root.addEventListener("change", (event) => void ticked(event));
  root.addEventListener("input", filter);
  window.addEventListener("online", () => void server.look());
  window.addEventListener("offline", () => void server.look());
  // a phone that was put away has not heard what happened meanwhile
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void server.look();
  });
  namePhone();
  const panel = part("scan");
  if (panel)
    scanner(
      panel,
      (text) => void scanned(text),
      (what) => say(what === "camera" ? words.noCamera : words.noCode),
    );
  render();
  followGuests(spaceId, () => void server.look());
  await server.begin();
  const isKept = await keepThisPage(["/scripts/decode-qr.js"]);
  const kept = part("kept");
  if (kept) kept.hidden = !isKept;
  await navigator.storage?.persist?.().catch(() => false);

  // What comes from the host

  async function scanned(text: string): Promise<void> {
    const proof = readProof(text);
    const keys = JSON.parse(root.dataset.keys ?? "[]") as PublicKey[];
    const signature = proof ? await signatureOf(text, proof.keyId, keys) : "forged";
    canCheck = !proof || signature !== "unchecked";
    await judge(verdictOfCode(proof, signature, { spaceId, day: time.today(), guests: guests() }));
  }

  async function judge(verdict: Verdict, message = ""): Promise<void> {
    say("");
    server.forgetSentLater();
    shown = { verdict, message };
    navigator.vibrate?.(verdict.kind === "let_in" ? 60 : [40, 60, 40]);
    if (verdict.kind === "let_in") await letIn(verdict.person, { isOffList: verdict.isOffList });
    else render();
    part("result")?.scrollIntoView({ block: "nearest" });
  }

  async function letIn(person: Person, more: { isOffList: boolean; reason?: string }): Promise<void> {
    const scan = scanOf("check_in", person, more);
    if (shown) shown.nonce = scan.nonce;
    await server.tell({ kind: "done", act: scan });
  }

  async function letOut(passId: string): Promise<void> {
    const guest = guests().find((one) => one.passId === passId);
    if (!guest) return;
    server.forgetSentLater();
    if (shown && personOf(shown.verdict)?.passId === passId) shown = undefined;
    say(words.undone(guest.holder));
    await server.tell({ kind: "done", act: scanOf("undo", guest, { isOffList: guest.isOffList }) });
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
    } else if (form.dataset.act === "give") {
      event.preventDefault();
      const guest = guests().find((one) => one.passId === passId);
      if (guest) await give(guest, new FormData(form));
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
    await server.look();
  }

  async function give(guest: GuestNow, written: FormData): Promise<void> {
    const how = String(written.get("how") ?? "");
    const which = how === "" ? {} : { ...(how === "add" ? { addSeat: true } : { insteadOf: how }), reason: written.get("reason") };
    const gift = { nonce: written.get("nonce"), ...(deviceName() && { device: deviceName() }), ...which };
    const answered = await write(`/api/v1/day-passes/${guest.passId}/seat?language=${language}`, gift);
    server.forgetSentLater();
    const person = { passId: guest.passId, holder: guest.holder, home: guest.home };
    if (answered.kind === "ok")
      shown = { verdict: { kind: "let_in", person, isOffList: false, isUnchecked: false }, message: messageOf(guest) };
    else {
      const problem = answered.kind === "refused" ? answered.reason : words.giveNeedsNet;
      shown = { verdict: { kind: "waits", person, state: "listed" }, message: "", problem };
    }
    await server.look();
    // an answer may be lost on its way back: the list knows whether the guest is in
    if (answered.kind === "away" && guests().some(({ passId, state }) => passId === guest.passId && state === "in")) {
      shown = { verdict: { kind: "let_in", person, isOffList: false, isUnchecked: false }, message: messageOf(guest) };
      render();
    }
    part("result")?.scrollIntoView({ block: "nearest" });
  }

  async function ticked({ target }: Event): Promise<void> {
    const form = target instanceof HTMLInputElement && target.name === "done" ? target.form : null;
    if (!form || !(target instanceof HTMLInputElement)) return;
    const passId = form.dataset.pass ?? String(new FormData(form).get("pass"));
    const holder = guests().find((guest) => guest.passId === passId)?.holder ?? "";
    const duty = target.labels?.[0]?.querySelector("[data-duty]")?.textContent ?? "";
    const tick = { dutyId: target.value, duty, isDone: target.checked, doneAt: new Date().toISOString() };
    await server.tell({ kind: "done", act: { ...tick, kind: "duty", nonce: crypto.randomUUID(), passId, holder, tries: 0 } });
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
    } else if (pressed?.dataset.seen) await server.tell({ kind: "seen", nonce: pressed.dataset.seen });
  }

  // What is known

  function render(): void {
    const { queue, arrived, reach, sentLater } = server;
    show({ told, guests: guests(), queue, arrived, reach, sentLater, shown, canCheck });
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

  function guests(): GuestNow[] {
    // a list of another day says nothing about today
    return guestsNow(root.dataset.day === time.today() ? readGuests(told) : [], server.arrived, server.queue);
  }

  function messageOf({ passId }: GuestNow): string {
    return told.querySelector(`li[data-pass="${passId}"] p`)?.textContent ?? "";
  }

  function namePhone(): void {
    const details = part("phone");
    const field = details?.querySelector<HTMLInputElement>("input[name=device]");
    if (!details || !field) return;
    details.hidden = false;
    field.value = deviceName();
    field.addEventListener("change", () => localStorage.setItem("romslig-device", field.value.trim()));
  }
}

type Person = Pick<QueuedScan, "passId" | "holder" | "home">;

function scanOf(kind: QueuedScan["kind"], { passId, holder, home }: Person, more: { isOffList: boolean; reason?: string }): QueuedScan {
  return { nonce: crypto.randomUUID(), kind, passId, holder, home, scannedAt: new Date().toISOString(), tries: 0, ...more };
}

function deviceName(): string {
  return localStorage.getItem("romslig-device") ?? "";
}

function isFresh(told: HTMLElement): boolean {
  return Math.abs(Date.now() - Date.parse(told.dataset.readAt ?? "")) < fresh;
}
