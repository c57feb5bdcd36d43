import { scanner } from "../../../../interface/browser/door/camera.ts";
import { converse } from "../../../../interface/browser/door/conversation.ts";
import { houseTime } from "../../../../interface/browser/door/house-time.ts";
import { openQueue } from "../../../../interface/browser/door/queue-store.ts";
import { type PublicKey, signatureOf } from "../../../../interface/browser/door/signature.ts";
import { keepThisPage } from "../../../../interface/browser/keep-page.ts";
import { isLanguage } from "../../../../platform/language/language.ts";
import { nameOf, type TicketHolder } from "../../door/door-ticket.ts";
import { afterEvent, type DoorAct, type TicketAct, type WalkInNote } from "../../door/queue.ts";
import { isPass, readTicket } from "../../door/read-ticket.ts";
import { ownWords, type TicketNow, ticketNow } from "../../door/tickets-now.ts";
import { type Direction, type Verdict, verdictOfCode, verdictOfTicket } from "../../door/verdict.ts";
import { doorWords } from "../../door/words.ts";
import { openList } from "./kept-list.ts";
import { doorScreen, type Shown } from "./screen.ts";
import { type Arrivals, sendAct } from "./server.ts";

const turnAt = "romslig-event-door";
const lookAgainAfter = 10_000;

/** A phone at the door of an event: the list it has, what was done since, and whether anybody answers. */
export async function openDoor(root: HTMLElement): Promise<void> {
  const eventId = root.dataset.eventDoor ?? "";
  const language = isLanguage(document.documentElement.lang) ? document.documentElement.lang : "nb";
  const words = doorWords[language];
  const time = houseTime(language, root.dataset.zone);
  const part = <Part extends HTMLElement>(name: string) => root.querySelector<Part>(`[data-${name}]`);
  const field = part<HTMLFormElement>("search")?.querySelector("input");
  const list = await openList(eventId);
  let shown: Shown | undefined;
  let canCheck = true;
  const screen = doorScreen(root, { words, language, time });
  const server = await converse<DoorAct, Arrivals>({
    store: await openQueue<DoorAct>(turnAt, eventId, afterEvent),
    send: (act) => sendAct(act, { eventId, door: doorName(), language }),
    turnAt,
    ask: list.ask,
    lookAgainAfter,
    isTold: () => true,
    isFresh: false,
    take: list.take,
    show: render,
  });

  root.addEventListener("submit", (event) => void submitted(event));
  root.addEventListener("click", (event) => void clicked(event));
  field?.addEventListener("input", render);
  window.addEventListener("online", () => void server.look());
  window.addEventListener("offline", () => void server.look());
  // a phone that was put away has not heard what happened meanwhile
  document.addEventListener("visibilitychange", () => {
    if (!document.hidden) void server.look();
  });
  nameDoor();
  for (const place of root.querySelectorAll<HTMLElement>("[data-direction]")) place.hidden = false;
  const panel = part("scan");
  if (panel)
    scanner(
      panel,
      (text) => void scanned(text),
      (what) => screen.say(what === "camera" ? words.noCamera : words.noCode),
    );
  render();
  await server.begin();
  const isKept = await keepThisPage(["/scripts/decode-qr.js"]);
  const kept = part("kept");
  if (kept) kept.hidden = !isKept;
  await navigator.storage?.persist?.().catch(() => false);

  // What comes from whoever stands at the door

  async function scanned(text: string): Promise<void> {
    const seen = readTicket(text);
    if (!seen && isPass(text)) return judge({ kind: "unknown", why: "pass" });
    const keys = JSON.parse(root.dataset.keys ?? "[]") as PublicKey[];
    const signature = seen ? await signatureOf(text, seen.keyId, keys, "ticket:") : "forged";
    canCheck = !seen || signature !== "unchecked";
    await judge(verdictOfCode(seen, signature, { eventId, direction: direction(), find: now }));
  }

  async function judge(verdict: Verdict, message = ""): Promise<void> {
    screen.say("");
    server.forgetSentLater();
    shown = { verdict, message };
    const isDone = verdict.kind === "let_in" || verdict.kind === "let_out";
    navigator.vibrate?.(isDone ? 60 : [40, 60, 40]);
    if (verdict.kind === "let_in") await act("check_in", verdict.ticket, verdict.isOffList);
    else if (verdict.kind === "let_out") await act("check_out", verdict.ticket, false);
    else render();
    part("result")?.scrollIntoView({ block: "nearest" });
  }

  async function act(kind: TicketAct["kind"], ticket: TicketHolder, isOffList: boolean): Promise<void> {
    const done: TicketAct = { ...stamp(), kind, ticket, isOffList };
    if (shown && kind !== "undo") Object.assign(shown, { nonce: done.nonce, scannedAt: done.scannedAt });
    await server.tell({ kind: "done", act: done });
  }

  async function takeBack(ticket: TicketNow): Promise<void> {
    server.forgetSentLater();
    shown = undefined;
    screen.say(words.undone(nameOf(ticket, words.unnamed)));
    await act("undo", holderOf(ticket), ticket.isOffList);
  }

  async function submitted(event: SubmitEvent): Promise<void> {
    const form = event.target;
    if (!(form instanceof HTMLFormElement)) return;
    event.preventDefault();
    if (form.matches("[data-search]")) return typed();
    if (form.dataset.act === "walk-in") return walkIn(form);
    const ticket = now(form.dataset.ticket ?? "");
    if (!ticket) return;
    if (form.dataset.act === "undo") await takeBack(ticket);
    else await judge(verdictOfTicket(ticket, form.dataset.act === "out" ? "out" : "in"));
  }

  async function typed(): Promise<void> {
    const text = field?.value.trim() ?? "";
    const ticket = list.tickets.ofCode(text);
    const known = ticket && now(ticket.id);
    const isCode = /^[A-Z0-9]{4}[\s-]?[A-Z0-9]{4}$/i.test(text) && /\d/.test(text);
    if (known && field) {
      field.value = "";
      await judge(verdictOfTicket(known, direction()));
    } else if (isCode) await judge({ kind: "unknown", why: "not_on_list" }, words.codeNotOnList(text.toUpperCase()));
    else render();
  }

  async function walkIn(form: HTMLFormElement): Promise<void> {
    const written = new FormData(form);
    const text = (name: string) => String(written.get(name) ?? "").trim();
    const note: WalkInNote = { ...stamp(), kind: "walk_in", name: text("name"), email: text("email"), ticketTypeId: text("type") };
    form.reset();
    form.closest("details")?.removeAttribute("open");
    shown = { walkIn: note.name, nonce: note.nonce };
    await server.tell({ kind: "done", act: note });
    part("result")?.scrollIntoView({ block: "nearest" });
  }

  async function clicked({ target }: Event): Promise<void> {
    const pressed = target instanceof Element ? target.closest<HTMLElement>("button") : null;
    if (pressed?.dataset.close !== undefined) {
      shown = undefined;
      render();
    } else if (pressed?.dataset.seen) await server.tell({ kind: "seen", nonce: pressed.dataset.seen });
  }

  // What is known

  function render(): void {
    const { queue, arrived, reach, sentLater } = server;
    const own = ownWords(list.tickets.byId, arrived, queue);
    screen.show({ told: list.told, tickets: list.tickets, own, query: field?.value ?? "", queue, reach, sentLater, shown, canCheck });
  }

  function now(id: string): TicketNow | undefined {
    return ticketNow(id, list.tickets.byId, ownWords(list.tickets.byId, server.arrived, server.queue));
  }

  function direction(): Direction {
    return root.querySelector<HTMLInputElement>("input[name=direction]:checked")?.value === "out" ? "out" : "in";
  }

  function nameDoor(): void {
    const details = part("phone");
    const input = details?.querySelector<HTMLInputElement>("input[name=device]");
    if (!details || !input) return;
    details.hidden = false;
    input.value = doorName();
    input.addEventListener("change", () => localStorage.setItem("romslig-device", input.value.trim()));
  }
}

function stamp() {
  return { nonce: crypto.randomUUID(), scannedAt: new Date().toISOString(), tries: 0 };
}

function holderOf({ id, holder, kind, organization }: TicketNow): TicketHolder {
  return { id, holder, kind, organization };
}

function doorName(): string {
  return localStorage.getItem("romslig-device") ?? "";
}
