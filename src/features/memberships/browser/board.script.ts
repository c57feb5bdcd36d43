// Drag between stages, and arrow keys on a card's handle. Both press the button of the card's own form, so that a move is the
// same move however it is made; after it the page comes back with the focus where it was.

const dragStarts = 6;
const board = document.querySelector<HTMLElement>(".board");

if (board) {
  document.documentElement.classList.add("js");
  for (const handle of board.querySelectorAll<HTMLElement>(".card .move > summary")) {
    handle.addEventListener("pointerdown", (event) => startDrag(event, handle));
    handle.addEventListener("keydown", (event) => moveByKey(event, handle));
  }
  returnFocus();
  closeOthers(board);
}

sayAgain();

function startDrag(down: PointerEvent, handle: HTMLElement): void {
  const card = handle.closest<HTMLElement>(".card");
  if (!card || down.button !== 0) return;
  let ghost: HTMLElement | undefined;
  let target: HTMLElement | undefined;
  handle.setPointerCapture(down.pointerId);

  const follow = (move: PointerEvent) => {
    const [x, y] = [move.clientX - down.clientX, move.clientY - down.clientY];
    if (!ghost && Math.hypot(x, y) < dragStarts) return;
    ghost ??= ghostOf(card);
    ghost.style.translate = `${x}px ${y}px`;
    const under = document.elementFromPoint(move.clientX, move.clientY)?.closest<HTMLElement>("[data-stage]") ?? undefined;
    const isPossible = under !== undefined && buttonFor(card, under.dataset.stage) !== undefined;
    target?.classList.remove("is-target");
    target = isPossible ? under : undefined;
    target?.classList.add("is-target");
  };
  const stop = (event: PointerEvent) => {
    handle.removeEventListener("pointermove", follow);
    handle.removeEventListener("pointerup", stop);
    handle.removeEventListener("pointercancel", stop);
    ghost?.remove();
    card.classList.remove("is-dragged");
    target?.classList.remove("is-target");
    if (!ghost) return;
    // the click that ends a drag must not open the list of stages
    handle.addEventListener("click", (click) => click.preventDefault(), { once: true });
    if (event.type === "pointerup" && target) press(card, target.dataset.stage);
  };
  handle.addEventListener("pointermove", follow);
  handle.addEventListener("pointerup", stop);
  handle.addEventListener("pointercancel", stop);
}

function ghostOf(card: HTMLElement): HTMLElement {
  const { left, top, width } = card.getBoundingClientRect();
  const ghost = card.cloneNode(true) as HTMLElement;
  ghost.classList.add("is-ghost");
  ghost.setAttribute("aria-hidden", "true");
  ghost.removeAttribute("id");
  Object.assign(ghost.style, { left: `${left}px`, top: `${top}px`, width: `${width}px` });
  card.classList.add("is-dragged");
  card.parentElement?.append(ghost);
  return ghost;
}

/** Left and right move to the stage beside; Escape shuts the list. */
function moveByKey(event: KeyboardEvent, handle: HTMLElement): void {
  const card = handle.closest<HTMLElement>(".card");
  if (!card) return;
  if (event.key === "Escape") handle.parentElement?.removeAttribute("open");
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (step === undefined) return;
  const stages = [...document.querySelectorAll<HTMLElement>(".board [data-stage]")].map(({ dataset }) => dataset.stage);
  const here = card.closest<HTMLElement>("[data-stage]")?.dataset.stage;
  const beside = stages[stages.indexOf(here) + step];
  if (!buttonFor(card, beside)) return;
  event.preventDefault();
  press(card, beside);
}

function buttonFor(card: HTMLElement, stage: string | undefined): HTMLButtonElement | undefined {
  return [...card.querySelectorAll<HTMLButtonElement>("button[name=stage]")].find(({ value }) => value === stage);
}

function press(card: HTMLElement, stage: string | undefined): void {
  const button = buttonFor(card, stage);
  button?.form?.requestSubmit(button);
}

function returnFocus(): void {
  const id = /^#card-(.+)$/.exec(location.hash)?.[1];
  const card = id && document.querySelector<HTMLElement>(`[data-card="${CSS.escape(id)}"]`);
  if (!card) return;
  card.querySelector<HTMLElement>(".move > summary")?.focus({ preventScroll: true });
  card.scrollIntoView({ block: "nearest" });
}

function closeOthers(within: HTMLElement): void {
  within.addEventListener(
    "toggle",
    ({ target }) => {
      if (!(target instanceof HTMLDetailsElement) || !target.open) return;
      for (const other of within.querySelectorAll<HTMLDetailsElement>("details.move[open]")) if (other !== target) other.open = false;
    },
    true,
  );
}

/** What stands in a status when the page comes is not read out; put in again, it is. */
function sayAgain(): void {
  const said = document.querySelector<HTMLElement>(".undo-bar p, [role=status] b")?.textContent;
  if (!said) return;
  const live = document.createElement("p");
  live.className = "hidden";
  live.setAttribute("aria-live", "polite");
  document.body.append(live);
  setTimeout(() => {
    live.textContent = said;
  }, 300);
}
