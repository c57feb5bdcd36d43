// The desk's list while visitors come and go: fetched again when something changed, never under a hand that is about to press.
import { follow } from "../../../interface/browser/follow.ts";

const list = document.querySelector<HTMLElement>("[data-visitors]");
if (list) follow(list.dataset.visitors ?? "", () => void look(list));

async function look(root: HTMLElement): Promise<void> {
  const part = root.querySelector<HTMLElement>("[data-live]");
  const newPart = (await fetchPage())?.querySelector<HTMLElement>("[data-live]");
  if (!part || !newPart || part.innerHTML === newPart.innerHTML) return;
  const focused = document.activeElement?.getAttribute("aria-label");
  part.replaceChildren(...newPart.childNodes);
  if (focused)
    [...part.querySelectorAll<HTMLElement>("[aria-label]")].find((one) => one.ariaLabel === focused)?.focus({ preventScroll: true });
}

async function fetchPage(): Promise<Document | undefined> {
  try {
    const answer = await fetch(location.href, { signal: AbortSignal.timeout(5_000), headers: { accept: "text/html" } });
    return answer.ok && !answer.redirected ? new DOMParser().parseFromString(await answer.text(), "text/html") : undefined;
  } catch {
    return undefined;
  }
}
