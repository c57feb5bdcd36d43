import { blockOf, lay, openForm, type Plan, sendMove } from "./plan.ts";
import { type Block, shifted, withEnd, withStart } from "./plan-times.ts";

// nearer an edge than this, the edge is taken
const edge = 9;
// less is a click
const slack = 5;

type Hold = {
  bar: HTMLElement;
  row: HTMLElement;
  from: Block;
  at: number;
  how: "move" | "start" | "end" | "create";
  block: Block | undefined;
};

/** A mouse or pen makes a booking on empty time, moves one, or makes it longer at its edges. Fingers scroll, and use the form. */
export function dragBars(plan: Plan): void {
  let hold: Hold | undefined;
  const { root } = plan;
  root.addEventListener("pointerdown", (event) => {
    hold = event.button === 0 && event.pointerType !== "touch" ? taken(event, plan) : undefined;
  });
  root.addEventListener("dragstart", (event) => event.preventDefault());
  document.addEventListener("pointermove", (event) => {
    if (!hold || (hold.block === undefined && Math.abs(event.clientX - hold.at) < slack)) return;
    if (hold.how === "create" && !hold.bar.isConnected) hold.row.append(hold.bar);
    hold.block = blockAt(hold, event.clientX, plan);
    hold.bar.classList.add("is-moving");
    lay(hold.bar, hold.block, plan);
  });
  document.addEventListener("pointerup", () => {
    const held = hold;
    hold = undefined;
    if (!held?.block) return;
    document.addEventListener("click", stop, { capture: true, once: true });
    // a drag that ends outside makes no click
    setTimeout(() => document.removeEventListener("click", stop, { capture: true }));
    if (held.how === "create") openForm(held.row.dataset.resource ?? "", held.block, plan);
    else if (held.block.start !== held.from.start || held.block.end !== held.from.end) sendMove(held.bar, held.block, plan);
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !hold) return;
    putBack(hold, plan);
    hold = undefined;
  });
}

function taken(event: PointerEvent, plan: Plan): Hold | undefined {
  const target = event.target as HTMLElement;
  const row = target.closest<HTMLElement>(".plan-bars[data-resource]");
  if (!row || getComputedStyle(row).display !== "grid") return undefined;
  const at = event.clientX;
  const bar = target.closest<HTMLElement>(".bar");
  if (!bar) {
    const start = Math.min(plan.last - 1, Math.floor(quartersIn(row, at - row.getBoundingClientRect().left)));
    return { bar: newBar(), row, from: { start, end: start + 1 }, at, how: "create", block: undefined };
  }
  if (bar.dataset.booking === undefined) return undefined;
  const { left, right } = bar.getBoundingClientRect();
  const how = at > right - edge ? "end" : at < left + edge ? "start" : "move";
  return { bar, row, from: blockOf(bar), at, how, block: undefined };
}

function blockAt({ row, from, at, how }: Hold, x: number, { last }: Plan): Block {
  const by = Math.round(quartersIn(row, x - at));
  if (how === "move") return shifted(from, by, last);
  if (how === "start") return withStart(from, from.start + by);
  return how === "create" && by < 0 ? withStart(from, from.start + by) : withEnd(from, from.end + by, last);
}

function quartersIn(row: HTMLElement, pixels: number): number {
  return (pixels / row.getBoundingClientRect().width) * Number(getComputedStyle(row).getPropertyValue("--quarters"));
}

function newBar(): HTMLElement {
  const bar = document.createElement("li");
  bar.className = "bar is-draft";
  const [inner, time] = [document.createElement("span"), document.createElement("span")];
  inner.className = "inner";
  time.className = "time";
  inner.append(time);
  bar.append(inner);
  return bar;
}

function putBack({ bar, from, how }: Hold, plan: Plan): void {
  bar.classList.remove("is-moving");
  if (how === "create") bar.remove();
  else lay(bar, from, plan);
}

function stop(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
