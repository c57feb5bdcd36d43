import { fill, put, span } from "../../../../interface/browser/door/fill.ts";
import { type DutyNow, dutiesNow } from "../../host-phone/duties-now.ts";
import type { phoneWords } from "../../host-phone/words.ts";
import { personOf } from "./result.ts";
import type { Seen } from "./screen.ts";

/** The checklist for the guest who was just let in, and on every checklist of the page what is ticked and what is sent later. */
export function showDuties(root: HTMLElement, seen: Seen, words: (typeof phoneWords)["nb"]): void {
  const place = root.querySelector<HTMLElement>("[data-received]");
  const person = seen.shown && personOf(seen.shown.verdict);
  const guest = seen.guests.find(({ passId, state }) => passId === person?.passId && state === "in");
  const hasDuties = document.querySelector("template[data-template=duties]") !== null;
  put(place, (hasDuties && guest?.passId) || "", () => (hasDuties && guest ? [checklist(guest.passId, words.receive(guest.holder))] : []));
  for (const form of root.querySelectorAll<HTMLFormElement>("form.duties")) mark(form, seen, words.sendsLater);
}

function checklist(passId: string, title: string): HTMLElement {
  const section = fill("duties", { title });
  const form = section.querySelector("form");
  if (form) form.dataset.pass = passId;
  return section;
}

function mark(form: HTMLFormElement, { told, arrived, queue }: Seen, sendsLater: string): void {
  const passId = form.dataset.pass ?? String(new FormData(form).get("pass"));
  const done = told.querySelector<HTMLElement>(`li[data-pass="${passId}"]`)?.dataset.done?.split(" ") ?? [];
  const now = dutiesNow(passId, done, arrived, queue);
  for (const box of form.querySelectorAll<HTMLInputElement>("input[name=done]")) {
    const duty: DutyNow = now.get(box.value) ?? { isDone: false, sendsLater: false };
    box.checked = duty.isDone;
    const words = box.labels?.[0]?.querySelector("[data-duty]");
    const later = words?.parentElement?.querySelector(".sends-later");
    if (!duty.sendsLater) later?.remove();
    else if (!later) words?.after(laterMark(sendsLater));
  }
}

function laterMark(words: string): HTMLElement {
  const mark = span("", "small sends-later");
  mark.append(fill("sync"), ` ${words}`);
  return mark;
}
