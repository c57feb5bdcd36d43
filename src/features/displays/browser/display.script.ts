// A screen nobody touches: it looks again when something changed and as time passes, and says so when it no longer knows.
import { follow } from "../../../interface/browser/follow.ts";

const lookEvery = 20_000;
const waitFor = 5_000;

const screen = document.querySelector<HTMLElement>("[data-screen]");
if (screen) show(screen);

function show(root: HTMLElement): void {
  const away = root.querySelector<HTMLElement>("[data-away]");
  let isLooking = false;
  follow(root.dataset.events ?? "", () => void look());
  setInterval(() => void look(), lookEvery);
  addEventListener("offline", () => know(false));
  addEventListener("online", () => void look());

  async function look(): Promise<void> {
    if (isLooking) return;
    isLooking = true;
    const answer = await fetchPage();
    isLooking = false;
    // the house gave the screen another address: this one is to show nothing
    if (answer === "gone") return location.reload();
    know(answer !== undefined);
    const part = root.querySelector<HTMLElement>("[data-live]");
    const newPart = answer?.querySelector<HTMLElement>("[data-live]");
    if (!part || !newPart || part.innerHTML === newPart.innerHTML) return;
    const focused = document.activeElement?.closest("button, summary")?.textContent;
    const isOpen = part.querySelector("details[open]") !== null;
    part.replaceChildren(...newPart.childNodes);
    part.querySelector("details")?.toggleAttribute("open", isOpen);
    if (focused)
      [...part.querySelectorAll<HTMLElement>("button, summary")]
        .find(({ textContent }) => textContent === focused)
        ?.focus({ preventScroll: true });
  }

  // what may no longer be true is not acted upon
  function know(isKnown: boolean): void {
    root.classList.toggle("is-away", !isKnown);
    if (away) away.hidden = isKnown;
    for (const button of root.querySelectorAll<HTMLButtonElement>("[data-live] button")) button.disabled = !isKnown;
  }
}

async function fetchPage(): Promise<Document | "gone" | undefined> {
  try {
    const address = location.pathname;
    const answer = await fetch(address, { signal: AbortSignal.timeout(waitFor), headers: { accept: "text/html" } });
    if (answer.status === 404) return "gone";
    return answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
}
