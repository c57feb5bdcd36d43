import { blockOf, lay, type Plan, sendMove } from "./plan.ts";
import { type Block, shifted, withEnd } from "./plan-times.ts";

type Said = { moving: (facts: { times: string }) => string; put: string };

/** The arrow keys move the block that has the focus by a quarter, with Shift they move its end. Enter saves, Escape and leaving undo. */
export function moveByKeys(plan: Plan, words: Said, say: (text: string) => void): void {
  let moved: { bar: HTMLElement; was: Block; time: string; block: Block } | undefined;
  plan.root.addEventListener("keydown", (event) => {
    const bar = (event.target as HTMLElement).closest<HTMLElement>(".bar[data-booking]");
    if (!bar) return;
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by !== undefined) {
      event.preventDefault();
      const was = moved?.was ?? blockOf(bar);
      const now = moved?.block ?? was;
      const block = event.shiftKey ? withEnd(now, now.end + by, plan.last) : shifted(now, by, plan.last);
      moved = { bar, was, time: moved?.time ?? bar.querySelector(".time")?.textContent ?? "", block };
      bar.classList.add("is-moving");
      say(words.moving({ times: lay(bar, block, plan) }));
    }
    if (event.key === "Enter" && moved) {
      event.preventDefault();
      const { block } = moved;
      moved = undefined;
      sendMove(bar, block, plan);
    }
    if (event.key === "Escape" && moved) putBack();
  });
  plan.root.addEventListener("focusout", () => moved && putBack());

  function putBack(): void {
    if (!moved) return;
    const { bar, was, time } = moved;
    moved = undefined;
    lay(bar, was, plan);
    bar.classList.remove("is-moving");
    const written = bar.querySelector(".time");
    if (written) written.textContent = time;
    say(words.put);
  }
}
