// Drag a session onto another, or move it with the arrow keys on its handle. Both fill in the line's own form and press its button, so
// that a move is the same move however it is made; after it the page comes back with the focus on the handle.
import { beginsWhenLaidOn, clockLater } from "../agenda/moving.ts";

const dragStarts = 6;
const step = 5;

const agenda = document.querySelector<HTMLElement>("[data-agenda]");

if (agenda) {
  document.documentElement.classList.add("js");
  for (const handle of agenda.querySelectorAll<HTMLElement>(".session-move > summary")) {
    handle.addEventListener("keydown", (event) => moveByKey(event, handle));
    handle.addEventListener("pointerdown", (event) => startDrag(event, handle));
  }
  returnFocus();
}

function moveByKey(event: KeyboardEvent, handle: HTMLElement): void {
  const line = handle.closest<HTMLElement>("[data-session]");
  const time = line?.querySelector<HTMLInputElement>("input[type=time]");
  if (!line || !time) return;
  const minutes = { ArrowUp: -step, ArrowDown: step, PageUp: -60, PageDown: 60 }[event.key];
  if (minutes !== undefined) {
    event.preventDefault();
    time.value = clockLater(time.value, minutes);
    say(line, time.value);
    return;
  }
  const isMoved = time.value !== time.defaultValue;
  if (event.key === "Enter" && isMoved) {
    event.preventDefault();
    press(line);
  }
  if (event.key === "Escape" && isMoved) {
    time.value = time.defaultValue;
    say(line, "");
  }
}

function startDrag(down: PointerEvent, handle: HTMLElement): void {
  const line = handle.closest<HTMLElement>("[data-session]");
  if (!line || down.button !== 0) return;
  let isDragged = false;
  let over: { line: HTMLElement; isUpper: boolean } | undefined;
  handle.setPointerCapture(down.pointerId);

  const follow = (move: PointerEvent) => {
    if (!isDragged && Math.hypot(move.clientX - down.clientX, move.clientY - down.clientY) < dragStarts) return;
    isDragged = true;
    line.classList.add("is-dragged");
    clearTarget();
    const under = document.elementFromPoint(move.clientX, move.clientY)?.closest<HTMLElement>("[data-session]");
    if (!under || under === line) return say(line, "");
    const { top, height } = under.getBoundingClientRect();
    over = { line: under, isUpper: move.clientY < top + height / 2 };
    under.classList.add(over.isUpper ? "is-before" : "is-after");
    say(line, timeOn(over));
  };
  const stop = (event: PointerEvent) => {
    handle.removeEventListener("pointermove", follow);
    handle.removeEventListener("pointerup", stop);
    handle.removeEventListener("pointercancel", stop);
    line.classList.remove("is-dragged");
    if (!isDragged) return;
    // the click that ends a drag must not open the form
    handle.addEventListener("click", (click) => click.preventDefault(), { once: true });
    const target = over;
    clearTarget();
    if (event.type !== "pointerup" || !target) return say(line, "");
    const [time, day] = [line.querySelector<HTMLInputElement>("input[type=time]"), line.querySelector<HTMLInputElement>("[name=day]")];
    if (!time || !day) return;
    time.value = timeOn(target);
    day.value = target.line.dataset.day ?? day.value;
    press(line);
  };
  const clearTarget = () => {
    over?.line.classList.remove("is-before", "is-after");
    over = undefined;
  };
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("pointerup", stop);
  handle.addEventListener("pointercancel", stop);
}

function timeOn({ line, isUpper }: { line: HTMLElement; isUpper: boolean }): string {
  return beginsWhenLaidOn({ from: line.dataset.from ?? "", to: line.dataset.to ?? "" }, isUpper);
}

/** Where it would begin, aloud and beside the handle. */
function say(line: HTMLElement, time: string): void {
  const told = line.querySelector<HTMLElement>("[data-told]");
  if (told) told.textContent = time;
}

function press(line: HTMLElement): void {
  line.querySelector<HTMLButtonElement>("button[data-move]")?.click();
}

function returnFocus(): void {
  // not by the fragment: the browser takes the focus away when it has gone to it
  const at = new URLSearchParams(location.search).get("at");
  document.getElementById(`session-${at}`)?.querySelector<HTMLElement>(".session-move > summary")?.focus();
}
